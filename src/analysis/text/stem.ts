/** Letters that Arabic and Persian write before a word: and, so, in, to, like, the. */
const arabicPrefix = /^(?:[وف]?(?:[بک]?ال|لل)|[وفبل](?=.{4}))/
const arabicSuffix = /(?:هاي|يه|ات|ون|ين|ها|هم|ان|ه|ي)$/
/** Letters that Hebrew writes before a word, as many as there may be: and, the, in, to, from, that, like. */
const hebrewPrefix = /^[ושהבלמכ]{1,3}(?=.{3})/
const hebrewSuffix = /(?:ימ|ות|יה|יות|ה|ת|י)$/

/**
 * A folded word without what inflection changes. Light on purpose: it need only be the same for the
 * forms of one word in one language, never a word itself.
 */
export function stemOf(word: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x600 && first <= 0x6ff) {
    return longEnough(
      word,
      longEnough(word, word.replace(arabicPrefix, '')).replace(arabicSuffix, ''),
    )
  }
  if (first >= 0x590 && first <= 0x5ff) {
    return longEnough(
      word,
      longEnough(word, word.replace(hebrewPrefix, '')).replace(hebrewSuffix, ''),
    )
  }
  if (/\d/.test(word)) return word
  // Cyrillic and Latin inflect at the end: four fifths of a long word are its stem.
  return word.length <= 4
    ? word
    : word.slice(0, Math.max(4, Math.min(7, Math.ceil(word.length * 0.7))))
}

const longEnough = (word: string, stem: string) => (stem.length >= 3 ? stem : word)
