import { z } from 'zod'

const walk = z.strictObject({
  /** The next page ends before this id. */
  before: z.int().positive(),
  /** The walk closes a gap down to this id, which was seen before. */
  downTo: z.int().nonnegative().optional(),
  /** Or it reads so many posts further back. */
  left: z.int().positive().optional(),
})
const cursor = z.strictObject({
  /** Newest id seen. */
  last: z.int().positive(),
  /** Stretches of older posts still to be read. */
  walks: z.array(walk),
})

export type PreviewCursor = z.infer<typeof cursor>

/** Reads a stored cursor; an unreadable one counts as none, and everything is read again. */
export function readPreviewCursor(stored: string | undefined): PreviewCursor | undefined {
  if (stored === undefined) return undefined
  try {
    return cursor.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}

/** The cursor after the newest page: posts between it and the last one seen become a walk. */
export function afterNewest(
  known: PreviewCursor | undefined,
  ids: readonly number[],
  backfillPosts: number,
): PreviewCursor {
  const oldest = Math.min(...ids)
  const newest = Math.max(...ids)
  if (!known) {
    const left = backfillPosts - ids.length
    return { last: newest, walks: left > 0 && oldest > 1 ? [{ before: oldest, left }] : [] }
  }
  const gap = oldest > known.last + 1 ? [{ before: oldest, downTo: known.last }] : []
  return { last: Math.max(known.last, newest), walks: [...gap, ...known.walks] }
}

/** The cursor with walks through ids that are missing, behind those that go through them already. */
export function withMissing(
  known: PreviewCursor,
  missing: readonly { from: number; to: number }[],
): PreviewCursor {
  const isWalked = ({ from, to }: { from: number; to: number }) =>
    known.walks.some(({ before, downTo = 0 }) => before > from && downTo < to)
  const walks = missing
    .filter((range) => !isWalked(range))
    .map(({ from, to }) => ({ before: to + 1, downTo: from - 1 }))
  return walks.length === 0 ? known : { ...known, walks: [...known.walks, ...walks] }
}

/** The cursor after a page of the first walk; no ids mean that there is nothing older. */
export function afterWalkPage(known: PreviewCursor, ids: readonly number[]): PreviewCursor {
  const [current, ...others] = known.walks
  if (!current) return known
  const oldest = Math.min(...ids, current.before)
  const left = current.left === undefined ? undefined : current.left - ids.length
  const ended =
    oldest === current.before ||
    oldest <= 1 ||
    (left !== undefined && left <= 0) ||
    (current.downTo !== undefined && oldest <= current.downTo + 1)
  if (ended) return { ...known, walks: others }
  return { ...known, walks: [{ ...current, before: oldest, ...(left && { left }) }, ...others] }
}
