import type { Signal } from '../../model/signal.ts'

/** Where a post can be opened; undefined where it has no public address. */
export function postUrl({
  url,
  channel,
  id,
}: Pick<Signal, 'url' | 'channel' | 'id'>): string | undefined {
  if (url !== undefined) return url
  return /^[A-Za-z]\w{3,31}$/.test(channel) && !/^tg\d+$/.test(channel)
    ? `https://t.me/${channel}/${id}`
    : undefined
}
