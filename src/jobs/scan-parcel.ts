import { partsOf } from '../export/delivery/dry-run.ts'
import { gatherSecrets } from '../export/leaks/gather-secrets.ts'
import { findLeaks } from '../export/leaks/leaks.ts'
import type { Parcel } from '../export/targets/target.ts'
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
  parcel: Parcel,
  { archive, channels, members }: ScanDeps,
): Promise<string[]> {
  const secrets = await gatherSecrets(edition, archive, channels, members())
  return Array.from(new Set(findLeaks(partsOf(parcel), secrets).map(({ field }) => field)))
}
