import { wordsOf } from '../export/difference.ts'
import type { Parcel } from '../export/target.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Edition } from '../model/desk.ts'

const channelOf = (key: string) => key.slice(0, key.lastIndexOf('/'))

/** Fields of a parcel that hold a key, id or title of a channel behind the edition that nobody named. */
export function scanParcel(
  { content, namings }: Edition,
  { fields }: Parcel,
  channels: Pick<ChannelBook, 'get'>,
): string[] {
  const named = new Set(namings.map(({ signal }) => channelOf(signal)))
  const secrets = content.signals.flatMap((key) => {
    const { id, title, aliases, nameable } = channels.get(channelOf(key))
    return [key, ...(nameable || named.has(channelOf(key)) ? [] : [id, title, ...aliases])]
  })
  const plain = (text: string) => wordsOf(text).normalize('NFKC').toLowerCase()
  const sought = Array.from(new Set(secrets.map(plain))).filter((secret) => secret.length >= 3)
  return Object.entries(fields).flatMap(([field, text]) => {
    const inIt = [text.normalize('NFKC').toLowerCase(), plain(text)]
    return sought.some((secret) => inIt.some((form) => form.includes(secret))) ? [field] : []
  })
}
