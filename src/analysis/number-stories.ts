import type { SignalKey } from '../model/signal.ts'
import type { StoryBook } from './stories/story-book.ts'

/** A story as it is told: its number, and its signals in time order. */
export interface EditedStory {
  number: number
  keys: readonly SignalKey[]
}

/**
 * Numbers for what editors made of the stories `bases` of the book; `made` holds keys in time order. What is whole
 * stories keeps the oldest number of theirs. Of a story that was split the piece that begins first keeps the number,
 * the others go by their founders.
 */
export function numberStories(
  made: readonly { keys: readonly SignalKey[]; beginsMs: number }[],
  bases: ReadonlySet<number>,
  book: StoryBook,
): EditedStory[] {
  const inTime = made
    .map(({ keys, beginsMs }) => ({ keys, beginsMs, whole: wholeNumber(keys, book) }))
    .sort((a, b) => a.beginsMs - b.beginsMs || ((a.keys[0] ?? '') < (b.keys[0] ?? '') ? -1 : 1))
  const taken = new Set(inTime.flatMap(({ whole }) => whole ?? []))
  return inTime.map(({ keys, whole }) => {
    const oldest = Math.min(...keys.flatMap((key) => book.storyOf(key) ?? []))
    const kept = whole ?? (taken.has(oldest) ? undefined : oldest)
    const number = kept ?? book.numberFor(keys, bases, taken)
    taken.add(number)
    return { number, keys }
  })
}

/** The oldest number of the stories of the book that these signals are all of; undefined where they are parts. */
function wholeNumber(keys: readonly SignalKey[], book: StoryBook): number | undefined {
  const bases = new Set(keys.flatMap((key) => book.storyOf(key) ?? []))
  const all = Array.from(bases).reduce((sum, base) => sum + book.sizeOf(base), 0)
  return all === keys.length ? Math.min(...bases) : undefined
}
