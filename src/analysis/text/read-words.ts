import { type Word, words } from '../../lib/text.ts'
import { blankLinks } from './normalise.ts'

/** Characters read of a post; a longer one is a digest or an essay. */
const longestText = 6000

let lastText = ''
let lastWords: readonly Word[] = []

/** The words of a post's beginning, links and handles left out. The last answer is kept: several readers ask in turn. */
export function readWords(text: string): readonly Word[] {
  if (text === lastText) return lastWords
  lastWords = words(blankLinks(text.slice(0, longestText)))
  lastText = text
  return lastWords
}
