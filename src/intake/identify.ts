import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { ChannelIdentity, NewChannelEvent, SeenIdentity } from '../model/channel-event.ts'

/** Where a payload's posts belong, and what it shows to have become of their channel. */
export interface Identified {
  channel: string
  identity: ChannelIdentity
  events: readonly NewChannelEvent[]
}

/**
 * Tells whether a channel is the one it was. The numeric id says so; without it, posts that are younger than the
 * last one known and have lower ids are another channel's, for ids rise with time. What took the name of another
 * channel is kept apart from it.
 */
export async function identify(
  seen: SeenIdentity,
  { archive, channels, at }: { archive: Archive; channels: ChannelBook; at: string },
): Promise<Identified> {
  const { channelEvents } = archive
  const asked = channels.canonical(seen.channel)
  const holder =
    seen.telegramId === undefined ? undefined : await channelEvents.holderOf(seen.telegramId)
  // The bot tells a channel by its new name: the one that had the id before is meant.
  const moved =
    holder !== undefined && !channels.isConfigured(asked) && channels.isConfigured(holder)
  const channel = moved ? channels.canonical(holder) : asked
  const stored = await channelEvents.identity(channel)
  const configuredId = channels.get(channel).telegramId
  const known: ChannelIdentity = {
    ...stored,
    channel,
    ...(configuredId !== undefined && { telegramId: configuredId }),
  }
  const last = seen.newest && (await channelEvents.newest(channel))
  const successor = successorOf(seen, known, last, channels)
  if (successor !== undefined) return replaced(seen, known, successor, at)
  const { name, telegramId, title } = seen
  const identity = {
    ...known,
    ...(name !== undefined && { name }),
    ...(telegramId !== undefined && { telegramId }),
    ...(title !== undefined && { title }),
  }
  const events: NewChannelEvent[] = []
  const tell = (kind: 'moved' | 'retitled', now?: string, was?: string) => {
    if (now === undefined || was === undefined || now === was) return
    if (kind === 'moved' && now.toLowerCase() === was.toLowerCase()) return
    events.push({ channel, at, kind, detail: { now, was } })
  }
  tell('moved', name, stored?.name ?? (moved ? channel : undefined))
  tell('retitled', title, stored?.title)
  return { channel, identity, events }
}

function successorOf(
  { telegramId, newest }: SeenIdentity,
  known: ChannelIdentity,
  last: { id: number; at: string } | undefined,
  channels: ChannelBook,
): string | undefined {
  if (telegramId !== undefined && known.telegramId !== undefined)
    return telegramId === known.telegramId ? undefined : channels.canonical(`tg${telegramId}`)
  if (telegramId !== undefined) return undefined
  if (known.successor !== undefined) return known.successor
  if (newest === undefined || last === undefined) return undefined
  return newest.id < last.id && newest.at > last.at ? `${known.channel}.2` : undefined
}

function replaced(
  { telegramId, name, title }: SeenIdentity,
  known: ChannelIdentity,
  successor: string,
  at: string,
): Identified {
  const event: NewChannelEvent = {
    channel: known.channel,
    at,
    kind: 'replaced',
    detail: {
      successor,
      ...(name !== undefined && { now: name }),
      ...(title !== undefined && { was: known.title ?? known.channel, now: title }),
      ...(telegramId !== undefined && { idNow: telegramId }),
      ...(known.telegramId !== undefined && { idWas: known.telegramId }),
    },
  }
  return {
    channel: successor,
    identity: { ...known, successor },
    events: known.successor === successor ? [] : [event],
  }
}
