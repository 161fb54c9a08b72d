import { createHmac } from 'node:crypto'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import type { TargetConfig } from '../../config/export-target.ts'
import { exchange, refusalOf, type Request, tame } from './exchange.ts'
import { explainFileFault } from './file-fault.ts'
import { mapTerms } from './mapping.ts'
import { textOf } from '../formats/render-files.ts'
import { showRequest } from './show-request.ts'
import {
  type Answer,
  done,
  type Finding,
  type Leaving,
  type Parcel,
  type Standing,
  type Target,
  type Version,
} from './target.ts'
import { writeWhole } from '../write-file.ts'

export type SuperdeskConfig = Extract<TargetConfig, { kind: 'superdesk' }>

const notAsked =
  'whether the mapped codes stand in its vocabularies can’t be asked by ingest; compare them there once'

/**
 * Superdesk's ingest, by a folder that it watches or by POST. It takes items in and keeps them by `guid` and
 * `version`: a repeat is the same item, a correction its next version, and nothing can be read back.
 */
export class SuperdeskTarget implements Target {
  readonly kind = 'superdesk'
  readonly reads = false
  readonly keepsNotice = true
  readonly name: string
  private readonly config: SuperdeskConfig
  private readonly secret: string
  private readonly clock: () => Date

  constructor(config: SuperdeskConfig, { secret, clock }: { secret: string; clock: () => Date }) {
    this.name = config.name
    this.config = config
    this.secret = secret
    this.clock = clock
  }

  async check(signal?: AbortSignal): Promise<readonly Finding[]> {
    const { folder, address = '', mapping } = this.config
    const findings =
      folder === undefined
        ? await this.checkAddress(address, signal)
        : await this.checkFolder(folder)
    const isMapped = Object.values(mapping).some((terms) => Object.keys(terms).length > 0)
    return isMapped ? [...findings, { level: 'doubt', words: notAsked }] : findings
  }

  private async checkFolder(folder: string): Promise<readonly Finding[]> {
    try {
      await access(folder, constants.W_OK | constants.X_OK)
      return [{ level: 'ok', words: `${folder} can be written` }]
    } catch (cause) {
      return [{ level: 'wrong', words: explainFileFault(this.name, folder, cause).reason.words }]
    }
  }

  private async checkAddress(address: string, signal?: AbortSignal): Promise<readonly Finding[]> {
    const reply = await exchange(this.name, { method: 'OPTIONS', url: address, signal })
    if (reply.kind !== 'done') return [{ level: 'wrong', words: reply.reason.words }]
    if (reply.value.status === 404)
      return [{ level: 'wrong', words: `${address} answers 404; check the address in the config` }]
    return [
      { level: 'ok', words: `${address} answers` },
      this.secret === ''
        ? { level: 'doubt', words: 'it has no secret, so that what is sent goes unsigned' }
        : {
            level: 'doubt',
            words: 'whether it takes the signature shows only when a dispatch is sent',
          },
    ]
  }

  pack(version: Version): Answer<Parcel> {
    const { dispatch, edition, kind, slug } = version
    const terms = mapTerms(this.name, this.config.mapping, version)
    if (terms.kind !== 'done') return terms
    const item = textOf('superdesk-ninjs', version, terms.value)
    return done({
      dispatch,
      edition,
      kind,
      slug,
      fields: { file: `${slug}-${edition}.json`, item },
    })
  }

  preview({ kind, fields }: Parcel, standing: Standing | undefined): readonly Leaving[] {
    const { file = '', item = '' } = fields
    const { folder } = this.config
    if (kind === 'kill' && standing === undefined) return []
    return folder === undefined
      ? [showRequest(this.request(item))]
      : [{ to: path.join(folder, file), headers: {}, body: item }]
  }

  find() {
    return Promise.resolve(done([]))
  }

  create({ fields, slug }: Parcel, signal?: AbortSignal): Promise<Answer<{ remote: string }>> {
    const { file = '', item = '' } = fields
    const { folder } = this.config
    return folder === undefined
      ? this.push(item, slug, signal)
      : this.drop(folder, file, item, slug)
  }

  update(_standing: unknown, parcel: Parcel, signal?: AbortSignal) {
    return this.create(parcel, signal)
  }

  withdraw(_standing: unknown, parcel: Parcel, signal?: AbortSignal) {
    return this.create(parcel, signal)
  }

  private async drop(folder: string, file: string, item: string, slug: string) {
    try {
      await writeWhole(path.join(folder, file), item)
      return done({ remote: slug })
    } catch (cause) {
      return explainFileFault(this.name, folder, cause)
    }
  }

  private request(item: string): Request {
    const signature = `sha1=${createHmac('sha1', this.secret).update(item).digest('hex')}`
    return {
      method: 'POST',
      url: this.config.address ?? '',
      headers: {
        'content-type': 'application/json',
        ...(this.secret !== '' && { 'x-superdesk-signature': signature }),
      },
      body: item,
    }
  }

  private async push(item: string, slug: string, signal: AbortSignal | undefined) {
    const reply = await exchange(this.name, { ...this.request(item), signal })
    if (reply.kind !== 'done') return reply
    const { status, body } = reply.value
    if (status >= 200 && status < 300) return done({ remote: slug })
    return refusalOf(this.name, reply.value, { detail: tame(body), nowMs: this.clock().getTime() })
  }
}
