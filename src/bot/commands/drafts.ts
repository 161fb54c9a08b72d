import type { Stub } from '../../model/stub.ts'
import { mayAct } from '../../desk/review/member-book.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, lines, nothing, rich, type Rich } from '../rich.ts'
import { pager, type Reply, rows, say } from '../screen.ts'
import { headlineOf } from '../views/story.ts'
import { signOf } from '../views/sourcing.ts'

const pageSize = 8
/** Drafts that can be paged through, the latest; older ones are found by their story. */
const mostDrafts = 400

export const drafts: Command = {
  name: 'drafts',
  role: 'reader',
  run: (asking) => showDrafts(asking, 0),
}

/** Drafts that wait for the desk: those in review first, then the latest. */
export async function showDrafts(asking: Asking, offset: number): Promise<Reply> {
  const { archive } = asking.desk
  const { words } = asking
  const [inReview, latest] = await Promise.all([
    archive.stubs.latest({ states: ['in-review', 'approved', 'held'], limit: mostDrafts }),
    archive.stubs.latest({ states: ['draft'], limit: mostDrafts }),
  ])
  const all = [...inReview, ...latest]
  if (all.length === 0) return say(rich`${words.drafts.none}`)
  const shown = await Promise.all(
    all.slice(offset, offset + pageSize).map((stub) => archive.stubs.get(stub)),
  )
  return say(
    lines([
      bold(words.drafts.title(all.length)),
      ...shown.flatMap((stub) => (stub ? [nothing, draftLines(stub, asking)] : [])),
    ]),
    rows(
      pager({ offset, size: pageSize, total: all.length }, (to) => ({ do: 'drafts', offset: to })),
    ),
  )
}

function draftLines(stub: Stub, { words, time, member }: Asking): Rich {
  const { state, sourcing, strength, composedAt } = stub
  return lines([
    bold(headlineOf(stub.headline, words)),
    rich`${signOf(sourcing)} ${words.sourcing[sourcing]} · ${words.states[state]} · ${words.strengths[strength]} · ${time.show(composedAt)}`,
    rich`/${mayAct(member.role, 'editor') ? 'review' : 'stub'}_${stub.stub}`,
  ])
}
