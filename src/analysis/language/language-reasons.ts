import { dominantScript, words } from '../../lib/text.ts'
import { ownLetters } from './language-letters.ts'
import { languagesOfWord } from './language-words.ts'

const shown = 5

/** What in a text speaks for its language, in words: script, common words, letters of its own, what the channel writes. */
export function languageReasons(text: string, lang: string, usual: readonly string[]): string {
  const common = new Set(
    words(text)
      .map(({ word }) => word)
      .filter((word) => languagesOfWord.get(word)?.includes(lang)),
  )
  const letters = new Set(Array.from(text.toLowerCase()).filter((at) => ownLetters[at] === lang))
  return [
    `${dominantScript(text)} script`,
    common.size > 0 ? `common words ${Array.from(common).slice(0, shown).join(', ')}` : '',
    letters.size > 0 ? `letters ${Array.from(letters).slice(0, shown).join(' ')}` : '',
    usual.includes(lang) ? 'the channel writes it' : '',
  ]
    .filter((reason) => reason !== '')
    .join('; ')
}
