import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { sumUp } from '../desk/review/record.ts'
import { explainFileFault } from '../export/targets/file-fault.ts'
import { type FeedOptions, feedFormats, renderFeed } from '../export/formats/formats.ts'
import { gatherSecrets } from '../export/leaks/gather-secrets.ts'
import { findLeaks } from '../export/leaks/leaks.ts'
import { type PublicDispatch, toPublicDispatch } from '../export/public.ts'
import { writeWhole } from '../export/write-file.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { DeskRecord, Edition, Member } from '../model/desk.ts'
import { IntakeError } from '../model/errors.ts'

export interface FeedDeps {
  archive: Pick<Archive, 'desk' | 'signals' | 'analysis'>
  channels: Pick<ChannelBook, 'get'>
  members: readonly Member[]
  feed: Pick<FeedOptions, 'title' | 'site'>
}

export interface FeedsOutcome {
  files: readonly string[]
  dispatches: number
  /** Stubs whose dispatch holds something internal; they are left out. */
  leaking: readonly number[]
}

/** Writes `feed.json` (JSON Feed) and `feed.xml` (RSS) of all that was exported. Throws IntakeError `not-writable`. */
export async function writeFeeds(folder: string, deps: FeedDeps): Promise<FeedsOutcome> {
  const { archive, feed } = deps
  const dispatches: PublicDispatch[] = []
  const firstAt = new Map<string, string>()
  const leaking: number[] = []
  for (const stub of await archive.desk.touched()) {
    const editions = await archive.desk.editions(stub)
    const edition = exportedLast(editions, sumUp(stub, await archive.desk.actsOn(stub)))
    if (edition === undefined) continue
    const shown = toPublicDispatch(edition)
    firstAt.set(shown.dispatch, editions[0]?.at ?? shown.at)
    if (await leaks(edition, shown, deps)) leaking.push(stub)
    else dispatches.push(shown)
  }
  const files: string[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const format of feedFormats) {
      const { fileName, bytes } = renderFeed(format, dispatches, { ...feed, firstAt })
      const file = path.join(folder, fileName)
      await writeWhole(file, Buffer.from(bytes).toString('utf8'))
      files.push(file)
    }
  } catch (cause) {
    const { code, words } = explainFileFault('The feeds', folder, cause).reason
    throw new IntakeError(code, words, { cause })
  }
  return { files, dispatches: dispatches.length, leaking }
}

/** A kill counts from when it was decided: a feed tells of it whatever the targets do. */
function exportedLast(
  editions: readonly Edition[],
  { exported, editions: last }: DeskRecord,
): Edition | undefined {
  const killed = editions.find(({ edition, kind }) => edition === last && kind === 'kill')
  if (exported === 0) return undefined
  return killed ?? editions.find(({ edition }) => edition === exported)
}

async function leaks(
  edition: Edition,
  shown: PublicDispatch,
  { archive, channels, members, feed }: FeedDeps,
): Promise<boolean> {
  const secrets = await gatherSecrets(edition, archive, channels, members)
  const parts = feedFormats.map((format) => ({
    field: format,
    bytes: renderFeed(format, [shown], feed).bytes,
  }))
  return findLeaks(parts, secrets).length > 0
}
