import { citationCues, moreWords, openingWords, pictureWords } from './citation-cues.ts'
import { Phrases } from './citation-phrases.ts'
import { type CitedText, type Gap, gapBefore } from './citation-tokens.ts'

const all = citationCues
/** What each kind of cue looks for, over all languages. */
export const cues = {
  before: new Phrases(all.flatMap(({ before }) => before)),
  label: new Phrases(all.flatMap(({ label }) => label)),
  beforeHandle: new Phrases(all.flatMap(({ beforeHandle }) => beforeHandle)),
  after: new Phrases(all.flatMap(({ after }) => after)),
  afterOpening: new Phrases(all.flatMap(({ afterOpening }) => afterOpening)),
  relaying: new Phrases(all.flatMap(({ relaying }) => relaying)),
  fillers: new Phrases(all.flatMap(({ fillers }) => fillers)),
  bodies: new Phrases(all.flatMap(({ bodies }) => bodies)),
  denials: new Phrases(all.flatMap(({ denials }) => denials)),
  opening: new Phrases(openingWords),
  more: new Phrases(moreWords),
  pictures: new Phrases(pictureWords),
}

/** A denial as near as this before an attribution denies what it attributes. */
const denialReach = 4

/** True where the words after a source say that it relays another: "TASS, citing Reuters". */
export function relays(cited: CitedText, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (cues.relaying.startingAt(cited.tokens, index) > 0) return true
  }
  return false
}

/** True for "details in the post", where the link adds to the report instead of bearing it. */
export function leadsToMore(cited: CitedText, at: number): boolean {
  return [1, 2, 3, 4].some((back) => cues.more.startingAt(cited.tokens, at - back) > 0)
}

/** A picture's credit, as "Photo: Reuters", says nothing of who reported. */
export function creditsPicture(cited: CitedText, at: number): boolean {
  const gap = gapBefore(cited, at)
  return (
    (gap === 'colon' || gap === 'dash' || gap === 'none') &&
    cues.pictures.endingAt(cited.tokens, at - 1) > 0
  )
}

/** How many tokens to look over: a filler's, or a link behind the words. */
export function fillerAt({ tokens }: CitedText, index: number): number {
  const source = tokens[index]?.source
  if (source !== undefined) return source.form === 'name' ? 0 : 1
  return cues.fillers.startingAt(tokens, index)
}

/** A word that may stand between a source and its colon. */
export function isBodyOrCue(cited: CitedText, index: number): boolean {
  return (
    cues.bodies.startingAt(cited.tokens, index) > 0 ||
    cues.fillers.startingAt(cited.tokens, index) > 0
  )
}

/** True where nothing but "breaking", a heading or what kind of body it is stands before on the line. */
export function opens(cited: CitedText, at: number): boolean {
  for (let index = at; index >= 0; index--) {
    const gap = gapBefore(cited, index)
    if (gap === 'line' || gap === 'stop' || gap === 'colon') return true
    const before = index - 1
    const opening = cues.opening.endingAt(cited.tokens, before)
    if (opening === 0 && cues.fillers.endingAt(cited.tokens, before) === 0) return false
    index -= Math.max(0, opening - 1)
  }
  return true
}

/** Words before on the line, as far as it matters. */
export function wordsBefore(cited: CitedText, at: number, least: number): number {
  let count = 0
  while (count < least && gapBefore(cited, at - count) !== 'line') count++
  return count
}

/** A name that is an ordinary word is one in quotes, as a hashtag, or after "agency". */
export function isMarked(cited: CitedText, at: number): boolean {
  const token = cited.tokens[at]
  if (token === undefined) return false
  const before = cited.text.charAt(token.from - 1)
  const after = cited.text.charAt(token.to)
  if (before === '#' || (/["«“„'*]/.test(before) && /["»”'*]/.test(after))) return true
  return gapBefore(cited, at) === 'none' && cues.bodies.endingAt(cited.tokens, at - 1) > 0
}

/** Latin and Cyrillic tell "Fars" from a word by its capital; a channel's title may begin any sentence. */
export function isOutletByCase({ tokens }: CitedText, at: number): boolean {
  const token = tokens[at]
  return token?.source?.target.kind === 'outlet' && /^[a-z\u0400-\u04ff]/.test(token.word)
}

/** "דווח כאן" is "reported here", "דווח בכאן" is "reported on Kan". */
export function needsPrefix({ tokens }: CitedText, at: number): boolean {
  const token = tokens[at]
  return token?.source?.ordinary === true && /^[\u05d0-\u05ea]/.test(token.word)
}

/** True where a denial stands right before the attribution. */
export function isDenied(cited: CitedText, first: number): boolean {
  for (let index = first; index > 0 && first - index < denialReach; index--) {
    const gap = gapBefore(cited, index)
    if (gap !== 'none' && gap !== 'dash') return false
    if (cues.denials.endingAt(cited.tokens, index - 1) > 0) return true
  }
  return false
}

/** True where a denial stands anywhere in the sentence of a token. */
export function sentenceDenies(cited: CitedText, at: number): boolean {
  const isEdge = (gap: Gap) => gap === 'line' || gap === 'stop'
  let first = at
  while (!isEdge(gapBefore(cited, first))) first--
  for (let index = first; index === first || !isEdge(gapBefore(cited, index)); index++) {
    if (cues.denials.startingAt(cited.tokens, index) > 0) return true
  }
  return false
}
