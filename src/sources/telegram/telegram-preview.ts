import type { Config } from '../../config/schema.ts'
import type { Delivery, Payload, PollRequest, Source } from '../../model/delivery.ts'
import { SourceError } from '../../model/errors.ts'
import { get, type HttpAnswer } from '../../lib/http.ts'
import { refusalOf } from '../../lib/http-refusal.ts'
import type { Pace } from '../../lib/pace.ts'
import { decodeBody } from '../decode-body.ts'
import {
  afterNewest,
  afterWalkPage,
  readPreviewCursor,
  withMissing,
} from './telegram-preview-cursor.ts'
import { parsePreviewPage, type PreviewPage } from './telegram-preview-page.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

/** Older pages read in one poll; a longer backfill goes on with the next, behind the newest posts. */
const walkPagesPerPoll = 25

// A function, as the compiler would take the first check to hold after an await.
const isAborted = (signal: AbortSignal): boolean => signal.aborted

const isSameSite = (one: string, other: string): boolean =>
  new URL(one).host === new URL(other).host

interface PreviewOptions {
  channel: string
  /** The public name. */
  name: string
  preview: Config['preview']
  /** Shared by all channels of one site. */
  pace: Pace
  allowPrivate?: boolean
}

/**
 * Public preview page of one channel. Each poll reads the newest page, then what is still missing of gaps
 * and backfill, or else the last pages again to see edits and deletions.
 */
export class PreviewSource implements Source {
  readonly name: string
  readonly #options: PreviewOptions

  constructor(options: PreviewOptions) {
    this.name = `preview:${options.channel}`
    this.#options = options
  }

  async *poll({ cursor: stored, signal, missing = [] }: PollRequest): AsyncGenerator<Delivery> {
    const { backfillPosts, rereadPages } = this.#options.preview
    const known = readPreviewCursor(stored)
    const newest = await this.#ask(known ? { last: known.last } : {}, signal)
    if (!newest || newest.page.ids.length === 0) return
    let cursor = afterNewest(known, newest.page.ids, backfillPosts)
    const fresh = !known || cursor.walks.length > known.walks.length
    if (known) cursor = withMissing(cursor, missing)
    yield { payload: newest.payload, cursor: JSON.stringify(cursor) }

    for (let pages = 0; cursor.walks[0] && pages < walkPagesPerPoll; pages += 1) {
      const asked = await this.#ask({ before: cursor.walks[0].before }, signal)
      if (!asked) return
      if (!asked.page.ended) {
        // The newest posts of a page stand at its end: the walk may not go on behind them.
        yield { payload: asked.payload, cursor: JSON.stringify(cursor) }
        throw this.#cutOff()
      }
      cursor = afterWalkPage(cursor, asked.page.ids)
      yield { payload: asked.payload, cursor: JSON.stringify(cursor) }
    }

    let oldest = newest.page.ids[0] ?? 1
    for (let pages = 1; !fresh && pages < rereadPages && oldest > 1; pages += 1) {
      const asked = await this.#ask({ before: oldest }, signal)
      if (!asked || asked.page.ids.length === 0) return
      yield { payload: asked.payload, cursor: JSON.stringify(cursor) }
      oldest = Math.min(oldest - 1, ...asked.page.ids)
    }
  }

  /** Undefined when the poll was aborted. */
  async #ask(
    bound: { before?: number; last?: number },
    signal: AbortSignal,
  ): Promise<{ payload: Payload; page: PreviewPage } | undefined> {
    const { channel, name, preview, pace, allowPrivate = false } = this.#options
    const query = bound.before === undefined ? '' : `?before=${bound.before}`
    const url = `${preview.baseUrl.replace(/\/$/, '')}/s/${name}${query}`
    await pace.turn(signal)
    if (isAborted(signal)) return undefined
    try {
      const first = await get({ url, name: this.name, allowPrivate, signal })
      const answer = await this.#follow(first, signal)
      const page = parsePreviewPage(decodeBody(answer.body))
      this.#check(page, answer.status, () => refusalOf(this.name, answer))
      const meta = {
        // Another name than was asked for is where the channel moved to.
        name: answer === first ? name : (page.name ?? name),
        ...(bound.before !== undefined && { before: String(bound.before) }),
        ...(bound.last !== undefined && { last: String(bound.last) }),
      }
      const receivedAt = new Date().toISOString()
      const payload: Payload = {
        source: this.name,
        kind: 'telegram-preview',
        channel,
        address: url,
        receivedAt,
        body: answer.body,
        meta,
      }
      return { payload, page }
    } catch (error) {
      if (isAborted(signal)) return undefined
      throw error
    }
  }

  /** The page that a name leads to on the same site: the channel under another name, or what it is instead. */
  async #follow(answer: HttpAnswer, signal: AbortSignal): Promise<HttpAnswer> {
    const { preview, pace, allowPrivate = false } = this.#options
    const { location } = answer
    const isNear = location !== undefined && isSameSite(location, preview.baseUrl)
    if (!isNear) return answer
    await pace.turn(signal)
    return get({ url: location, name: this.name, allowPrivate, signal })
  }

  #check(page: PreviewPage, status: number, refusal: () => SourceError): void {
    const { name, preview } = this.#options
    const told = { address: `${preview.baseUrl}/s/${name}` }
    if (status >= 300 && status < 400) throw this.#redirected()
    if (page.state === 'challenged')
      throw new SourceError('challenged', `${this.name}: ${sourceFaults.say('challenged', told)}`)
    if (status >= 400) throw refusal()
    if (page.state === 'landing') throw this.#redirected(page.stands ? 'private' : 'gone')
    if (page.state === 'broken-markup')
      throw new SourceError(
        'broken-markup',
        `${this.name}: ${sourceFaults.say('brokenMarkup', told)}`,
      )
  }

  #cutOff(): SourceError {
    const { name, preview } = this.#options
    const told = sourceFaults.say('cutOff', { address: `${preview.baseUrl}/s/${name}` })
    return new SourceError('unreachable', `${this.name}: ${told}`)
  }

  #redirected(became?: 'private' | 'gone'): SourceError {
    const { name, preview } = this.#options
    const told = sourceFaults.say('ledAway', { address: `${preview.baseUrl}/s/${name}` })
    return new SourceError('redirected', `${this.name}: ${told}`, { ...(became && { became }) })
  }
}
