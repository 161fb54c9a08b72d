import { mayAct } from '../desk/review/member-book.ts'
import { derivingKinds } from '../model/link.ts'
import type { Asking } from './context.ts'
import { noteAct } from './note-act.ts'
import { bold, lines, rich, type Rich } from './rich.ts'
import { type Reply, rows, say } from './screen.ts'
import { nameTarget } from './views/signal.ts'
import { headlineOf } from './views/story.ts'
import { countsOf, sourcingLine } from './views/sourcing.ts'

/** Answers a post that a member forwarded: what it is, from whom, and what its story looks like now. */
export async function handIn(
  asking: Asking,
  first: (reply: Reply) => Promise<void>,
): Promise<Reply> {
  const { desk, member, words, journal } = asking
  if (!mayAct(member.role, 'editor')) return say(rich`${words.handIn.readersCannot}`)
  const key = await desk.handedIn(journal, member.id)
  if (key === undefined) return say(rich`${words.handIn.noPost}`)
  await first(say(rich`${words.handIn.reading}`))
  await desk.judged()
  const { analysis } = desk.archive
  await noteAct(asking, { kind: 'hand-in', signal: key.signal })
  const [links, stories] = await Promise.all([
    analysis.linksFrom([key.signal]),
    analysis.storyOf([key.signal]),
  ])
  const story = await analysis.story(stories.get(key.signal) ?? -1)
  const derived = links.filter(({ kind }) => derivingKinds.has(kind))
  const about: Rich[] = derived.map(
    ({ kind, to }) => rich`↳ ${words.signal[kind]} ${nameTarget(to, asking)}`,
  )
  const isAlone = story === undefined || (story.signals.length === 1 && derived.length === 0)
  return say(
    lines([
      rich`${bold(key.known ? words.handIn.known(key.signal) : key.signal)}`,
      ...about,
      isAlone ? rich`${words.handIn.fresh}` : undefined,
      story === undefined
        ? undefined
        : rich`${words.handIn.inStory(story.story)}: ${headlineOf(story.headline, words)}`,
      story === undefined ? undefined : sourcingLine(countsOf(story), words),
    ]),
    story === undefined
      ? undefined
      : rows([
          { label: words.handIn.inStory(story.story), action: { do: 'story', story: story.story } },
        ]),
  )
}
