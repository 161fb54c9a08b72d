import { type RawPost, type Signal, signalKey } from '../../src/model/signal.ts'

/** The signal that a post becomes when it is stored. */
export function toSignal(post: RawPost): Signal {
  const { channel, id, at, text, forwardedFrom, replyTo, deletedAt, edits = [], url, outlet } = post
  const versions = [{ at, text }, ...edits]
  const standing = versions.at(-1)?.text ?? text
  return {
    key: signalKey(channel, id),
    channel,
    id,
    at,
    text: standing,
    revision: edits.length,
    revisions:
      edits.length === 0 ? [] : versions.map((version, revision) => ({ revision, ...version })),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(deletedAt === undefined ? {} : { deletedAt, deletion: 'declared' as const }),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    media: post.media ?? [],
    lang: 'und',
    confidence: 0,
  }
}
