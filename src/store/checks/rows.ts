import type Database from 'better-sqlite3'
import type { SignalKey } from '../../model/signal.ts'
import {
  type ChainedPayload,
  type ChainedPicture,
  type ChainedRevision,
  type ChainItem,
  payloadItem,
  pictureItem,
  readItem,
  revisionItem,
  signalItem,
} from '../chain/chain-items.ts'
import { selectChainedPicture } from '../pictures/picture-record.ts'
import { BringerCheck } from './bringers.ts'
import { hashBody, unpackBody } from '../signals/journal-body.ts'
import { SignalTable } from '../signals/signal-table.ts'

interface Listed {
  entry: number
  kind: string
  subject: string
  items: string
}

type PayloadRow = ChainedPayload & { body: Buffer | null; is_text: number }

/**
 * Every row that the chain speaks for, against the last hash the chain has of it: the chain is walked from
 * its end, so that the first line met of a row is the one that counts.
 */
export function* checkRows(db: Database.Database) {
  const listed = db.prepare<[], Listed>(
    'SELECT entry, kind, subject, items FROM chain WHERE items IS NOT NULL ORDER BY entry DESC',
  )
  const filling = db.prepare("SELECT 1 FROM chain_filling WHERE what = 'signals'").get()
  const check = new RowCheck(db)
  const bringers = new BringerCheck(db)
  for (const { items, ...speaking } of listed.iterate()) {
    const { entry } = speaking
    for (const line of items.split('\n')) {
      yield undefined
      const item = readItem(line)
      const place = item === undefined ? `chain entry ${entry}` : `${item.kind} ${item.name}`
      const problem = item === undefined ? 'A line of it can’t be read.' : check.problemOf(item)
      if (problem !== undefined) yield { place, problem: `${problem} (chain entry ${entry})` }
      if (item?.kind === 'signal') bringers.note(item.name, speaking)
    }
  }
  if (filling === undefined) yield* bringers.findings()
}

/** Compares lines with rows; a row is looked at once. */
class RowCheck {
  private readonly signals: SignalTable
  private readonly seen = new Set<string>()
  /** Hashes of texts and bodies that were let go, by kind and name. */
  private readonly gone = new Map<string, string>()
  private readonly payload
  private readonly revision
  private readonly picture

  constructor(db: Database.Database) {
    this.signals = new SignalTable(db)
    this.payload = db.prepare<[number], PayloadRow>(
      `SELECT journal, source, kind, channel, first_at, sha256, body, is_text FROM journal
       WHERE journal = ?`,
    )
    this.revision = db.prepare<[number, number], ChainedRevision>(
      'SELECT revision, at, text FROM revisions WHERE row = ? AND revision = ?',
    )
    this.picture = db.prepare<[number], ChainedPicture>(selectChainedPicture)
  }

  problemOf(item: ChainItem): string | undefined {
    const id = `${item.kind} ${item.name}`
    if (this.seen.has(id)) return undefined
    this.seen.add(id)
    switch (item.kind) {
      case 'signal':
        return this.signal(item)
      case 'revision':
        return this.revised(item)
      case 'payload':
        return this.received(item)
      case 'picture':
        return this.pictured(item)
      case 'text-gone':
      case 'revision-gone':
      case 'body-gone':
        this.gone.set(id, item.sha256)
        return undefined
      default:
        return 'It is of a kind that this Intake does not know.'
    }
  }

  private signal({ name, sha256 }: ChainItem): string | undefined {
    const record = this.signals.get(name)
    if (record === undefined) return 'It was stored and is not there any more.'
    const gone = record.text === '' ? this.gone.get(`text-gone ${name}`) : undefined
    const line = signalItem(record, gone)
    return line.endsWith(sha256)
      ? undefined
      : 'Its text, time or provenance is not what was stored.'
  }

  private revised({ name, sha256 }: ChainItem): string | undefined {
    const cut = name.lastIndexOf('#')
    const key: SignalKey = name.slice(0, cut)
    const row = this.signals.findRow(key)
    const found =
      row === undefined ? undefined : this.revision.get(row, Number(name.slice(cut + 1)))
    if (found === undefined) return 'It was stored and is not there any more.'
    const gone = found.text === '' ? this.gone.get(`revision-gone ${name}`) : undefined
    return revisionItem(key, found, gone).endsWith(sha256)
      ? undefined
      : 'Its text or time is not what was stored.'
  }

  private pictured({ name, sha256 }: ChainItem): string | undefined {
    const row = this.picture.get(Number(name))
    if (row === undefined) return 'It was fetched and is not there any more.'
    return pictureItem(row).endsWith(sha256)
      ? undefined
      : 'Its hash, address or time is not what was stored.'
  }

  private received({ name, sha256 }: ChainItem): string | undefined {
    const row = this.payload.get(Number(name))
    if (row === undefined) return 'It was received and is not there any more.'
    if (!payloadItem(row).endsWith(sha256))
      return 'Its hash, source or time is not what was stored.'
    if (row.body === null)
      return this.gone.get(`body-gone ${name}`) === row.sha256.toString('hex')
        ? undefined
        : 'Its body was taken out.'
    return bodyHash(row)?.equals(row.sha256) === true
      ? undefined
      : 'Its bytes are not those that were received.'
  }
}

/** Undefined where the stored bytes can't be unpacked. */
function bodyHash({ body, is_text }: PayloadRow): Buffer | undefined {
  try {
    return hashBody(unpackBody(body, is_text === 1))
  } catch {
    return undefined
  }
}
