import {
  cues,
  creditsPicture,
  fillerAt,
  isBodyOrCue,
  opens,
  wordsBefore,
  isMarked,
  isOutletByCase,
  needsPrefix,
  isDenied,
  leadsToMore,
  sentenceDenies,
} from './citation-context.ts'
import type { Source } from './citation-sources.ts'
import { type CitedText, gapAfter, gapBefore, type Gap } from './citation-tokens.ts'
import type { CitationRule } from '../../model/features.ts'

/** Words looked over between a cue and the source: "citing [the Russian state news agency] TASS". */
const mostFillers = 5
/** A dash and a name end a sentence of at least so many words; in a shorter line they may be a label. */
const leastWordsBeforeCredit = { outlet: 2, channel: 4 }

/** Why a source counts as cited, and the tokens that say so. */
export interface RuleHit {
  rule: CitationRule
  first: number
  last: number
  /** The token of who relays it. */
  via?: number
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
    endsSentence(cited, at, source) ??
    mentioned(cited, at, source)
  return hit === undefined || isDenied(cited, hit.first) ? undefined : hit
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
  if (source.ordinary && !isMarked(cited, at) && !isOutletByCase(cited, at)) return undefined
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

/** "Reuters: …", "BREAKING | AXIOS — …", "Iran: Fars: …". */
function opensLine(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  if (source.form === 'article') return undefined
  const clear = !source.ordinary || isMarked(cited, at)
  if (!clear && !(isOutletByCase(cited, at) && gapBefore(cited, at) === 'line')) return undefined
  if (!opens(cited, at)) return undefined
  let last = at
  while (gapAfter(cited, last) === 'none' && isBodyOrCue(cited, last + 1)) last++
  const gap = gapAfter(cited, last)
  const colon = gap === 'colon' || (gap === 'dash' && source.form === 'name')
  return colon ? { rule: 'opening', first: at, last } : undefined
}

/** Words between who speaks and to whom: "an informed [military] source to Reuters". */
const mostBetween = 3

/** "مصدر لرويترز: …", "مصدر مطلع لوكالة فارس ينفي …": a source to Reuters. */
function isTold(cited: CitedText, at: number, { prefix }: Source): RuleHit | undefined {
  if (!/^[وف]?لل?$/.test(prefix)) return undefined
  if (gapAfter(cited, at) === 'colon') return { rule: 'cue before', first: at, last: at }
  for (let last = at - 1; last >= Math.max(0, at - 1 - mostBetween); last--) {
    if (gapBefore(cited, last + 1) !== 'none') return undefined
    const length = cues.before.endingAt(cited.tokens, last)
    if (length > 0) return { rule: 'cue before', first: last - length + 1, last: at }
  }
  return undefined
}

/** "… killed (Reuters)", "(AP, AFP)". */
function inBrackets(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  const token = cited.tokens[at]
  if (token === undefined || source.form === 'article' || (source.ordinary && source.prefix === ''))
    return undefined
  if (source.form !== 'name' && !(source.form === 'handle' && source.known)) return undefined
  const before = cited.text.slice(0, token.from).trimEnd()
  const after = cited.text.slice(token.to).trimStart()
  const opened =
    (before.endsWith('(') && /^[),]/.test(after)) ||
    (before.endsWith('[') && /^\](?!\s*\()/.test(after))
  const listed =
    /[,/]$/.test(before) && after.startsWith(')') && cited.tokens[at - 1]?.source !== undefined
  return opened || listed ? { rule: 'in brackets', first: at, last: at } : undefined
}

/** "…, — ТАСС." and a name that stands alone as the last line. */
function endsSentence(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  const [before, after] = [gapBefore(cited, at), gapAfter(cited, at)]
  if (source.form === 'article' || (after !== 'line' && after !== 'stop')) return undefined
  const least = leastWordsBeforeCredit[source.target.kind]
  let first = at
  while (
    first > 0 &&
    gapBefore(cited, first) === 'none' &&
    cues.fillers.endingAt(cited.tokens, first - 1) > 0
  )
    first--
  if (gapBefore(cited, first) === 'dash' && wordsBefore(cited, first, least) >= least) {
    return { rule: 'ends with', first, last: at }
  }
  const alone = before === 'line' && after === 'line' && at === cited.tokens.length - 1 && at > 0
  const trusted = source.known || (source.form === 'name' && !source.ordinary)
  if (alone && trusted) return { rule: 'last line', first: at, last: at }
  const trails = source.known && source.form !== 'name' && after === 'line'
  const isLast = at === cited.tokens.length - 1 && !leadsToMore(cited, at)
  return trails && isLast && wordsBefore(cited, at, least) >= least
    ? { rule: 'ends with', first: at, last: at }
    : undefined
}

/**
 * Another channel of ours by its handle, or by its title in quotes, within a sentence that denies nothing: "«Night
 * Desk» has it already". Where no cue says so it may be a greeting; two origins where there is one cost more.
 */
function mentioned(cited: CitedText, at: number, source: Source): RuleHit | undefined {
  const named = source.form === 'name' && !source.ordinary && isMarked(cited, at)
  if (!source.known || !(named || source.form === 'handle')) return undefined
  return leadsToMore(cited, at) || sentenceDenies(cited, at)
    ? undefined
    : { rule: 'mentioned', first: at, last: at }
}
