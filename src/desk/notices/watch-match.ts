import { fold } from '../../lib/text.ts'
import type { Signal } from '../../model/signal.ts'
import type { WatchSubject } from '../../model/watch.ts'
import { readQuery } from '../../store/search/search-query.ts'

/** Whether a post is one that a watch on words or on a channel is for. */
export function concerns(subject: WatchSubject, signal: Signal): boolean {
  if (signal.deletedAt !== undefined) return false
  if (subject.kind === 'channel') return subject.channel === signal.channel
  return subject.kind === 'words' && holdsWords(subject.words, signal.text)
}

/** As search reads words: all of them, phrases whole, a last word that may go on. */
export function holdsWords(words: string, text: string): boolean {
  const terms = readQuery(words)
  const folded = ` ${fold(text)} `
  return (
    terms.length > 0 &&
    terms.every(({ choices, isPrefix }) =>
      choices.some((choice) => folded.includes(` ${choice.join(' ')}${isPrefix ? '' : ' '}`)),
    )
  )
}
