import { createHash } from 'node:crypto'
import { PrintIndex } from '../analysis/pictures/print-index.ts'
import { type DecodedPicture, decodePicture } from '../intake/pictures/decode-picture.ts'
import { readVideo } from '../intake/pictures/read-video.ts'
import type { PictureFiles } from '../intake/pictures/picture-files.ts'
import type { Logger } from '../lib/logger.ts'
import { once } from '../lib/once.ts'
import { sourceFaults } from '../lib/source-faults.ts'
import { formatInstant } from '../lib/time.ts'
import type { PictureAnswer, PictureFacts, PictureStore, PictureTask } from '../model/picture.ts'
import { backoffMs } from './backoff.ts'

export interface PictureKeeperDeps {
  pictures: PictureStore
  fetch: (address: string, signal: AbortSignal) => Promise<PictureAnswer>
  /** Where the files themselves are kept; left out, they are not. */
  files?: PictureFiles
  clock: () => Date
  logger: Logger
  /** Told when a story has to be drafted anew. */
  onReturn: () => void
}

type Decoded = Pick<DecodedPicture, 'type' | 'print'> & Partial<DecodedPicture>

const atOnce = 4
/** After some half an hour a picture is given up: addresses on pages expire. */
const mostAttempts = 6
const retry = { firstMs: 60_000, longestMs: 3_600_000 }
/** Among so many the same one is sought; 40 MB. */
const mostPrints = 1_000_000
const batch = 5000

/** Fetches photos and videos of signals, hashes them, and finds where photos stood before. */
export class PictureKeeper {
  private readonly deps: PictureKeeperDeps
  private readonly index = once(() => this.load())

  constructor(deps: PictureKeeperDeps) {
    this.deps = deps
  }

  /** Works off what is due; answers how many that were. */
  async run(signal: AbortSignal): Promise<number> {
    const { pictures, clock } = this.deps
    let done = 0
    while (!signal.aborted) {
      const tasks = await pictures.due(formatInstant(clock().getTime()), atOnce)
      if (tasks.length === 0) break
      const looked = await Promise.allSettled(tasks.map((task) => this.look(task, signal)))
      for (const one of looked) if (one.status === 'rejected') throw one.reason
      done += tasks.length
    }
    return done
  }

  private async look(task: PictureTask, signal: AbortSignal): Promise<void> {
    const { pictures, fetch, logger } = this.deps
    const { picture, address, attempts } = task
    if (attempts >= mostAttempts) {
      await pictures.fail(picture, sourceFaults.say('pictureAttempts', { count: mostAttempts }))
      return
    }
    await pictures.begin(picture)
    const answer = await fetch(address, signal)
    // What was broken off by the stop is tried anew after the start.
    if (isAborted(signal)) return
    if (answer.kind === 'bytes') await this.keep(task, answer.bytes)
    else if (answer.kind === 'later' && attempts + 1 < mostAttempts)
      await this.wait(task, answer.reason, answer.afterSeconds)
    else {
      await pictures.fail(picture, answer.reason)
      logger.debug(`The picture of ${task.signal} was not fetched: ${answer.reason}`)
    }
  }

  private wait({ picture, attempts }: PictureTask, reason: string, seconds?: number) {
    const waitMs = backoffMs(attempts + 1, retry, seconds)
    return this.deps.pictures.later(picture, reason, this.inMs(waitMs))
  }

  private async keep(task: PictureTask, bytes: Uint8Array): Promise<void> {
    const { picture, kind, signal, attempts } = task
    const { pictures, logger, onReturn } = this.deps
    const decoded: Decoded | undefined =
      kind === 'photo' ? await decodePicture(bytes) : readVideo(bytes)
    if (decoded === undefined) {
      await pictures.fail(picture, sourceFaults.say(kind === 'photo' ? 'noPhoto' : 'noVideo'))
      return
    }
    const { print, ...told } = decoded
    const { type } = told
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = await this.keepFile({ sha256, type }, bytes)
    if (kept === 'failed' && attempts + 1 < mostAttempts) {
      await this.wait(task, sourceFaults.say('pictureFile'))
      return
    }
    const facts = {
      ...told,
      sha256,
      bytes: bytes.length,
      ...(print && { print: print.print }),
      ...(kept === 'kept' && { kept: true }),
    }
    const index = await this.index()
    const like = print === undefined ? [] : index.like(print)
    if (print !== undefined) index.add(picture, print.print)
    const at = this.inMs(0)
    if (await pictures.keep(picture, facts, like, at)) {
      logger.info(`The picture of ${signal} was posted before`)
      onReturn()
    }
  }

  /** A full disk costs the file in the end, and never the hash. */
  private async keepFile(named: Pick<PictureFacts, 'sha256' | 'type'>, bytes: Uint8Array) {
    const { files, logger } = this.deps
    if (files === undefined) return 'not wanted'
    try {
      await files.put(named, bytes)
      return 'kept'
    } catch (error) {
      logger.error({ err: error }, `${files.pathOf(named)} could not be written`)
      return 'failed'
    }
  }

  private async load(): Promise<PrintIndex> {
    const index = new PrintIndex(mostPrints)
    for await (const prints of this.deps.pictures.prints(mostPrints, batch))
      for (const { picture, print } of prints) index.add(picture, print)
    return index
  }

  private inMs(ms: number): string {
    return formatInstant(this.deps.clock().getTime() + ms)
  }
}

// A call, so that the compiler does not take the flag for unchanged since the work began.
const isAborted = (signal: AbortSignal): boolean => signal.aborted
