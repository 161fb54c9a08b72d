import { collectSecrets, findLeaks } from '../export/leaks.ts'
import type { Parcel } from '../export/target.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { Edition, Member } from '../model/desk.ts'

export interface ScanDeps {
  archive: Pick<Archive, 'signals' | 'analysis'>
  channels: Pick<ChannelBook, 'get'>
  members: () => readonly Member[]
}

/** Fields of a parcel that hold something internal of what is behind the edition. */
export async function scanParcel(
  edition: Edition,
  { fields }: Parcel,
  { archive, channels, members }: ScanDeps,
): Promise<string[]> {
  const keys = edition.content.signals
  const [signals, links] = await Promise.all([
    archive.signals.get(keys),
    archive.analysis.linksFrom(keys),
  ])
  const sources = { signals: [...signals.values()], channels, links, members: members() }
  const parts = Object.entries(fields).map(([field, bytes]) => ({ field, bytes }))
  const leaks = findLeaks(parts, collectSecrets(edition, sources))
  return Array.from(new Set(leaks.map(({ field }) => field)))
}
