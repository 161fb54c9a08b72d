import { citationCues, openingWords, pictureWords } from './citation-cues.ts'
import { Phrases } from './citation-phrases.ts'
import type { Source } from './citation-sources.ts'
import { type CitedText, gapAfter, gapBefore, type Gap } from './citation-tokens.ts'

const all = citationCues
const cues = {
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
  pictures: new Phrases(pictureWords),
}

/** Words looked over between a cue and the source: "citing [the Russian state news agency] TASS". */
const mostFillers = 5
/** A denial as near as this before an attribution denies what it attributes. */
const denialReach = 4
/** A dash and a name end a sentence of at least so many words; in a shorter line they may be a label. */
const leastWordsBeforeCredit = 4

/** Why a source counts as cited, and the tokens that say so. */
export interface RuleHit {
  rule: string
  first: number
  last: number
}

/** The rule, if any, by which the source at a token is where the post has it from. */
export function applyRules(cited: CitedText, at: number): RuleHit | undefined {
  const source = cited.tokens[at]?.source
  if (source === undefined || creditsPicture(cited, at)) return undefined
  const hit =
    labelled(cited, at) ??
    cuedBefore(cited, at, source) ??
    cuedAfter(cited, at, source) ??
    opensLine(cited, at, source) ??
    isTold(cited, at, source) ??
    inBrackets(cited, at, source) ??
    endsSentence(cited, at, source)
  return hit === undefined || isDenied(cited, hit.first) ? undefined : hit
}

/** True where the words after a source say that it relays another: "TASS, citing Reuters". */
export function relays(cited: CitedText, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (cues.relaying.startingAt(cited.tokens, index) > 0) return true
  }
  return false
}

/** A picture's credit, as "Photo: Reuters", says nothing of who reported. */
function creditsPicture(cited: CitedText, at: number): boolean {
  const gap = gapBefore(cited, at)
  return (
    (gap === 'colon' || gap === 'dash' || gap === 'none') &&
    cues.pictures.endingAt(cited.tokens, at - 1) > 0
  )
}

/** Steps back over fillers; calls `visit` at each token a cue could end with, nearest first. */
function walkBack(
  cited: CitedText,
  at: number,
  visit: (last: number, gap: Gap) => RuleHit | undefined,
) {
  let gap = gapBefore(cited, at)
  for (let step = 0, last = at - 1; step <= mostFillers && last >= 0; step++) {
    const hit = visit(last, gap)
    if (hit !== undefined) return hit
    const token = cited.tokens[last]
    const link = token?.source !== undefined && token.source.form !== 'name'
    const filler = link ? 1 : cues.fillers.endingAt(cited.tokens, last)
    const next = last - Math.max(1, filler)
    const nextGap = gapBefore(cited, next + 1)
    if (gap !== 'none' || filler === 0) return undefined
    last = next
    gap = nextGap
  }
  return undefined
}

function labelled(cited: CitedText, at: number): RuleHit | undefined {
  return walkBack(cited, at, (last, gap) => {
    if (gap !== 'none' && gap !== 'colon' && gap !== 'dash') return undefined
    const length = cues.label.endingAt(cited.tokens, last)
    return length === 0 ? undefined : { rule: 'credit', first: last - length + 1, last: at }
  })
}

function cuedBefore(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  if (needsPrefix(cited, at) && source.prefix === '' && !isMarked(cited, at)) return undefined
  const hit = walkBack(cited, at, (last, gap) => {
    if (gap !== 'none') return undefined
    const length = cues.before.endingAt(cited.tokens, last)
    return length === 0 ? undefined : { rule: 'cue before', first: last - length + 1, last: at }
  })
  if (hit !== undefined || source.form === 'name') return hit
  const length =
    gapBefore(cited, at) === 'none' ? cues.beforeHandle.endingAt(cited.tokens, at - 1) : 0
  return length === 0 ? undefined : { rule: 'cue before', first: at - length, last: at }
}

function cuedAfter(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  if (source.ordinary && !isMarked(cited, at)) return undefined
  for (let step = 0, first = at + 1; step <= mostFillers && first < cited.tokens.length; step++) {
    const gap = gapBefore(cited, first)
    const relaying = cues.relaying.startingAt(cited.tokens, first) > 0
    const filler = fillerAt(cited, first)
    if (gap !== 'none' && !(gap === 'comma' && (relaying || filler > 0 || step > 0)))
      return undefined
    const length = cues.after.startingAt(cited.tokens, first)
    if (length > 0) return { rule: 'cue after', first: at, last: first + length - 1 }
    const opening = opens(cited, at) ? cues.afterOpening.startingAt(cited.tokens, first) : 0
    if (opening > 0) return { rule: 'opening', first: at, last: first + opening - 1 }
    if (filler === 0) return undefined
    first += filler
  }
  return undefined
}

