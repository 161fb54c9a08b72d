import { mayAct } from '../../desk/review/member-book.ts'
import { isUndoable } from '../../desk/review/undo.ts'
import type { OpenStub } from '../../desk/review/review-desk.ts'
import type { FieldEdit } from '../../model/desk.ts'
import type { StubFlag } from '../../model/stub-flag.ts'
import type { Action } from '../action.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, nothing, rich, type Rich } from '../rich.ts'
import { type Button, type Reply, rows, say } from '../screen.ts'
import { renderStub } from '../commands/stub.ts'
import { type Alike, alikeButtons, findAlike } from '../commands/alike.ts'
import { readStory } from '../commands/story.ts'
import { alikeLines, section } from '../views/story.ts'
import type { Command } from '../command.ts'
import { fieldName } from './field-name.ts'

export const review: Command = {
  name: 'review',
  role: 'editor',
  run: async (asking, args) => {
    const number = readStory(args)
    return number === undefined ? say(rich`${asking.words.badStory}`) : showCard(asking, number)
  },
}

/** Runs with a stub and all that was done to it, or says that there is none. */
export async function withStub(
  { desk, words }: Asking,
  number: number,
  use: (open: OpenStub) => Promise<Reply> | Reply,
): Promise<Reply> {
  const open = await desk.reviewDesk.open(number)
  if (open !== undefined) return use(open)
  const exists = (await desk.archive.analysis.story(number)) !== undefined
  return say(rich`${exists ? words.noStub(number) : words.noStory(number)}`)
}

/** The stub as it stands, what changed beneath it, and everything this member may do to it. */
export const showCard = (asking: Asking, number: number, above?: Rich): Promise<Reply> =>
  withStub(asking, number, async (open) => {
    const flags = await asking.desk.archive.desk.flags(number)
    const fresh = flags.filter(({ seen }) => !seen)
    const outdated = await asking.desk.reviewDesk.outdated(open)
    const alike = isOpen(open) ? await findAlike(asking, number) : []
    return say(
      lines([above, renderCard(open, { flags: fresh, outdated, alike }, asking)]),
      rows(...cardButtons(open, fresh, asking), ...alikeButtons(number, alike, asking, 'card')),
    )
  })

function renderCard(
  open: OpenStub,
  {
    flags,
    outdated,
    alike,
  }: { flags: readonly StubFlag[]; outdated: readonly FieldEdit[]; alike: readonly Alike[] },
  asking: Asking,
): Rich {
  const { stub, record } = open
  const { card } = asking.words
  const aside = [...record.reviews.values()].filter(({ verdict }) => verdict === 'set-aside').length
  return lines([
    ...(flags.length === 0 ? [] : [rich`⚠️ ${bold(card.changedBeneath)}`]),
    ...flags.map((flag) => rich`• ${asking.words.flag(flag)}`),
    ...(flags.length === 0 ? [] : [nothing]),
    renderStub(stub, asking),
    aside === 0 ? undefined : italic(card.asides(aside)),
    overrideLine(open, asking),
    record.correcting === undefined
      ? undefined
      : rich`✏️ ${bold(card.correcting)}: ${foreign(record.correcting)}`,
    record.because === undefined ? undefined : rich`${card.because}: ${foreign(record.because)}`,
    outdated.length === 0
      ? undefined
      : rich`⚠️ ${card.outdated}: ${outdated.map(({ field }) => fieldName(field, asking)).join(', ')}`,
    section(asking.words.story.suggested, alikeLines({ alike }, asking)),
  ])
}

/** Whose judgement of the sourcing stands in the place of what the posts show, and on what grounds. */
export const overrideLine = (
  { record: { override } }: Pick<OpenStub, 'record'>,
  { words }: Asking,
): Rich | undefined =>
  override === undefined
    ? undefined
    : rich`✏️ ${bold(words.sourcing[override.sourcing])} · ${foreign(override.by)}: ${foreign(override.reason)}`

const isOpen = ({ record: { state } }: OpenStub) => state === 'draft' || state === 'in-review'

function cardButtons(
  open: OpenStub,
  flags: readonly StubFlag[],
  asking: Asking,
): (Button | undefined)[][] {
  const { stub, record } = open
  const canEdit = isOpen(open)
  const { member } = asking
  const { card, story } = asking.words
  const number = stub.stub
  const isChief = mayAct(member.role, 'chief')
  const base = { head: record.head, version: stub.version }
  const act = (label: string, asked: { kind: string } & Record<string, unknown>): Button => ({
    label,
    action: { do: 'act', story: number, asked, base },
  })
  const ask = (label: string, kind: string): Button => ({
    label,
    action: { do: 'ask', story: number, asked: { kind }, base, question: kind },
  })
  const parts = (label: string, of: 'edit' | 'state' | 'sourcing'): Button => ({
    label,
    action: { do: 'parts', story: number, of },
  })
  const when = (holds: boolean, button: Button) => (holds ? button : undefined)
  const hasLeft = ['approved', 'exported', 'corrected'].includes(record.state)
  return [
    [
      when(
        flags.length > 0,
        act(`👁 ${card.seen}`, { kind: 'seen', upTo: flags.at(-1)?.flag ?? 0 }),
      ),
    ],
    [
      when(canEdit, {
        label: `🔎 ${card.review}`,
        action: { do: 'review', story: number, offset: 0 },
      }),
      when(canEdit, parts(`✏️ ${card.edit}`, 'edit')),
    ],
    [
      when(canEdit && stub.notStated.length > 0, parts(card.state, 'state')),
      when(canEdit, parts(card.source, 'sourcing')),
    ],
    [
      when(record.state === 'draft', act(`📤 ${card.submit}`, { kind: 'submit' })),
      when(record.state === 'in-review' && isChief, act(`✅ ${card.approve}`, { kind: 'approve' })),
      when(canEdit && isChief, ask(`⏸ ${card.hold}`, 'hold')),
      when(record.state === 'held' && isChief, act(card.resume, { kind: 'resume' })),
      when(hasLeft && isChief, ask(card.correct, 'correct')),
      when(record.state !== 'killed' && isChief, ask(`🗑 ${card.kill}`, 'kill')),
    ],
    [
      when(isUndoable(open.acts, member.id), act(`↩️ ${card.undo}`, { kind: 'undo' })),
      { label: card.page, action: { do: 'preview', story: number, as: 'page' } },
      { label: card.publicVersion, action: { do: 'preview', story: number, as: 'public' } },
    ],
    [{ label: story.openTree, action: { do: 'tree', story: number } }],
  ]
}

export const backTo = (asking: Asking, number: number): Button => ({
  label: asking.words.card.back,
  action: { do: 'card', story: number } satisfies Action,
})
