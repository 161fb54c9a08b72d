import type Database from 'better-sqlite3'
import type { Evidence, EvidencePayload, EvidencePicture } from '../../model/chain.ts'
import type { SignalKey } from '../../model/signal.ts'
import {
  type ChainedPayload,
  type ChainedPicture,
  type ChainedRevision,
  goneItem,
  payloadContent,
  payloadItem,
  pictureContent,
  pictureItem,
  readItem,
  revisionContent,
  revisionItem,
  signalContent,
  signalItem,
} from './chain-items.ts'
import { chainedPicture, fetchedPictures } from '../pictures/picture-record.ts'
import { unpackBody } from '../signals/journal-body.ts'
import type { SignalRecord } from '../signals/signal-record.ts'
import type { SignalTable } from '../signals/signal-table.ts'

type PayloadRow = ChainedPayload & { address: string | null; body: Buffer | null; is_text: number }

/**
 * The rows of some signals with what the chain hashed of them, and every payload that wrote to one. Reads the
 * chain once from end to end.
 */
export function gatherEvidence(
  db: Database.Database,
  signals: SignalTable,
  keys: readonly SignalKey[],
): Evidence {
  const records = keys.flatMap((key) => signals.get(key) ?? [])
  const wanted = new Set(records.map(({ name, id }) => `${name}/${id}`))
  const found = searchChain(db, wanted)
  const textOf = new Gone(found.gone)
  const revisionsOf = db.prepare<[number], ChainedRevision & { journal: number }>(
    'SELECT revision, at, text, journal FROM revisions WHERE row = ? ORDER BY revision',
  )
  const revised = records.flatMap((record) =>
    revisionsOf.all(record.row).map((revision) => ({ key: keyOf(record), revision })),
  )
  const journals = new Set([
    ...found.journals,
    ...journalsOf(db, records),
    ...revised.map(({ revision }) => revision.journal),
  ])
  return {
    payloads: readPayloads(db, journals),
    signals: records.map((record) => {
      const hash = textOf.hash('text-gone', keyOf(record), record.text)
      const [line, content] = [signalItem(record, hash), signalContent(record, hash)]
      return { line, content, text: record.text, ...goneOf('text-gone', keyOf(record), hash) }
    }),
    revisions: revised.map(({ key, revision }) => {
      const name = `${key}#${revision.revision}`
      const hash = textOf.hash('revision-gone', name, revision.text)
      const [line, content] = [
        revisionItem(key, revision, hash),
        revisionContent(key, revision, hash),
      ]
      return { line, content, text: revision.text, ...goneOf('revision-gone', name, hash) }
    }),
    pictures: readPictures(db, records),
    ...(found.firstEntry !== undefined && { firstEntry: found.firstEntry }),
  }
}

const keyOf = ({ name, id }: SignalRecord): SignalKey => `${name}/${id}`

const goneOf = (kind: Parameters<typeof goneItem>[0], name: string, hash: string | undefined) =>
  hash === undefined ? {} : { gone: goneItem(kind, name, hash) }

/** Texts that were let go keep their hash in the chain. */
class Gone {
  private readonly hashes: ReadonlyMap<string, string>

  constructor(hashes: ReadonlyMap<string, string>) {
    this.hashes = hashes
  }

  hash(kind: string, name: string, text: string): string | undefined {
    return text === '' ? this.hashes.get(`${kind} ${name}`) : undefined
  }
}

function searchChain(db: Database.Database, wanted: ReadonlySet<SignalKey>) {
  const journals = new Set<number>()
  const gone = new Map<string, string>()
  let firstEntry: number | undefined
  const listed = db.prepare<[], { entry: number; kind: string; subject: string; items: string }>(
    'SELECT entry, kind, subject, items FROM chain WHERE items IS NOT NULL ORDER BY entry',
  )
  for (const { entry, kind, subject, items } of listed.iterate()) {
    for (const line of items.split('\n')) {
      const item = readItem(line)
      if (item === undefined || !wanted.has(item.name.replace(/#\d+$/, ''))) continue
      firstEntry ??= entry
      if (item.kind.endsWith('-gone')) gone.set(`${item.kind} ${item.name}`, item.sha256)
      if (kind === 'commit') journals.add(Number(subject.replace('payload ', '')))
    }
  }
  return { journals, gone, firstEntry }
}

function journalsOf(db: Database.Database, records: readonly SignalRecord[]): number[] {
  const journal = db.prepare<[number], number>('SELECT journal FROM signals WHERE row = ?').pluck()
  return records.flatMap(({ row }) => journal.get(row) ?? [])
}

function readPayloads(db: Database.Database, journals: ReadonlySet<number>): EvidencePayload[] {
  const read = db.prepare<[number], PayloadRow>(
    `SELECT journal, source, kind, channel, first_at, sha256, address, body, is_text FROM journal
     WHERE journal = ?`,
  )
  return Array.from(journals)
    .sort((a, b) => a - b)
    .flatMap((journal) => read.get(journal) ?? [])
    .map((row) => ({
      line: payloadItem(row),
      content: payloadContent(row),
      journal: row.journal,
      source: row.source,
      kind: row.kind,
      ...(row.address !== null && { address: row.address }),
      firstAt: row.first_at,
      sha256: row.sha256.toString('hex'),
      ...(row.body === null
        ? goneOf('body-gone', String(row.journal), row.sha256.toString('hex'))
        : { body: Buffer.from(unpackBody(row.body, row.is_text === 1)) }),
    }))
}

function readPictures(db: Database.Database, records: readonly SignalRecord[]): EvidencePicture[] {
  const read = db.prepare<[number], ChainedPicture & { kept: number }>(
    `SELECT ${chainedPicture}, p.kept ${fetchedPictures} WHERE p.row = ? AND p.state = 'fetched' ORDER BY p.picture`,
  )
  return records.flatMap(({ row }) =>
    read.all(row).map(({ kept, ...picture }) => ({
      line: pictureItem(picture),
      content: pictureContent(picture),
      signal: picture.name,
      sha256: picture.sha256.toString('hex'),
      type: picture.type,
      kept: kept === 1,
    })),
  )
}
