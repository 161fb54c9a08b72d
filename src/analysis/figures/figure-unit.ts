import type { DetailKind } from '../../model/features.ts'
import type { UnitLabel } from '../conflicts/detail-words.ts'
import type { FigureText } from './figure-text.ts'
import type { Figure } from './figure.ts'

interface Candidate {
  detail: DetailKind
  cost: number
}

/** A figure and a word further apart than this, in unknown words, have nothing to do with each other. */
const furthest = 2.4
const personCost = 0.15
const commaCost = 1.3
const andCost = 0.9
/** The verb of a Persian sentence stands at its end. */
const verbReach = 9
/** Between the words "number of" and the number there may be a whole name. */
const tollReach = 10
const tollCost = 0.2

const casualties: ReadonlySet<string> = new Set([
  'killed',
  'wounded',
  'missing',
  'detained',
  'evacuated',
])
const measures: ReadonlySet<string> = new Set(['percent', 'money', 'distance', 'affected'])
const flights: ReadonlySet<string> = new Set(['launched', 'intercepted'])

/** What a figure counts, from the words on either side of it in its sentence. */
export function unitOf(laid: FigureText, figure: Figure, index: number): DetailKind | undefined {
  const sign = signOf(laid, figure)
  if (sign !== undefined) return sign
  if (isAge(laid, figure)) return undefined
  const noun = nounAfter(laid, figure)
  if (measures.has(noun ?? '')) return noun as DetailKind
  if (noun === 'other') return undefined
  if (noun === 'weapon') return addsToOthers(laid, figure) ? undefined : flightOf(laid, figure)
  if (noun === 'among') return undefined
  if (laid.labels[figure.first - 1]?.includes('distance') === true) return 'distance'
  if (noun === undefined && sharesNoun(laid, figure, index)) return flightOf(laid, figure)
  if (laid.totals.has(laid.sentence[figure.first] ?? 0) || noun === 'part') return undefined
  const after = search(laid, figure, 1)
  const before = search(laid, figure, -1)
  const best = after !== undefined && after.cost <= (before?.cost ?? furthest) ? after : before
  if (best === undefined) return noun === 'person' ? verbAtEnd(laid, figure) : undefined
  if (figure.spelled && figure.value === 1 && best.cost > personCost * 2) return undefined
  if (figure.value === 1 && addsToOthers(laid, figure)) return undefined
  return best.cost > 0.5 && isPartOfOthers(laid, figure) ? undefined : best.detail
}

function signOf({ text, words }: FigureText, figure: Figure): DetailKind | undefined {
  const after = text.slice(words[figure.last]?.to ?? 0, (words[figure.last]?.to ?? 0) + 2)
  const before = text.slice(
    Math.max(0, (words[figure.first]?.from ?? 0) - 2),
    words[figure.first]?.from,
  )
  if (/^ ?[%٪]/.test(after)) return 'percent'
  return /[$€£₪₴₽] ?$/.test(before) || /^ ?[$€£₪₴₽]/.test(after) ? 'money' : undefined
}

/** Between two commas after a name: Ivanov, 47, was killed. */
function isAge(laid: FigureText, figure: Figure): boolean {
  const after = laid.text.slice(
    laid.words[figure.last]?.to ?? 0,
    (laid.words[figure.last]?.to ?? 0) + 1,
  )
  return /^, $/.test(gapBefore(laid, figure.first)) && after === ',' && figure.value < 120
}

const more =
  /^(?:more|another|further|еще|ще|дополнительно|додатково|עוד|נוספימ|اضافيه|اخري|ديگر|دیگر)$/

/** "Three more drones": how many there are in all is said elsewhere. */
function addsToOthers({ words, sentence }: FigureText, { first, last }: Figure): boolean {
  return [first - 1, last + 1, last + 2].some(
    (at) => sentence[at] === sentence[first] && more.test(words[at]?.word ?? ''),
  )
}

/** The noun the figure counts: the next word, or the one after an adjective. */
function nounAfter(laid: FigureText, figure: Figure): UnitLabel | undefined {
  for (let step = 1; step <= 2; step++) {
    const at = figure.last + step
    if (laid.sentence[at] !== laid.sentence[figure.first] || isComma(laid, at)) return undefined
    const labels = laid.labels[at] ?? []
    const noun = labels.find((label) => label !== 'none' && label !== 'total' && label !== 'toll')
    if (noun !== undefined) return noun
  }
  return undefined
}

