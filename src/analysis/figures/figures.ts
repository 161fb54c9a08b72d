import type { Word } from '../../lib/text.ts'
import { type Figure, gapAfter, gapBefore, wordAt } from './figure.ts'
import { dated, isDay, monthAt, readClock, readDate } from './figure-moments.ts'
import { lesserOf, monthOf, numeralOf, scaleOf } from './figure-words.ts'

/** All numbers of a text, in order. `found` are the words of `text`. Linear in their number. */
export function findFigures(text: string, words: readonly Word[]): Figure[] {
  const found = words.map(withoutOnset)
  const figures: Figure[] = []
  let index = 0
  while (index < found.length) {
    const figure = readFigure(text, found, index)
    if (figure !== undefined) figures.push(figure)
    index = (figure?.last ?? index) + 1
  }
  return figures
}

const onsetDigits = /^[وفبلکבולהמכש]{1,2}(\d+)$/

/** Hebrew and Arabic may write "and" or "in" onto a figure. */
function withoutOnset(word: Word): Word {
  const last = word.word.charCodeAt(word.word.length - 1)
  if (last < 0x30 || last > 0x39 || word.word.charCodeAt(0) < 0x590) return word
  const digits = onsetDigits.exec(word.word)?.[1]
  return digits === undefined ? word : { word: digits, from: word.to - digits.length, to: word.to }
}

function readFigure(text: string, found: readonly Word[], index: number): Figure | undefined {
  const word = found[index]?.word ?? ''
  const code = word.charCodeAt(0)
  if (code < 0x30 || code > 0x39) return readNumeral(found, index)
  if (/^\d+$/.test(word)) {
    return (
      readClock(text, found, index) ??
      readDate(text, found, index) ??
      readQuantity(text, found, index)
    )
  }
  return readFused(text, found, index)
}

