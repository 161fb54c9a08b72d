import type { Engine } from '../analysis/engine.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { Archive } from '../model/archive.ts'
import type { PairExplanation } from '../model/explanation.ts'
import type { Signal, SignalKey } from '../model/signal.ts'

/** Signals before the later one from which the rarity of words is learned, unless told; more change little. */
const learnedFrom = 1500
/** Days back in which they are sought. */
const learnedDays = 14
const dayMs = 86_400_000
/** A text that is read anew takes some milliseconds: others wait for a few of them at most. */
const batch = 10

export interface Explained {
  explanation: PairExplanation
  /** Signals at hand when likeness was weighed. */
  weighedBy: number
}

/** How many signals are taken to learn the rarity of words. */
export interface LearningLimits {
  mostRead: number
  /** Of those, how many whose reading is not stored, as after an update, may be read anew. */
  mostAnew: number
}

/** What is done, and how far it is, while the signals around the two are read. */
export type OnRead = (done: { count: number; share: number }) => void

/**
 * Explains two judged signals: reads into the engine, which must be new, the signals before the later one,
 * and the whole stories of both with their links.
 */
export async function explainSignals(
  archive: Archive,
  engine: Engine,
  pair: readonly [Signal, Signal],
  onRead: OnRead = () => undefined,
  { mostRead, mostAnew }: LearningLimits = { mostRead: learnedFrom, mostAnew: learnedFrom },
): Promise<Explained> {
  const keys = pair.map(({ key }) => key)
  const until = pair[0].at > pair[1].at ? pair[0].at : pair[1].at
  const since = new Date(Date.parse(until) - learnedDays * dayMs).toISOString()
  const last = await archive.signals.last({ since, until, limit: mostRead })
  const stored = await archive.analysis.readings(last.map(keyOf), engine.reader)
  const anew = new Set(
    last
      .filter(({ key }) => !stored.has(key))
      .slice(-mostAnew)
      .map(keyOf),
  )
  const around = last.filter(({ key }) => stored.has(key) || anew.has(key))
  await restore(archive, engine, around, onRead)
  const storyOf = await archive.analysis.storyOf(keys)
  const stories = await archive.analysis.stories([...new Set(storyOf.values())])
  const wanted = [...keys, ...stories.flatMap(({ signals }) => signals)]
  const members = await archive.signals.get([...new Set(wanted)])
  const known = new Set(around.map(keyOf))
  const others = inOrder(members.values()).filter(({ key }) => !known.has(key))
  await restore(archive, engine, others)
  engine.recall([], await archive.analysis.linksFrom([...members.keys()]), stories)
  const [a, b] = pair
  const explanation = engine.explain(a.key, b.key)
  if (explanation === undefined) throw new RangeError(`${a.key} and ${b.key} were not read.`)
  return { explanation, weighedBy: around.length }
}

/** Puts signals into the engine, as they were read before where that is stored. */
async function restore(
  archive: Archive,
  engine: Engine,
  signals: readonly Signal[],
  onRead: OnRead = () => undefined,
): Promise<void> {
  for (let start = 0; start < signals.length; start += batch) {
    const some = signals.slice(start, start + batch)
    const keys = some.map(keyOf)
    const readings = await archive.analysis.readings(keys, engine.reader)
    engine.restore(some, await archive.analysis.linksFrom(keys), [], readings)
    onRead({ count: start, share: start / signals.length })
    await letOthersRun()
  }
}

const keyOf = ({ key }: Signal): SignalKey => key

const inOrder = (signals: Iterable<Signal>): Signal[] =>
  [...signals].sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key))

const compare = (a: SignalKey, b: SignalKey) => (a < b ? -1 : a > b ? 1 : 0)
