import { explainSignals } from '../../intake/explain.ts'
import { findSignal } from '../../intake/find-signal.ts'
import { IntakeError } from '../../model/errors.ts'
import type { PairExplanation } from '../../model/explanation.ts'
import type { Signal } from '../../model/signal.ts'
import { derivingKinds } from '../../model/link.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, nothing, rich, type Rich } from '../rich.ts'
import { say } from '../screen.ts'
import { type Reasoning, reasoningOn, retellReason, retellTerms } from '../views/retell.ts'

const mostFeatures = 8
/** Features whose value is a list of words. */
const listsTerms: ReadonlySet<string> = new Set([
  'words',
  'terms that any language has',
  'figures',
  'names in long reports',
  'rare words in long reports',
  'what both name',
])
/** Signals read for the rarity of words: fewer than the command line reads, as this has to be quick. */
const limits = { mostRead: 250, mostAnew: 40 }

export const explain: Command = {
  name: 'explain',
  role: 'reader',
  run: async (asking, args) => {
    const { desk, words } = asking
    const [first, second, ...more] = args.split(/\s+/).filter((word) => word !== '')
    if (first === undefined || second === undefined || more.length > 0)
      return say(rich`${words.explain.usage}`)
    const a = await find(asking, first)
    const b = await find(asking, second)
    if (a === undefined || b === undefined)
      return say(rich`${words.explain.unknown(a === undefined ? first : second)}`)
    if (a.key === b.key) return say(rich`${words.explain.same}`)
    const judged = await desk.archive.analysis.storyOf([a.key, b.key])
    if (judged.size < 2) return say(rich`${words.explain.waiting}`)
    const engine = await desk.createExplainer()
    const { explanation } = await explainSignals(
      desk.archive,
      engine,
      [a, b],
      () => undefined,
      limits,
    )
    const texts = explanation.signals.map(({ text }) => text)
    return say(render(explanation, asking, await reasoningOn(texts, asking)))
  },
}

async function find({ desk }: Asking, given: string): Promise<Signal | undefined> {
  try {
    return await findSignal(desk, given)
  } catch (error) {
    if (error instanceof IntakeError) return undefined
    throw error
  }
}

function render(explained: PairExplanation, { words }: Asking, reasoning: Reasoning): Rich {
  const { story, origins, path, likeness, signals } = explained
  const [earlier, later] = signals
  const { yes, no, linked, oneStory, oneOrigin } = words.explain
  const answer = (what: string, holds: boolean) =>
    rich`${holds ? '✓' : '✗'} ${what}: ${bold(holds ? yes : no)}`
  const tied = path.length > 0 && path.every(({ by }) => derivingKinds.has(by as never))
  const shared = origins.of[0]?.some((origin) => origins.of[1]?.includes(origin)) ?? false
  const features = [...likeness.features]
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, mostFeatures)
  return lines([
    rich`${bold(foreign(earlier.key))} – ${bold(foreign(later.key))}`,
    answer(linked, tied),
    answer(oneStory, story.same),
    [...new Set(story.numbers)].map((number) => `/story_${String(number)}`).join('\n'),
    rich`${answer(oneOrigin, shared)}. ${retellReason(origins.reason, reasoning)}`,
    ...(path.length === 0 ? [] : [nothing, bold(words.explain.path)]),
    ...path.map(
      ({ from, to, by, reason }) =>
        rich`• ${foreign(from)} ${words.arrow} ${foreign(to)}: ${words.explain.by[by]}. ${retellReason(reason, reasoning)}`,
    ),
    nothing,
    bold(words.explain.likeness(likeness.score.toFixed(2))),
    ...features.map(({ name, value, weight }) => {
      const [what = '', kind] = name.split(': ')
      const tell = listsTerms.has(what) ? retellTerms : retellReason
      const found = kind === undefined ? tell(value, reasoning) : words.explain.event(kind)
      const has = kind !== undefined || value !== ''
      return rich`${weight < 0 ? '−' : '+'} ${words.explain.feature(what)}${has ? ': ' : ''}${found}`
    }),
  ])
}
