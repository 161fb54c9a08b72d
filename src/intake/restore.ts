import type { Engine } from '../analysis/engine.ts'
import type { Archive } from '../model/archive.ts'
import type { SignalKey } from '../model/signal.ts'

const dayMs = 86_400_000
const batch = 2000

/** Rebuilds the engine's memory from the signals of the window before the oldest that waits, or before `now`. */
export async function restoreEngine(
  archive: Archive,
  engine: Engine,
  { windowDays, now }: { windowDays: number; now: Date },
): Promise<void> {
  const [oldest] = await archive.signals.unanalysed(1)
  const reachMs = Math.min(now.getTime(), oldest === undefined ? Infinity : Date.parse(oldest.at))
  const since = new Date(reachMs - windowDays * dayMs).toISOString()
  for await (const signals of archive.signals.since(since, batch)) {
    const keys = signals.map(({ key }) => key)
    const storyOf = await archive.analysis.storyOf(keys)
    const stories = await archive.analysis.stories([...new Set(storyOf.values())])
    engine.restore(signals, await archive.analysis.linksFrom(keys), stories)
  }
}

/** The numbers that stories have had, by their first signal, so that a story keeps its number for good. */
export interface StoryNumbers {
  founders: ReadonlyMap<SignalKey, number>
  next: number
}

/** Reads the numbers in use from stories and stubs; a stub knows its story's first signal after a reset. */
export async function readStoryNumbers(archive: Archive): Promise<StoryNumbers> {
  const founders = new Map<SignalKey, number>()
  let highest = 0
  const take = (number: number, first: SignalKey | undefined) => {
    highest = Math.max(highest, number)
    if (first !== undefined) founders.set(first, number)
  }
  for await (const stubs of archive.stubs.all(batch)) {
    for (const { stub, signals } of stubs) take(stub, signals[0])
  }
  for await (const stories of archive.analysis.allStories(batch)) {
    for (const { story, signals } of stories) take(story, signals[0])
  }
  return { founders, next: highest + 1 }
}
