import type { StoredDecision, Story } from '../../model/story.ts'
import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, nothing, rich } from '../rich.ts'
import { type Reply, rows, say, toast } from '../screen.ts'
import { storyLines } from '../views/story.ts'
import { showStory } from './story.ts'

/** Two stories side by side, for an editor to say whether they are one event, and what that does. */
export async function showPair(asking: Asking, action: ActionOf<'pair'>): Promise<Reply> {
  const { words, desk } = asking
  const { analysis } = desk.archive
  const [one, other] = await Promise.all([
    analysis.story(action.story),
    analysis.story(action.other),
  ])
  const [first, second] = [one?.signals[0], other?.signals[0]]
  if (one === undefined || other === undefined || first === undefined || second === undefined)
    return toast(words.pair.moved)
  const suggested = (await analysis.suggestions(action.story)).find(({ stories }) =>
    stories.includes(action.other),
  )
  const decide = (kind: 'join' | 'part') => ({
    do: 'decide' as const,
    kind,
    story: one.story,
    other: other.story,
    signals: [first, second] as [string, string],
  })
  return say(
    lines([
      bold(words.pair.title),
      nothing,
      storyLines(one, asking),
      nothing,
      storyLines(other, asking),
      nothing,
      suggested === undefined
        ? undefined
        : rich`${words.pair.likeness(suggested.score.toFixed(2))}. ${foreign(suggested.reason)}`,
      italic(words.pair.effect),
    ]),
    rows(
      [
        { label: `＝ ${words.pair.join}`, action: decide('join') },
        { label: `≠ ${words.pair.part}`, action: decide('part') },
      ],
      [{ label: words.card.back, action: { do: 'story', story: one.story } }],
    ),
  )
}

/** Stores what an editor says of two stories, and shows what became of them. */
export async function decidePair(asking: Asking, action: ActionOf<'decide'>): Promise<Reply> {
  const { desk, member, words, journal } = asking
  const { kind, signals } = action
  const [a, b] = signals
  const { archive } = desk
  const before = await archive.analysis.storyOf(signals)
  const last = (await archive.analysis.decisions()).findLast(
    (each) => isStanding(each) && isOf(each, a, b),
  )
  const standing = last?.by === member.id && last.kind === kind
  // The same press again, after a kill between the decision and its entry in the log, decides nothing anew.
  if (!standing) {
    if (before.get(a) !== action.story || before.get(b) !== action.other)
      return { ...toast(words.pair.moved), stays: true }
    await desk.decide({ kind, signals, at: desk.clock().toISOString(), by: member.id })
  }
  await note(asking, { kind, signals }, journal)
  const after = await archive.analysis.storyOf(signals)
  const isOne = after.get(a) === after.get(b)
  const said = kind === 'join' ? words.pair.joined : isOne ? words.pair.tied : words.pair.parted
  return { ...(await showNumber(asking, after.get(a) ?? action.story)), toast: said }
}

/** Takes an editor's decision back; whoever made it, another editor may. */
export async function withdrawDecision(
  asking: Asking,
  { decision, story }: ActionOf<'withdraw'>,
): Promise<Reply> {
  const { desk, words, journal } = asking
  const found = (await desk.archive.analysis.decisions()).find((each) => each.decision === decision)
  if (found === undefined || !isStanding(found))
    return { ...toast(words.pair.withdrawnBefore), stays: true }
  await desk.withdraw(decision, desk.clock().toISOString())
  await note(asking, { kind: 'withdraw', decision, signals: found.signals }, journal)
  const [first] = found.signals
  const now = (await desk.archive.analysis.storyOf([first])).get(first)
  return { ...(await showNumber(asking, now ?? story)), toast: words.pair.withdrawn }
}

/** Decisions of editors that stand and touch a story, the latest first. */
export async function decisionsOn(
  { desk }: Asking,
  { signals }: Story,
): Promise<readonly StoredDecision[]> {
  const held = new Set(signals)
  const all = await desk.archive.analysis.decisions()
  return all
    .filter((each) => isStanding(each) && each.signals.some((key) => held.has(key)))
    .reverse()
}

const isStanding = ({ withdrawnAt }: StoredDecision) => withdrawnAt === undefined

const isOf = ({ signals }: StoredDecision, a: string, b: string) =>
  signals.includes(a) && signals.includes(b)

async function note(
  { desk, member }: Asking,
  content: Parameters<typeof desk.archive.desk.append>[0]['act']['content'],
  settles: number,
): Promise<void> {
  const at = desk.clock().toISOString()
  await desk.archive.desk.append({
    act: { at, by: member.id, name: member.name, content },
    settles,
  })
}

async function showNumber(asking: Asking, number: number): Promise<Reply> {
  const story = await asking.desk.archive.analysis.story(number)
  return story === undefined ? say(rich`${asking.words.noStory(number)}`) : showStory(asking, story)
}