/** "30 of 45 drones": the first figure counts what the second does. */
function sharesNoun(laid: FigureText, figure: Figure, index: number): boolean {
  const next = laid.figures[index + 1]
  const between = laid.words
    .slice(figure.last + 1, next?.first)
    .map(({ word }) => word)
    .join(' ')
  return (
    next !== undefined &&
    /^(?:of|out of|из|з|із|מתוכ|من اصل|از)$/.test(between) &&
    nounAfter(laid, next) === 'weapon'
  )
}

/** Missiles and drones: how many were launched, or how many intercepted. */
function flightOf(laid: FigureText, figure: Figure): DetailKind | undefined {
  const home = laid.sentence[figure.first]
  for (let distance = 1; distance <= 6; distance++) {
    for (const at of [figure.first - distance, figure.last + distance]) {
      if (laid.sentence[at] !== home) continue
      const flight = (laid.labels[at] ?? []).find((label) => flights.has(label))
      if (flight !== undefined) return flight as DetailKind
    }
  }
  return undefined
}

function search(laid: FigureText, figure: Figure, step: 1 | -1): Candidate | undefined {
  let cost = 0
  const start = step === 1 ? figure.last : figure.first
  const wordCost = step === -1 && followsToll(laid, figure) ? tollCost : 1
  for (let at = start + step; at >= 0 && at < laid.words.length; at += step) {
    if (laid.sentence[at] !== laid.sentence[start]) return undefined
    if (isComma(laid, step === 1 ? at : at + 1)) cost += commaCost
    if (startsWithAnd(laid, step === 1 ? at : at + 1)) cost += andCost
    const labels = laid.labels[at] ?? []
    const detail = labels.find((label) => casualties.has(label) || label === 'magnitude')
    if (cost > furthest || isFigure(laid, at)) return undefined
    if (detail !== undefined) {
      if (step === -1 && cost >= commaCost && hasOwnFigure(laid, at)) return undefined
      return { detail: detail as DetailKind, cost }
    }
    if (step === -1 && laid.words[at]?.word === 'toll') return { detail: 'killed', cost }
    cost += labels.includes('person') ? personCost : wordCost
  }
  return undefined
}

/** Words before a casualty word in which the figure stands that it goes with. */
const ownReach = 3

/** "One pilot died, three people …": the word before the comma has been counted. */
function hasOwnFigure(laid: FigureText, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - ownReach); index--) {
    if (laid.sentence[index] !== laid.sentence[at] || isComma(laid, index + 1)) return false
    if (isFigure(laid, index)) return true
  }
  return false
}

function followsToll(laid: FigureText, figure: Figure): boolean {
  for (let at = figure.first - 1; at >= Math.max(0, figure.first - tollReach); at--) {
    if (laid.sentence[at] !== laid.sentence[figure.first] || isFigure(laid, at)) return false
    if (laid.labels[at]?.includes('toll') === true) return true
  }
  return false
}

function verbAtEnd(laid: FigureText, figure: Figure): DetailKind | undefined {
  for (let at = figure.last + 1; at <= figure.last + verbReach; at++) {
    if (laid.sentence[at] !== laid.sentence[figure.first] || isFigure(laid, at)) return undefined
    const detail = (laid.labels[at] ?? []).find((label) => casualties.has(label))
    if (detail !== undefined) return detail as DetailKind
  }
  return undefined
}

/** After "among them": the figure is of a part, unless its own casualty word stands right beside it. */
function isPartOfOthers(laid: FigureText, figure: Figure): boolean {
  for (let at = figure.first - 1; at >= Math.max(0, figure.first - 12); at--) {
    if (laid.sentence[at] !== laid.sentence[figure.first]) return false
    if (laid.labels[at]?.includes('among') === true) return true
  }
  return false
}

function gapBefore({ text, words }: FigureText, at: number): string {
  return text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? text.length)
}

const isComma = (laid: FigureText, at: number) => /[,،:—–(]/.test(gapBefore(laid, at))

const ands: ReadonlySet<string> = new Set(['and', 'и', 'а', 'та', 'і', 'й', 'و', 'but'])

/** Arabic and Hebrew write "and" onto the next word, and with a hyphen onto a figure: ו-12. */
function startsWithAnd(laid: FigureText, at: number): boolean {
  const word = laid.words[at]?.word ?? ''
  return ands.has(word) || word === 'ו' || (/^[وו]/.test(word) && word.length > 4)
}

const isFigure = (laid: FigureText, at: number) => laid.taken[at] === 1
