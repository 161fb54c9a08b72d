import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Delivery, PollRequest, Source } from '../../model/delivery.ts'
import { SourceError } from '../../model/errors.ts'
import { get, type HttpAnswer } from '../../lib/http.ts'
import { refusalOf } from '../../lib/http-refusal.ts'
import { redactUrl } from '../../lib/url.ts'
import { parseFeedDocument } from './feed-document.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

const cursorSchema = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Of the body, for servers that send the same feed again and again. */
  sha256: z.string().optional(),
})
type FeedCursor = z.infer<typeof cursorSchema>

/** An RSS, Atom, RDF or JSON feed, asked for conditionally: nothing new yields no delivery. */
export class FeedSource implements Source {
  readonly name: string
  readonly #channel: string
  readonly #address: string
  readonly #allowPrivate: boolean

  constructor(channel: string, address: string, allowPrivate = false) {
    this.name = `feed:${channel}`
    this.#channel = channel
    this.#address = address
    this.#allowPrivate = allowPrivate
  }

  async *poll({ cursor: stored, signal }: PollRequest): AsyncGenerator<Delivery> {
    if (signal.aborted) return
    const known = readCursor(stored)
    const answer = await this.#ask(known, signal)
    if (!answer || answer.status === 304) return
    if (answer.status < 200 || answer.status > 299) throw refusalOf(this.name, answer)
    const sha256 = createHash('sha256').update(answer.body).digest('hex')
    if (sha256 === known.sha256) return
    const contentType = answer.headers.get('content-type') ?? ''
    const address = redactUrl(this.#address)
    if (!parseFeedDocument(answer.body, contentType)) {
      throw new SourceError(
        'not-a-feed',
        `${this.name}: ${sourceFaults.say('notAFeed', { address })}`,
      )
    }
    const etag = answer.headers.get('etag')
    const lastModified = answer.headers.get('last-modified')
    // A mark of an answer that was cut off would have the server keep the rest back.
    const marks = endsWhole(answer.body)
      ? { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) }
      : {}
    const cursor: FeedCursor = { sha256, ...marks }
    yield {
      payload: {
        source: this.name,
        kind: 'feed',
        channel: this.#channel,
        address,
        receivedAt: new Date().toISOString(),
        body: answer.body,
        meta: { contentType },
      },
      cursor: JSON.stringify(cursor),
    }
  }

  async #ask(known: FeedCursor, signal: AbortSignal): Promise<HttpAnswer | undefined> {
    const accept =
      'application/atom+xml, application/rss+xml, application/feed+json, application/xml, */*;q=0.5'
    const headers = {
      accept,
      ...(known.etag !== undefined && { 'if-none-match': known.etag }),
      ...(known.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
    }
    try {
      return await get({
        url: this.#address,
        name: this.name,
        headers,
        maxRedirects: 5,
        allowPrivate: this.#allowPrivate,
        signal,
      })
    } catch (error) {
      if (signal.aborted) return undefined
      throw error
    }
  }
}

/** Whether the last bytes close a feed; a JSON feed would not have been read otherwise. */
function endsWhole(body: Uint8Array): boolean {
  const end = Buffer.from(body.subarray(-200)).toString('latin1').replaceAll('\0', '')
  return /<\/(?:\w{1,20}:)?(?:rss|feed|rdf)\s{0,20}>/i.test(end) || /\}\s{0,20}$/.test(end)
}

function readCursor(stored: string | undefined): FeedCursor {
  try {
    return cursorSchema.parse(JSON.parse(stored ?? '{}'))
  } catch {
    return {}
  }
}
