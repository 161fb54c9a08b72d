import { derivingKinds } from '../../model/link.ts'
import type { PairExplanation, PathStep } from '../../model/explanation.ts'
import type { Decision } from '../../model/story.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import { certainty } from './certainty.ts'
import { likenessLines } from './explain-likeness.ts'
import { type ExplainLook, signalLines } from './explain-signal.ts'

/** Why two signals are, or are not, linked and in one story, for a terminal. */
export function renderExplanation(
  explained: PairExplanation,
  weighedBy: number,
  look: ExplainLook,
): string {
  const { paint } = look
  const [earlier, later] = explained.signals
  const sections: [string, string[]][] = [
    [`${plainLine(earlier.key)} and ${plainLine(later.key)}`, verdictLines(explained, look)],
    ['Earlier', signalLines(earlier, look)],
    ['Later', signalLines(later, look)],
    ['How one leads to the other', pathLines(explained.path, look)],
    ['The same words', textLines(explained, look)],
    ['Likeness', likenessLines(explained.likeness, weighedBy, look)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) =>
        `${paint('bold', title)}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`,
    )
    .join('\n')
}

function verdictLines(explained: PairExplanation, { paint }: ExplainLook): string[] {
  const { story, origins, following } = explained
  const [first, second] = story.numbers
  const shared = origins.of[0]?.some((origin) => origins.of[1]?.includes(origin)) ?? false
  const answer = (yes: boolean) => (yes ? paint('green', 'yes') : paint('yellow', 'no '))
  return [
    `linked      ${linkVerdict(explained, answer)}`,
    story.same
      ? `one story   ${answer(true)}  #${String(first)}: ${whyOneStory(explained)}`
      : `one story   ${answer(false)}  #${String(first)} and #${String(second)}: ${whyApart(explained)}`,
    `one origin  ${answer(shared)}  ${plainLine(origins.reason)}`,
    ...(following === undefined ? [] : [`following   ${plainLine(following)}`]),
  ]
}

function linkVerdict(
  { path, signals: [earlier, later] }: PairExplanation,
  answer: (yes: boolean) => string,
): string {
  const [step] = path
  const variant = later.links.find(({ to, kind }) => to === earlier.key && kind === 'variant')
  if (variant !== undefined) {
    return `${answer(false)}  a variant, which derives from nothing: ${plainLine(variant.reason)}`
  }
  const tied = path.length > 0 && path.every(({ by }) => derivingKinds.has(by as never))
  if (!tied || step === undefined)
    return `${answer(false)}  no chain of links leads from one to the other.`
  return path.length === 1
    ? `${answer(true)}  ${step.by}: ${plainLine(step.reason)}`
    : `${answer(true)}  over ${path.length} links.`
}

const joinedBy: Readonly<Record<string, string>> = {
  reply: 'a reply goes on with the story of its post.',
  withdrawal: 'a withdrawal belongs to what it takes back.',
  'same forward': 'both forward one post.',
  likeness: 'they are like enough.',
  editor: 'joined by an editor.',
}

function whyOneStory({ path, decision }: PairExplanation): string {
  const [step] = path
  if (decision !== undefined) return `joined by an editor${decidedOn(decision)}.`
  if (step === undefined) return 'joined by signals between them; likeness alone no longer says so.'
  if (path.length > 1) return `over ${path.length} steps, shown below.`
  return joinedBy[step.by] ?? 'what derives from a signal is in its story.'
}

const decidedOn = ({ signals, reason }: Decision) =>
  ` on ${signals.map(plainLine).join(' and ')}${reason === undefined ? '' : `: "${isolate(plainLine(reason))}"`}`

function whyApart({ likeness, gapMinutes, decision }: PairExplanation): string {
  if (decision !== undefined) return `kept apart by an editor${decidedOn(decision)}.`
  const veto = likeness.features.find(({ how }) => how === 'veto')
  if (veto !== undefined)
    return plainLine(veto.name === 'kept apart' ? veto.value : `${veto.name}: ${veto.value}.`)
  const score = likeness.score.toFixed(2)
  if (likeness.verdict === 'apart') return `likeness ${score} is below ${likeness.suggestAt}.`
  if (likeness.verdict === 'suggest')
    return `likeness ${score} is for an editor to decide (${likeness.suggestAt} to ${likeness.mergeAt}).`
  return likeness.score < likeness.bound
    ? `likeness ${score} is below the ${likeness.bound.toFixed(2)} that a story of ${likeness.storySize} signals asks.`
    : `likeness ${score} would join them now, ${gapMinutes} minutes apart; when the later came, rarer words or another story decided.`
}

function pathLines(path: readonly PathStep[], { paint, columns }: ExplainLook): string[] {
  return path.flatMap(({ from, to, by, reason }) => [
    `${paint('cyan', plainLine(from))} ${paint('yellow', `─ ${by} → `)}${paint('cyan', plainLine(to))}`,
    paint('dim', `  ${isolate(cutToWidth(plainLine(reason), columns - 6))}`),
  ])
}

function textLines({ text, signals }: PairExplanation, { columns }: ExplainLook): string[] {
  const share = (value: number) => `${Math.round(value * 100)} %`
  const [earlier, later] = signals
  const certain = later.links.find(({ to, kind }) => to === earlier.key && kind === 'copy')
  return [
    text.sharedRuns === 0
      ? 'No three words in a row are shared.'
      : `${text.sharedRuns} runs of three words are shared: ${share(text.ofEarlier)} of the earlier, ${share(text.ofLater)} of the later, ${share(text.jaccard)} of both together.`,
    ...(text.sharedWords === ''
      ? []
      : [`They span: ${isolate(cutToWidth(plainLine(text.sharedWords), columns - 15))}`]),
    ...(text.difference === undefined
      ? []
      : [
          `They differ: "${isolate(plainLine(text.difference.is))}" where the earlier has "${isolate(plainLine(text.difference.was))}".`,
        ]),
    text.judged === undefined
      ? 'Judged as two texts of their own.'
      : `Judged as a ${text.judged.kind}: ${text.judged.how}${certain === undefined ? '' : `, ${certainty(certain.score)}`}.`,
  ]
}
