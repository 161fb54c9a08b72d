import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { noteAct } from '../note-act.ts'
import { bold, italic, lines, nothing, rich } from '../rich.ts'
import { type Reply, rows, say, toast } from '../screen.ts'
import { reasoningOn, retellReason } from '../views/retell.ts'
import { storyLines } from '../views/story.ts'
import { showCard } from '../review/card.ts'
import { isOf, isStanding } from './standing-decisions.ts'
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
  const reasoning = await reasoningOn([one.headline, other.headline], asking)
  const decide = (kind: 'join' | 'part') => ({
    do: 'decide' as const,
    kind,
    story: one.story,
    other: other.story,
    signals: [first, second] as [string, string],
    ...(action.from === undefined ? {} : { from: action.from }),
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
        : rich`${words.pair.likeness(suggested.score.toFixed(2))}. ${retellReason(suggested.reason, reasoning)}`,
      italic(words.pair.effect),
    ]),
    rows(
      [
        { label: `＝ ${words.pair.join}`, action: decide('join') },
        { label: `≠ ${words.pair.part}`, action: decide('part') },
      ],
      [
        {
          label: words.card.back,
          action: { do: action.from ?? 'story', story: one.story },
        },
      ],
    ),
  )
}

/** Stores what an editor says of two stories, and shows what became of them. */
export async function decidePair(asking: Asking, action: ActionOf<'decide'>): Promise<Reply> {
  const { desk, member, words } = asking
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
  await noteAct(asking, { kind, signals })
  const after = await archive.analysis.storyOf(signals)
  const isOne = after.get(a) === after.get(b)
  const said = kind === 'join' ? words.pair.joined : isOne ? words.pair.tied : words.pair.parted
  const now = after.get(a) ?? action.story
  const next = action.from === 'card' ? showCard(asking, now) : showNumber(asking, now)
  return { ...(await next), toast: said }
}

/** Takes an editor's decision back; whoever made it, another editor may. */
export async function withdrawDecision(
  asking: Asking,
  { decision, story }: ActionOf<'withdraw'>,
): Promise<Reply> {
  const { desk, words } = asking
  const found = (await desk.archive.analysis.decisions()).find((each) => each.decision === decision)
  if (found === undefined || !isStanding(found))
    return { ...toast(words.pair.withdrawnBefore), stays: true }
  await desk.withdraw(decision, desk.clock().toISOString())
  await noteAct(asking, { kind: 'withdraw', decision, signals: found.signals })
  const [first] = found.signals
  const now = (await desk.archive.analysis.storyOf([first])).get(first)
  return { ...(await showNumber(asking, now ?? story)), toast: words.pair.withdrawn }
}

/** The story of that number as it stands now. */
export async function showNumber(asking: Asking, number: number): Promise<Reply> {
  const story = await asking.desk.archive.analysis.story(number)
  return story === undefined ? say(rich`${asking.words.noStory(number)}`) : showStory(asking, story)
}
