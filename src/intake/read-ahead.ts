import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ToolAnswers } from '../analysis/tool-answers.ts'
import type { ChannelBook, MetChannel } from '../lib/channel-book.ts'
import type { Channel } from '../model/channel.ts'
import type { Signal } from '../model/signal.ts'

/** The channels known at one time. */
export interface ChannelSnapshot {
  configured: readonly Channel[]
  met: readonly MetChannel[]
}

/** Signals to read, and the channels met since the last task. */
export interface ReadTask {
  signals: readonly {
    signal: Pick<Signal, 'channel' | 'text' | 'revisions'>
    channel: Pick<Channel, 'title' | 'languages'>
  }[]
  met: readonly MetChannel[]
}

/** What the tools say of each signal of a batch; undefined where this thread is to ask them itself. */
export type BatchAnswers = readonly ToolAnswers[] | undefined

type Batch = readonly Signal[]

/** From the build the thread's file runs as it is; from a checkout it needs tsx, which no thread inherits. */
function startWorker(workerData: ChannelSnapshot): Worker {
  const built = new URL('./reader-worker.js', import.meta.url)
  if (import.meta.url.endsWith('.js')) return new Worker(built, { workerData })
  const [tsx, source] = [import.meta.resolve('tsx/esm/api'), built.href.replace(/js$/, 'ts')]
  const load = `import('${tsx}').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(load, { eval: true, workerData })
}

/**
 * Lets a second thread read batches while this one judges those before them. The answers are what this thread
 * would have come to. Whatever the other has not begun, or cannot do, is left to this one.
 */
export class ReadAhead {
  private readonly channels: ChannelBook
  private readonly atFirst: ChannelSnapshot
  private sent: number
  private state: 'new' | 'starting' | 'idle' | 'busy' | 'ended'
  private worker: Worker | undefined
  private waiting: Batch[] = []
  private readonly begun = new Map<Batch, Promise<BatchAnswers>>()
  private finish: ((answers: BatchAnswers) => void) | undefined

  /** `atFirst` are the channels known when the engine was made: only of those are the names known to either. */
  constructor(
    channels: ChannelBook,
    atFirst = snapshotOf(channels),
    threads = availableParallelism(),
  ) {
    this.channels = channels
    this.atFirst = atFirst
    this.sent = atFirst.configured.length + atFirst.met.length
    this.state = threads > 1 ? 'new' : 'ended'
  }

  /** Hands over batches, which are then to be taken in the order of all that were handed over. */
  ask(batches: readonly Batch[]): void {
    if (this.state === 'new' && batches.length > 1) this.start()
    this.waiting.push(...batches)
    this.goOn()
  }

  /** The answers on a batch that was handed over. */
  take(batch: Batch): Promise<BatchAnswers> {
    const answers = this.begun.get(batch) ?? Promise.resolve(undefined)
    this.begun.delete(batch)
    this.waiting = this.waiting.filter((other) => other !== batch)
    return answers
  }

  /** Ends the other thread. */
  close(): void {
    this.end()
  }

  private start(): void {
    this.state = 'starting'
    this.worker = startWorker(this.atFirst)
    this.worker.unref()
    this.worker.on('message', (answers: string | null) => {
      this.settle(answers === null ? undefined : (JSON.parse(answers) as ToolAnswers[]))
      this.state = 'idle'
      this.goOn()
    })
    // Without the thread everything goes on, only slower.
    this.worker.on('error', () => {
      this.end()
    })
  }

  private goOn(): void {
    const batch = this.state === 'idle' ? this.waiting.shift() : undefined
    if (batch === undefined || this.worker === undefined) return
    this.state = 'busy'
    this.begun.set(
      batch,
      new Promise((resolve) => {
        this.finish = resolve
      }),
    )
    this.worker.postMessage(this.taskOf(batch))
  }

  private taskOf(batch: Batch): ReadTask {
    const all = this.channels.all()
    const met = all.length === this.sent ? [] : all.map(({ id, title }) => ({ channel: id, title }))
    this.sent = all.length
    const signals = batch.map(({ channel, text, revisions }) => {
      const { title, languages } = this.channels.get(channel)
      return { signal: { channel, text, revisions }, channel: { title, languages } }
    })
    return { signals, met }
  }

  private settle(answers: BatchAnswers): void {
    this.finish?.(answers)
    this.finish = undefined
  }

  private end(): void {
    if (this.state === 'ended') return
    this.state = 'ended'
    this.settle(undefined)
    void this.worker?.terminate()
  }
}

/** The channels known now. */
export function snapshotOf(channels: ChannelBook): ChannelSnapshot {
  const all = channels.all()
  return {
    configured: all.filter(({ id }) => channels.isConfigured(id)),
    met: all
      .filter(({ id }) => !channels.isConfigured(id))
      .map(({ id, title }) => ({ channel: id, title })),
  }
}
