import { words } from '../../lib/text.ts'

/** Words of news prose that tell no two events apart. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'the a an and or but of in on at to for from by with as is are was were be been being it its this that these ' +
    'those he she they his her their who which what when where will would could should may might has have had not ' +
    'no after before during over under into out up down about against amid among between near more most than also ' +
    'said says say saying told according report reports reported reportedly reporting statement announced announces ' +
    'calls call called new news today yesterday monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april may june july august september october november december source sources channel channels ' +
    'post posts media official officials people one two three first last year years day days week weeks month ' +
    'monitored dispatch unverified independent corroboration awaited attributed remains desk president minister ' +
    'following large scale major significant there then how all any some other another us we our you your i'
  ).split(' '),
)

export interface TellingWord {
  /** Folded and without the endings that English inflects. */
  stem: string
  /** Written with a capital inside a sentence: the name of someone, some place or some thing. */
  name: boolean
}

/** The words of a text that tell what it is about, each once. */
export function tellingWords(text: string): Map<string, TellingWord> {
  const found = new Map<string, TellingWord>()
  for (const { word, from } of words(text)) {
    if (word.length < 3 || commonWords.has(word) || /^\d+$/.test(word)) continue
    const stem = stemEnglish(word.replace(/['’]s$/u, ''))
    const name = /\p{Lu}/u.test(text.charAt(from)) && !opensSentence(text, from)
    found.set(stem, { stem, name: name || (found.get(stem)?.name ?? false) })
  }
  return found
}

const opensSentence = (text: string, from: number) =>
  /(?:^|[.!?:…\n])[^\p{L}\p{N}.!?:…\n]*$/u.test(text.slice(Math.max(0, from - 12), from))

/** Light on purpose: forms of one word need only come out the same. */
function stemEnglish(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '')
  const stem = word.replace(/(?:ations?|ions?|ings?|ers?|ed|es|s)$/, '')
  return (stem.length >= 4 ? stem : word).replace(/e$/, '')
}
