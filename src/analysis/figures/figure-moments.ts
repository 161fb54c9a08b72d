import type { Word } from '../../lib/text.ts'
import { type Figure, gapAfter, wordAt } from './figure.ts'
import { monthOf } from './figure-words.ts'

/** A time of day: 22:40, or "at 0540 local". */
export function readClock(text: string, found: readonly Word[], index: number): Figure | undefined {
  const hour = wordAt(found, index)
  const next = wordAt(found, index + 1)
  const clock = (hours: string, minutes: string, last: number): Figure | undefined =>
    Number(hours) > 23 || Number(minutes) > 59
      ? undefined
      : {
          value: Number(hours) * 100 + Number(minutes),
          when: 'time',
          at: `${hours.padStart(2, '0')}:${minutes}`,
          identifies: false,
          spelled: false,
          first: index,
          last,
        }
  if (/^\d{1,2}$/.test(hour) && /^\d\d$/.test(next) && gapAfter(text, found, index) === ':') {
    return clock(hour, next, index + 1)
  }
  const military =
    /^\d{4}$/.test(hour) && /^(?:at|about|around|approx)$/.test(wordAt(found, index - 1))
  if (military && /^(?:local|hrs|hours|utc|gmt|z)$/.test(next)) {
    return clock(hour.slice(0, 2), hour.slice(2), index)
  }
  return undefined
}

const two = (digits: string) => digits.padStart(2, '0')

/** A day of a month: 14 May, May 14, 14.05.2026, 2026-05-14. */
export function readDate(text: string, found: readonly Word[], index: number): Figure | undefined {
  const day = wordAt(found, index)
  const next = wordAt(found, index + 1)
  const after = wordAt(found, index + 2)
  if (
    /^\d{4}$/.test(day) &&
    gapAfter(text, found, index) === '-' &&
    isDay(after) &&
    isMonth(next)
  ) {
    return dated(Number(after), two(next), index, index + 2)
  }
  if (!isDay(day)) return undefined
  const dotted = /^[./]$/.test(gapAfter(text, found, index)) && /^\d\d$/.test(next) && isMonth(next)
  const closed = /^[./]$/.test(gapAfter(text, found, index + 1)) && /^(?:\d\d|\d{4})$/.test(after)
  if (dotted && (closed || next.startsWith('0'))) {
    return dated(Number(day), next, index, closed ? index + 2 : index + 1)
  }
  const month = monthAt(text, found, index + 1)
  if (month !== undefined) return dated(Number(day), month.month, index, month.last)
  const before = monthAt(text, found, index - 1)
  const latin = /^[a-z]/.test(wordAt(found, index - 1))
  return before !== undefined && latin ? dated(Number(day), before.month, index, index) : undefined
}

/** True for 1–31. */
export const isDay = (word: string) =>
  /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31
const isMonth = (word: string) => /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 12

/** The figure of a date. */
export function dated(day: number, month: string, first: number, last: number): Figure {
  const at = `${month}-${two(String(day))}`
  return { value: day, when: 'date', at, identifies: false, spelled: false, first, last }
}

/** A month's name, also after "of" or with a Hebrew or Arabic letter written onto it. */
export function monthAt(
  text: string,
  found: readonly Word[],
  index: number,
): { month: string; last: number } | undefined {
  const word = found[index]
  if (word === undefined) return undefined
  if (word.word === 'of') return monthAt(text, found, index + 1)
  const double = monthOf.get(`${word.word} ${wordAt(found, index + 1)}`)
  if (double !== undefined) return { month: double, last: index + 1 }
  // "May" and "March" are months only with a capital: 14 may have been hurt.
  const verb =
    (word.word === 'may' || word.word === 'march') && !/[A-Z]/.test(text.charAt(word.from))
  const month = verb ? undefined : (monthOf.get(word.word) ?? onsetMonth(word.word))
  return month === undefined ? undefined : { month, last: index }
}

const onsetMonth = (word: string) => (/^[בל]/.test(word) ? monthOf.get(word.slice(1)) : undefined)
