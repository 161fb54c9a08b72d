import type { ChannelBook } from '../lib/channel-book.ts'
import { formatInstant } from '../lib/time.ts'
import type { Archive } from '../model/archive.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { Delivery, Payload, PayloadKind, Reader, Reading } from '../model/delivery.ts'
import type { Member } from '../model/desk.ts'
import type { MediaKind, RawPost } from '../model/signal.ts'
import { type CheckedPost, checkPost } from './check-post.ts'
import { coverageOf } from './coverage.ts'
import { identified } from './identified.ts'
import { quarantineWhole } from './quarantine-whole.ts'

export interface IntakeContext {
  readers: Record<PayloadKind, Reader>
  channels: ChannelBook
  /** The desk's members: what editors and chiefs hand in is taken. */
  members: () => readonly Pick<Member, 'id' | 'role'>[]
  /** Of which kinds media are fetched. */
  fetchKinds?: ReadonlySet<MediaKind>
}

/** Takes one delivery in: raw into the journal, then its posts, checked, into the store. Safe to repeat. */
export async function ingest(
  archive: Archive,
  { payload, cursor }: Delivery,
  context: IntakeContext,
): Promise<CommitOutcome> {
  // Asking Telegram for the next updates confirms these: the cursor may not wait for the commit.
  const confirmsOnAppend = payload.kind === 'telegram-update'
  const journal = await archive.journal.append(payload, confirmsOnAppend ? cursor : undefined)
  return digest(archive, { journal, payload }, context, confirmsOnAppend ? undefined : cursor)
}

/** Reads a payload that is in the journal, and stores what it holds. */
export async function digest(
  archive: Archive,
  { journal, payload }: { journal: number; payload: Payload },
  context: IntakeContext,
  cursor?: string,
): Promise<CommitOutcome> {
  const read = readPayload(payload, context)
  const seenAt = formatInstant(Date.parse(payload.receivedAt))
  const { channels } = context
  const found = await identified(read, { archive, channels, at: seenAt })
  const { reading, invited } = found
  const editors = new Set(
    context
      .members()
      .filter(isEditor)
      .map(({ id }) => id),
  )
  const checked = reading.posts.map((post) =>
    !invited && isUninvited(post, payload, context)
      ? rejectUninvited(post)
      : checkPost(post, { receivedAt: payload.receivedAt, editors }),
  )
  return archive.signals.commit({
    journal,
    posts: checked.flatMap((result) =>
      result.kind === 'ok' ? canonicalPost(result.post, context.channels) : [],
    ),
    rejected: reading.rejected.concat(
      checked.flatMap((result) => (result.kind === 'rejected' ? result.rejection : [])),
    ),
    ...(reading.covers && { covers: canonicalCovers(reading.covers, context.channels) }),
    coverage: coverageOf(reading, payload, { channels, invited }),
    ...found.more,
    ignored: reading.ignored,
    ...(context.fetchKinds && isLive(payload) && { fetchKinds: context.fetchKinds }),
    source: payload.source,
    ...(cursor !== undefined && { cursor }),
    seenAt,
  })
}

/** A file that is imported is of any age, and its photos stand nowhere any more. */
const isLive = ({ kind }: Payload) =>
  kind === 'telegram-preview' || kind === 'telegram-update' || kind === 'feed'

function readPayload(payload: Payload, { readers }: IntakeContext): Reading {
  try {
    return readers[payload.kind](payload)
  } catch (error) {
    return quarantineWhole(payload, error)
  }
}

/** Anybody can make the bot an administrator of a channel of theirs; the desk listens to those it named. */
function isUninvited(post: RawPost, { kind }: Payload, { channels }: IntakeContext): boolean {
  return (
    kind === 'telegram-update' &&
    post.handedInBy === undefined &&
    !channels.isConfigured(post.channel)
  )
}

function rejectUninvited(post: RawPost): CheckedPost {
  return {
    kind: 'rejected',
    rejection: {
      reason: 'unknown-channel',
      place: `${post.channel}/${post.id}`,
      detail: `the bot is in channel "${post.channel}", which is not configured; add it to channels with source kind telegram-bot, or take the bot out of it`,
      raw: JSON.stringify(post).slice(0, 2000),
    },
  }
}

const isEditor = ({ role }: Pick<Member, 'role'>) => role !== 'reader'

function canonicalPost(post: RawPost, channels: ChannelBook): RawPost {
  const { forwardedFrom } = post
  return {
    ...post,
    channel: channels.meet(post.channel, post.title),
    ...(forwardedFrom && {
      forwardedFrom: { ...forwardedFrom, channel: channels.canonical(forwardedFrom.channel) },
    }),
  }
}

function canonicalCovers(covers: NonNullable<Reading['covers']>, channels: ChannelBook) {
  return { ...covers, channel: channels.canonical(covers.channel) }
}
