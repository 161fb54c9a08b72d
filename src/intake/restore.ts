import type { Engine } from '../analysis/engine.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { Archive } from '../model/archive.ts'

const dayMs = 86_400_000
/** Read in some tens of milliseconds: a start answers questions meanwhile. */
const batch = 16

export interface RestoreOptions {
  windowDays: number
  windowSignals: number
  now: Date
  /** Ends between two batches. */
  signal?: AbortSignal | undefined
}

/**
 * Rebuilds the engine's memory from the signals of the window before the oldest that waits, or before `now`;
 * answers whether it came to the end.
 */
export async function restoreEngine(
  archive: Archive,
  engine: Engine,
  { windowDays, windowSignals, now, signal }: RestoreOptions,
): Promise<boolean> {
  const [oldest] = await archive.signals.unanalysed(1)
  const reachMs = Math.min(now.getTime(), oldest === undefined ? Infinity : Date.parse(oldest.at))
  const crowdedOut = (await archive.signals.reachOf(windowSignals)) ?? ''
  const tooOld = new Date(reachMs - windowDays * dayMs).toISOString()
  const since = crowdedOut > tooOld ? crowdedOut : tooOld
  for await (const signals of archive.signals.since(since, batch)) {
    const keys = signals.map(({ key }) => key)
    const storyOf = await archive.analysis.storyOf(keys)
    const stories = await archive.analysis.stories([...new Set(storyOf.values())])
    // A story that reaches back beyond the window is judged again as a whole, or it would lose its beginning.
    const begunBefore = stories.filter(({ firstAt }) => firstAt < since)
    const members = await archive.signals.get(begunBefore.flatMap((story) => story.signals))
    const older = [...members.values()].filter(({ at }) => at < since)
    const all = [...older, ...signals]
    const held = all.map(({ key }) => key)
    const links = await archive.analysis.linksFrom(held)
    const readings = await archive.analysis.readings(held, engine.reader)
    engine.restore(all, links, stories, readings)
    engine.learnFounders(await archive.analysis.foundersAmong(held))
    await archive.analysis.keepReadings(engine.takeReadings())
    await letOthersRun()
    if (signal?.aborted === true) return false
  }
  return true
}
