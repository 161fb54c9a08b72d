import type { BatchAhead, Engine } from '../analysis/engine.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { AnalysisResult } from '../model/analysis.ts'
import type { Archive } from '../model/archive.ts'
import type { Signal, SignalKey } from '../model/signal.ts'
import type { ReadAhead } from './read-ahead.ts'

/** Batches taken from the store at once, so that there is something to read ahead. */
const batchesAhead = 8
/** Judged at once where no more than a batch waits: nothing else runs meanwhile, and whoever asks the bot is waiting. */
const liveBatch = 40

export interface AnalyseOptions {
  /** Signals judged and stored at once. */
  batch?: number
  /** Reads signals while others are judged. */
  readAhead?: ReadAhead | undefined
  /** Ends between two batches. */
  signal?: AbortSignal
}

/** One stored batch: what it changed, and how many signals it judged. */
export interface AnalysedBatch {
  signals: number
  result: AnalysisResult
}

/**
 * Judges every signal that is new, revised or deleted since it was last judged, oldest first. Each batch
 * is stored before it is yielded, so a crash repeats at most the batch in hand.
 */
export async function* analysePending(
  archive: Archive,
  engine: Engine,
  { batch = 250, readAhead, signal }: AnalyseOptions = {},
): AsyncIterable<AnalysedBatch> {
  const ahead = batch * batchesAhead
  while (!isAborted(signal)) {
    const pending = await archive.signals.unanalysed(ahead)
    if (pending.length === 0) return
    const isLive = pending.length <= batch
    const waiting = inBatches(pending, isLive ? Math.min(batch, liveBatch) : batch)
    if (!isLive) readAhead?.ask(waiting)
    for (let signals = waiting.shift(); signals !== undefined; signals = waiting.shift()) {
      if (isAborted(signal)) return
      const read = await readAhead?.take(signals)
      await recallFor(signals, archive, engine, read)
      engine.learnFounders(await archive.analysis.foundersAmong(signals.map(({ key }) => key)))
      const result = engine.analyse(signals, read)
      await archive.analysis.save(result)
      await archive.analysis.keepReadings(engine.takeReadings())
      yield { signals: signals.length, result }
      await letOthersRun()
      if (isLive || waiting.length > batchesAhead / 2) continue
      // Whoever reads ahead is never without work while there is any.
      const last = (waiting.at(-1) ?? signals).at(-1)
      const more = inBatches(await archive.signals.unanalysed(ahead / 2, last?.key), batch)
      waiting.push(...more)
      readAhead?.ask(more)
    }
  }
}

// A call, so that the compiler does not take the flag for unchanged between batches.
const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true

function inBatches<T>(list: readonly T[], size: number): (readonly T[])[] {
  const batches: (readonly T[])[] = []
  for (let from = 0; from < list.length; from += size) batches.push(list.slice(from, from + size))
  return batches
}

/** Brings back to the engine what the batch refers to, or may hold the text of, and the window no longer holds. */
async function recallFor(
  batch: readonly Signal[],
  archive: Archive,
  engine: Engine,
  ahead: BatchAhead | undefined,
): Promise<void> {
  const old = await oldTextsIn(batch, archive, engine, ahead)
  const wanted = [...new Set([...engine.wants(batch), ...old])]
  await recallStories(wanted, archive, engine)
}

/** Old signals, no longer at hand, whose texts the batch holds; what only shares a phrase with it is left where it is. */
async function oldTextsIn(
  batch: readonly Signal[],
  archive: Archive,
  engine: Engine,
  ahead: BatchAhead | undefined,
): Promise<readonly SignalKey[]> {
  const sharing = engine.missing(await archive.analysis.sharingPrints(engine.seeks(batch, ahead)))
  if (sharing.length === 0) return []
  return engine.held([...(await archive.signals.get(sharing)).values()], batch, ahead)
}

/** Brings back to the engine the whole stories that signals are in. */
export async function recallStories(
  wanted: readonly SignalKey[],
  archive: Archive,
  engine: Engine,
): Promise<void> {
  if (wanted.length === 0) return
  // A signal without a story has not been judged: it comes in a batch of its own.
  const storyOf = await archive.analysis.storyOf(wanted)
  const stories = await archive.analysis.stories([...new Set(storyOf.values())])
  const keys = stories.flatMap((story) => story.signals)
  if (keys.length === 0) return
  const signals = await archive.signals.get(keys)
  const links = await archive.analysis.linksFrom(keys)
  const inOrder = [...signals.values()].sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key))
  engine.recall(inOrder, links, stories, await archive.analysis.readings(keys, engine.reader))
  engine.learnFounders(await archive.analysis.foundersAmong(keys))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
