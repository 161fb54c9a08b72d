import type { RawPost } from '../../model/signal.ts'
import type { SignalRecord } from './signal-record.ts'
import { readMedia, writeMedia } from './signal-record.ts'

type Facts = Pick<
  SignalRecord,
  | 'forward_channel'
  | 'forward_id'
  | 'forward_at'
  | 'forward_title'
  | 'reply_to'
  | 'views'
  | 'media'
  | 'url'
  | 'outlet'
>

/** What a post tells beside its words, as columns. */
export function factsOf(post: RawPost): Facts {
  return {
    forward_channel: post.forwardedFrom?.channel ?? null,
    forward_id: post.forwardedFrom?.id ?? null,
    forward_at: post.forwardedFrom?.at ?? null,
    forward_title: post.forwardedFrom?.title ?? null,
    reply_to: post.replyTo ?? null,
    views: post.views ?? null,
    media: writeMedia(post.media),
    url: post.url ?? null,
    outlet: post.outlet ?? null,
  }
}

/** Fills what was not known; nothing that was known is replaced, but views rise and media lists grow. */
export function fillFacts(known: Facts, post: RawPost): Facts {
  const told = factsOf(post)
  return {
    ...fillForward(known, told),
    reply_to: known.reply_to ?? told.reply_to,
    views: told.views === null ? known.views : Math.max(known.views ?? 0, told.views),
    media: readMedia(told.media).length > readMedia(known.media).length ? told.media : known.media,
    url: known.url ?? told.url,
    outlet: known.outlet ?? told.outlet,
  }
}

type Forward = Pick<Facts, 'forward_channel' | 'forward_id' | 'forward_at' | 'forward_title'>

function fillForward(known: Forward, told: Forward): Forward {
  const { forward_channel, forward_id, forward_at, forward_title } = told
  // A bare display name gives way to a channel that can be looked up.
  const isBetter =
    known.forward_channel === null ||
    (known.forward_channel.startsWith('name:') && forward_channel?.startsWith('name:') === false)
  if (isBetter) return { forward_channel, forward_id, forward_at, forward_title }
  const isSame = known.forward_channel?.toLowerCase() === forward_channel?.toLowerCase()
  return {
    forward_channel: known.forward_channel,
    forward_id: known.forward_id ?? (isSame ? forward_id : null),
    forward_at: known.forward_at ?? (isSame ? forward_at : null),
    forward_title: known.forward_title ?? (isSame ? forward_title : null),
  }
}

/** True where analysis would judge differently: who a signal is from, or what it answers. */
export function bearsOnProvenance(before: Facts, after: Facts): boolean {
  return (
    before.forward_channel !== after.forward_channel ||
    before.forward_id !== after.forward_id ||
    before.forward_at !== after.forward_at ||
    before.forward_title !== after.forward_title ||
    before.reply_to !== after.reply_to ||
    before.outlet !== after.outlet
  )
}
