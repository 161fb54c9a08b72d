import type { ChannelBook } from '../../lib/channel-book.ts'
import type { Archive } from '../../model/archive.ts'
import type { Edition, Member } from '../../model/desk.ts'
import { collectSecrets, type InternalName } from './internal-names.ts'

/** The internal names behind an edition, from what the archive holds of its signals. */
export async function gatherSecrets(
  edition: Edition,
  archive: Pick<Archive, 'signals' | 'analysis'>,
  channels: Pick<ChannelBook, 'get'>,
  members: readonly Member[],
): Promise<InternalName[]> {
  const keys = edition.content.signals
  const [signals, links] = await Promise.all([
    archive.signals.get(keys),
    archive.analysis.linksFrom(keys),
  ])
  return collectSecrets(edition, { signals: [...signals.values()], channels, links, members })
}
