import type { Media, RawPost } from '../../model/signal.ts'
import type { AlbumPart } from './albums.ts'
import { albumMedia, albumText, withPart } from './albums.ts'
import type { SignalRecord } from './signal-record.ts'
import { readMedia } from './signal-record.ts'

/** What a post of an album does to the signal: it completes it, or it edits words that were there. */
export type Merge = { part: AlbumPart; media: readonly Media[] } & (
  | { kind: 'completion'; text: string; first: readonly AlbumPart[] }
  | { kind: 'edit'; edit: Pick<RawPost, 'text' | 'editedAt'> }
)

/** `stored` is empty for a signal that was not known to be an album; it becomes the first part. */
export function mergePart(known: SignalRecord, stored: readonly AlbumPart[], post: RawPost): Merge {
  const first =
    stored.length > 0 ? [] : [{ id: known.id, text: known.text, media: readMedia(known.media) }]
  const parts = stored.length > 0 ? stored : first
  const before = parts.find(({ id }) => id === post.id)
  const { text, at } = wordsOf(post)
  const part = {
    id: post.id,
    // A part without words may come before or after the words are known: it takes none away.
    text: text === '' ? (before?.text ?? '') : text,
    media: longer(before?.media ?? [], post.media ?? []),
  }
  const merged = withPart(parts, part)
  const media = albumMedia(merged)
  const words = albumText(merged)
  if (before === undefined || before.text === '' || before.text === part.text) {
    return { kind: 'completion', text: words, media, part, first }
  }
  const edit = at === undefined ? { text: words } : { text: words, editedAt: at }
  return { kind: 'edit', edit, media, part }
}

function wordsOf({ text, edits, editedAt }: RawPost): { text: string; at: string | undefined } {
  return edits?.at(-1) ?? { text, at: editedAt }
}

const longer = (a: readonly Media[], b: readonly Media[]) => (b.length > a.length ? b : a)
