import type { TargetConfig } from '../../config/export-target.ts'
import { exchange, refusalOf, type Request, tame } from './exchange.ts'
import { textOf } from '../formats/render-files.ts'
import { showRequest } from './show-request.ts'
import { readWebhookSecret, signWebhook } from './standard-webhook.ts'
import {
  type Answer,
  done,
  type Finding,
  type Leaving,
  type Parcel,
  refused,
  type Standing,
  type Target,
  type Version,
} from './target.ts'

export type WebhookConfig = Extract<TargetConfig, { kind: 'webhook' }>

const types = {
  new: 'dispatch.approved',
  correction: 'dispatch.corrected',
  kill: 'dispatch.killed',
} as const

/**
 * Any CMS that takes signed messages (Standard Webhooks). What it makes of them can't be read back: it tells
 * repeats by `webhook-id`, which is the same each time an edition is sent.
 */
export class WebhookTarget implements Target {
  readonly kind = 'webhook'
  readonly reads = false
  readonly keepsNotice = true
  readonly name: string
  private readonly config: WebhookConfig
  private readonly secret: string
  private readonly clock: () => Date

  constructor(config: WebhookConfig, { secret, clock }: { secret: string; clock: () => Date }) {
    this.name = config.name
    this.config = config
    this.secret = secret
    this.clock = clock
  }

  async check(signal?: AbortSignal): Promise<readonly Finding[]> {
    if (readWebhookSecret(this.secret) === undefined)
      return [{ level: 'wrong', words: this.noSecret().reason.words }]
    const { address } = this.config
    const reply = await exchange(this.name, { method: 'OPTIONS', url: address, signal })
    if (reply.kind !== 'done') return [{ level: 'wrong', words: reply.reason.words }]
    if (reply.value.status === 404 || reply.value.status === 410)
      return [
        {
          level: 'wrong',
          words: `${address} answers ${reply.value.status}; check the address in the config`,
        },
      ]
    return [
      { level: 'ok', words: `${address} answers` },
      {
        level: 'doubt',
        words: 'whether it takes the signature shows only when a dispatch is sent',
      },
    ]
  }

  pack(version: Version): Answer<Parcel> {
    const { dispatch, edition, kind, slug, content } = version
    const data = JSON.parse(textOf('json', version)) as unknown
    const body = JSON.stringify({ type: types[kind], timestamp: content.at, data })
    return done({ dispatch, edition, kind, slug, fields: { id: `${dispatch}.${edition}`, body } })
  }

  preview({ kind, fields }: Parcel, standing: Standing | undefined): readonly Leaving[] {
    return kind === 'kill' && standing === undefined
      ? []
      : [showRequest(this.request(fields, this.clock()))]
  }

  find() {
    return Promise.resolve(done([]))
  }

  async create({ fields }: Parcel, signal?: AbortSignal): Promise<Answer<{ remote: string }>> {
    if (readWebhookSecret(this.secret) === undefined) return this.noSecret()
    const at = this.clock()
    const reply = await exchange(this.name, { ...this.request(fields, at), signal })
    if (reply.kind !== 'done') return reply
    const { status } = reply.value
    if (status >= 200 && status < 300) return done({ remote: fields['id'] ?? '' })
    return refusalOf(this.name, reply.value, {
      detail: tame(reply.value.body),
      nowMs: at.getTime(),
      signedByTime: true,
    })
  }

  update(_standing: unknown, parcel: Parcel, signal?: AbortSignal) {
    return this.create(parcel, signal)
  }

  withdraw(_standing: unknown, parcel: Parcel, signal?: AbortSignal) {
    return this.create(parcel, signal)
  }

  private request({ id = '', body = '' }: Parcel['fields'], at: Date): Request {
    const key = readWebhookSecret(this.secret) ?? Buffer.alloc(0)
    return {
      method: 'POST',
      url: this.config.address,
      headers: { 'content-type': 'application/json', ...signWebhook({ id, body, at }, key) },
      body,
    }
  }

  private noSecret() {
    return refused(
      'unauthorised',
      `${this.name} has no secret, or none that begins with whsec_ and base64; set it in the environment (.env.example)`,
    )
  }
}
