import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Outlet } from '../analysis/citations/outlets.ts'
import type { BatchAhead, Engine } from '../analysis/engine.ts'
import { openAhead } from '../analysis/readings/reading-ahead.ts'
import type { ChannelBook, MetChannel } from '../lib/channel-book.ts'
import type { Channel } from '../model/channel.ts'
import type { Signal } from '../model/signal.ts'
import { type ReadingParcel, unpackReadings } from './reading-parcel.ts'

/** The channels known at one time. */
export interface ChannelSnapshot {
  configured: readonly Channel[]
  met: readonly MetChannel[]
}

/** What another thread makes its tools of. */
export interface ReaderSettings {
  /** The channels known when the engine was made: only of those are the names known to either. */
  known: ChannelSnapshot
  /** Outlets that the configuration adds. */
  outlets: readonly Outlet[]
}

/** Signals to read, with what is known of their channels; the channels met since the last task. */
export interface ReadTask {
  signals: readonly ({ signal: Signal } & ChannelSettings)[]
  met: readonly MetChannel[]
  /** See `SignatureBook.told`. */
  signatures: Uint32Array
}

type ChannelSettings = Pick<Channel, 'title' | 'languages'>

type Batch = readonly Signal[]

/** A batch that the other thread has begun. */
interface Begun {
  channels: readonly ChannelSettings[]
  /** Undefined where the thread could not do it. */
  parcel: Promise<ReadingParcel | undefined>
}

export interface ReadAheadOptions {
  channels: ChannelBook
  /** For whom the signals are read. */
  engine: Pick<Engine, 'reader' | 'signatures'>
  settings?: ReaderSettings
  threads?: number
}

/** From the build the thread's file runs as it is; from a checkout it needs tsx, which no thread inherits. */
function startWorker(workerData: ReaderSettings): Worker {
  const built = new URL('./reader-worker.js', import.meta.url)
  if (import.meta.url.endsWith('.js')) return new Worker(built, { workerData })
  const [tsx, source] = [import.meta.resolve('tsx/esm/api'), built.href.replace(/js$/, 'ts')]
  const load = `import('${tsx}').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(load, { eval: true, workerData })
}

/**
 * Lets a second thread read batches while this one judges those before them: each reading is the one that this
 * thread would have made. Whatever the other has not begun, or cannot do, is left to this one.
 */
export class ReadAhead {
  private readonly channels: ChannelBook
  private readonly engine: ReadAheadOptions['engine']
  private readonly settings: ReaderSettings
  private channelsSent: number
  private state: 'new' | 'starting' | 'idle' | 'busy' | 'ended'
  private worker: Worker | undefined
  private waiting: Batch[] = []
  private readonly begun = new Map<Batch, Begun>()
  private finish: ((parcel: ReadingParcel | undefined) => void) | undefined

  constructor({
    channels,
    engine,
    settings = { known: snapshotOf(channels), outlets: [] },
    threads = availableParallelism(),
  }: ReadAheadOptions) {
    this.channels = channels
    this.engine = engine
    this.settings = settings
    this.channelsSent = settings.known.configured.length + settings.known.met.length
    this.state = threads > 1 ? 'new' : 'ended'
  }

  /** Hands over batches, which are then to be taken in the order of all that were handed over. */
  ask(batches: readonly Batch[]): void {
    if (this.state === 'new' && batches.length > 1) this.start()
    this.waiting.push(...batches)
    this.goOn()
  }

  /** The readings of a batch that was handed over; undefined where this thread is to read it. */
  async take(batch: Batch): Promise<BatchAhead | undefined> {
    const begun = this.begun.get(batch)
    this.begun.delete(batch)
    this.waiting = this.waiting.filter((other) => other !== batch)
    const parcel = await begun?.parcel
    if (begun === undefined || parcel === undefined) return undefined
    const readings = unpackReadings(parcel)
    return batch.map((signal, index) => {
      const reading = readings[index]
      const { title } = this.channels.get(signal.channel)
      const isCurrent = title === begun.channels[index]?.title
      return reading && isCurrent ? openAhead(signal, reading) : undefined
    })
  }

  /** True where this thread reads all that is still asked for. */
  get hasEnded(): boolean {
    return this.state === 'ended'
  }

  /** Ends the other thread. */
  close(): void {
    this.end()
  }

  private start(): void {
    this.state = 'starting'
    this.worker = startWorker(this.settings)
    this.worker.unref()
    this.worker.on('message', (message: string | ReadingParcel) => {
      if (typeof message !== 'string') this.settle(message)
      // It reads otherwise than the engine: the gazetteer was changed since that was made.
      else if (message !== this.engine.reader) {
        this.end()
        return
      }
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
    const task = this.taskOf(batch)
    const parcel = new Promise<ReadingParcel | undefined>((resolve) => {
      this.finish = resolve
    })
    this.begun.set(batch, { channels: task.signals, parcel })
    this.worker.postMessage(task)
  }

  private taskOf(batch: Batch): ReadTask {
    const all = this.channels.all()
    const isKnown = all.length === this.channelsSent
    this.channelsSent = all.length
    const signals = batch.map((signal) => {
      const { title, languages } = this.channels.get(signal.channel)
      return { signal, title, languages }
    })
    const met = isKnown ? [] : all.map(({ id, title }) => ({ channel: id, title }))
    return { signals, met, signatures: this.engine.signatures() }
  }

  private settle(parcel: ReadingParcel | undefined): void {
    this.finish?.(parcel)
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