const groupGap = /^[ ,.'’\u00a0\u202f\u2009٬،]$/u

function readQuantity(text: string, found: readonly Word[], index: number): Figure {
  const first = wordAt(found, index)
  const { value, last } = readMeasure(text, found, index)
  const range = readRangeEnd(text, found, last, value)
  const end = range?.last ?? last
  const scale = scaleOf.get(wordAt(found, end + 1))
  const times = scale ?? 1
  const identifies = isIdentifier(text, found, index, end)
  const year =
    !identifies && scale === undefined && range === undefined && isYear(text, found, index, first)
  return {
    value: value * times,
    ...(range === undefined ? {} : { high: range.value * times }),
    ...(year ? { when: 'year' as const, at: first } : {}),
    identifies,
    spelled: false,
    first: index,
    last: scale === undefined ? end : end + 1,
  }
}

const joins = /^(?:and|и|і|та|و)$/

/** An amount, or one told in two measures: "3 м 20 см" is 3.2, as "3,20 м" is. */
function readMeasure(text: string, found: readonly Word[], index: number) {
  const whole = readAmount(text, found, index)
  const lesser = lesserOf.get(wordAt(found, whole.last + 1))
  if (lesser === undefined) return whole
  const next = whole.last + (joins.test(wordAt(found, whole.last + 2)) ? 3 : 2)
  const part = Number(wordAt(found, next))
  const isOne = /^\s*و?$/.test(gapAfter(text, found, whole.last + 1))
  if (!isOne || !(part < lesser.perWhole) || !lesser.forms.has(wordAt(found, next + 1)))
    return whole
  return { value: whole.value + part / lesser.perWhole, last: next }
}

/** Digits with groups of thousands and a decimal part. */
function readAmount(text: string, found: readonly Word[], index: number) {
  let digits = wordAt(found, index)
  let last = index
  if (/^[1-9]\d{0,2}$/.test(digits)) {
    while (/^\d{3}$/.test(wordAt(found, last + 1)) && groupGap.test(gapAfter(text, found, last))) {
      digits += wordAt(found, ++last)
    }
  }
  const fraction = wordAt(found, last + 1)
  const decimal = last === index && /^[.,٫]$/.test(gapAfter(text, found, last))
  if (decimal && /^\d{1,2}$|^\d{4,}$/.test(fraction)) {
    return { value: Number(`${digits}.${fraction}`), last: last + 1 }
  }
  return { value: Number(digits), last }
}

function readRangeEnd(text: string, found: readonly Word[], last: number, low: number) {
  if (!/^ ?[-–—] ?$/.test(gapAfter(text, found, last)) || !/^\d+$/.test(wordAt(found, last + 1))) {
    return undefined
  }
  const high = readAmount(text, found, last + 1)
  return high.value > low ? high : undefined
}

const numberSigns =
  /^(?:no|nr|number|номер|ном|رقم|شماره|מספר|phase|channel|route|flight|рейс|школ.*|корпус.*)$/

/** № 3, F-16, 7-й, ERJ-145, 57-й: a name with a figure in it. */
function isIdentifier(text: string, found: readonly Word[], index: number, last: number): boolean {
  const before = gapBefore(text, found, index)
  if (
    /[№#]\s?$/.test(before) ||
    (/^\.? ?$/.test(before) && numberSigns.test(wordAt(found, index - 1)))
  ) {
    return true
  }
  const previous = wordAt(found, index - 1)
  // ב-21, כ-300: a Hebrew letter and a hyphen are a small word, not a name.
  const hyphened =
    /^[-‑–]$/.test(before) && /^[^\d]/.test(previous) && !/^[א-ת]{1,2}$/.test(previous)
  const ordinal =
    /^[-‑]$/.test(gapAfter(text, found, last)) && /^[^\d]/.test(wordAt(found, last + 1))
  return hyphened || ordinal
}

const yearWords =
  /^(?:in|since|from|of|в|у|с|до|з|за|of|عام|سنه|سال|בשנת|משנת|ב|год|года|году|року|році)$/

function isYear(text: string, found: readonly Word[], index: number, digits: string): boolean {
  const value = Number(digits)
  if (!/^\d{4}$/.test(digits)) return false
  const persian = value >= 1380 && value <= 1420
  if (!persian && (value < 1900 || value > 2100)) return false
  const after = wordAt(found, index + 1)
  const before = wordAt(found, index - 1)
  return (
    yearWords.test(before) ||
    /^(?:год|рок|р$|г$)/.test(after) ||
    monthOf.has(before) ||
    (value >= 2000 && value <= 2050 && !/^ $/.test(gapAfter(text, found, index)))
  )
}

const fusedScales: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9 }

/** 40k, 5bn; 14th before a month; everything else with letters in it is a name. */
function readFused(text: string, found: readonly Word[], index: number): Figure | undefined {
  const parts = /^(\d+)([a-zа-яіїא-ת\u0600-\u06ff]+)$/.exec(wordAt(found, index))
  if (parts === null) return undefined
  const [, digits = '', tail = ''] = parts
  if (/^(?:st|nd|rd|th)$/.test(tail)) {
    const month = monthAt(text, found, index + 1) ?? monthAt(text, found, index - 1)
    return month === undefined || !isDay(digits)
      ? undefined
      : dated(Number(digits), month.month, index, Math.max(index, month.last))
  }
  const scale = fusedScales[tail]
  if (scale === undefined) return undefined
  const value = Number(digits) * scale
  return { value, identifies: false, spelled: false, first: index, last: index }
}

const weekday = /^(?:شنبه)$/
const namesBefore = /^(?:[בלמה]?(?:יומ|קריית|קרית|באר)|يوم)$/

/** Number words, also joined: twenty three, ثلاثة عشر, שלושה עשר. */
function readNumeral(found: readonly Word[], index: number): Figure | undefined {
  const value = numeralValue(wordAt(found, index))
  if (value === undefined) return undefined
  if (weekday.test(wordAt(found, index + 1)) || namesBefore.test(wordAt(found, index - 1))) {
    return undefined
  }
  const next = numeralValue(wordAt(found, index + 1))
  const teen = value < 10 && next === 10
  const tens = value >= 20 && value < 100 && next !== undefined && next < 10
  const joined = teen || tens ? value + next : value
  const end = teen || tens ? index + 1 : index
  const scale = joined > 1 || value === 100 ? scaleOf.get(wordAt(found, end + 1)) : undefined
  return {
    value: joined * (scale ?? 1),
    identifies: false,
    spelled: true,
    first: index,
    last: scale === undefined ? end : end + 1,
  }
}

/** Also with "and" written onto it in Hebrew and Arabic. */
function numeralValue(word: string): number | undefined {
  const value = numeralOf.get(word)
  if (value !== undefined || !/^[וو]/.test(word)) return value
  return numeralOf.get(word.slice(1))
}