/** How many tokens to look over: a filler's, or a link behind the words. */
function fillerAt({ tokens }: CitedText, index: number): number {
  const source = tokens[index]?.source
  if (source !== undefined) return source.form === 'name' ? 0 : 1
  return cues.fillers.startingAt(tokens, index)
}

/** "Reuters: …", "BREAKING | AXIOS — …", "Iran: Fars: …". */
function opensLine(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  if ((source.ordinary && !isMarked(cited, at)) || source.form === 'article') return undefined
  if (!opens(cited, at)) return undefined
  let last = at
  while (gapAfter(cited, last) === 'none' && isBodyOrCue(cited, last + 1)) last++
  const gap = gapAfter(cited, last)
  const colon = gap === 'colon' || (gap === 'dash' && source.form === 'name')
  return colon ? { rule: 'opening', first: at, last } : undefined
}

function isBodyOrCue(cited: CitedText, index: number): boolean {
  return (
    cues.bodies.startingAt(cited.tokens, index) > 0 ||
    cues.fillers.startingAt(cited.tokens, index) > 0
  )
}

/** True where nothing but "breaking", a heading or what kind of body it is stands before on the line. */
function opens(cited: CitedText, at: number): boolean {
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

/** "مصدر لرويترز: …": a source to Reuters. */
function isTold(cited: CitedText, at: number, { prefix }: Source): RuleHit | undefined {
  const told = /^[وف]?لل?$/.test(prefix) && gapAfter(cited, at) === 'colon'
  return told ? { rule: 'cue before', first: at, last: at } : undefined
}

/** "… killed (Reuters)", "(AP, AFP)". */
function inBrackets(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  const token = cited.tokens[at]
  if (token === undefined || source.form === 'article' || (source.ordinary && source.prefix === ''))
    return undefined
  if (source.form !== 'name' && !source.known) return undefined
  const before = cited.text.slice(0, token.from).trimEnd()
  const after = cited.text.slice(token.to).trimStart()
  const opened = before.endsWith('(') && /^[),]/.test(after)
  const listed =
    /[,/]$/.test(before) && after.startsWith(')') && cited.tokens[at - 1]?.source !== undefined
  return opened || listed ? { rule: 'in brackets', first: at, last: at } : undefined
}

/** "…, — ТАСС." and a name that stands alone as the last line. */
function endsSentence(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  const [before, after] = [gapBefore(cited, at), gapAfter(cited, at)]
  if (source.form === 'article' || (after !== 'line' && after !== 'stop')) return undefined
  let first = at
  while (
    first > 0 &&
    gapBefore(cited, first) === 'none' &&
    cues.fillers.endingAt(cited.tokens, first - 1) > 0
  )
    first--
  if (gapBefore(cited, first) === 'dash' && wordsBefore(cited, first) >= leastWordsBeforeCredit) {
    return { rule: 'ends with', first, last: at }
  }
  const alone = before === 'line' && after === 'line' && at === cited.tokens.length - 1 && at > 0
  const trusted = source.known || (source.form === 'name' && !source.ordinary)
  if (alone && trusted) return { rule: 'last line', first: at, last: at }
  const trails =
    source.known && source.form !== 'name' && after === 'line' && at === cited.tokens.length - 1
  return trails && wordsBefore(cited, at) >= leastWordsBeforeCredit
    ? { rule: 'ends with', first: at, last: at }
    : undefined
}

function wordsBefore(cited: CitedText, at: number): number {
  let count = 0
  for (let index = at; index > 0 && gapBefore(cited, index) !== 'line'; index--) count++
  return count
}

/** A name that is an ordinary word is one in quotes, as a hashtag, or after "agency". */
function isMarked(cited: CitedText, at: number): boolean {
  const token = cited.tokens[at]
  if (token === undefined) return false
  const before = cited.text.charAt(token.from - 1)
  const after = cited.text.charAt(token.to)
  if (before === '#' || (/["«“„'*]/.test(before) && /["»”'*]/.test(after))) return true
  return gapBefore(cited, at) === 'none' && cues.bodies.endingAt(cited.tokens, at - 1) > 0
}

/** "דווח כאן" is "reported here", "דווח בכאן" is "reported on Kan". */
function needsPrefix({ tokens }: CitedText, at: number): boolean {
  const token = tokens[at]
  return token?.source?.ordinary === true && /^[\u05d0-\u05ea]/.test(token.word)
}

function isDenied(cited: CitedText, first: number): boolean {
  for (let index = first; index > 0 && first - index < denialReach; index--) {
    const gap = gapBefore(cited, index)
    if (gap !== 'none' && gap !== 'dash') return false
    if (cues.denials.endingAt(cited.tokens, index - 1) > 0) return true
  }
  return false
}
