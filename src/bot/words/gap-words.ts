import { type CountForms, counterIn } from '../../lib/count-words.ts'
import type { CitationRule } from '../../model/features.ts'
import type { GapKind } from '../../model/gap.ts'
import { gapWords } from '../../desk/compose/blind.ts'

export interface GapWords {
  locale: string
  rules: Readonly<Record<CitationRule, string>>
  gaps: Readonly<Record<GapKind, string>>
  lengths: Readonly<Record<Unit, CountForms>>
  concepts: Readonly<Record<string, string>>
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

/** Says what stands in the gaps of stored English sentences in another language: dates, ages, languages and rules. */
export function createGapWords({
  locale,
  rules,
  gaps,
  lengths,
  concepts,
}: GapWords): (name: string, value: string) => string | undefined {
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const kinds = new Map(Object.entries(gapWords).map(([kind, words]) => [words, kind as GapKind]))
  return (name, value) => {
    switch (name) {
      case 'lang':
      case 'otherLang':
        return /^[a-z]{2,3}$/.test(value) ? languages.of(value) : undefined
      case 'lag':
      case 'age':
        return lengthIn(locale, lengths, value)
      case 'date':
      case 'when':
        return datesIn(locale, value)
      case 'rule':
        return own<string>(rules, value)
      case 'term':
        return own(concepts, value)
      case 'gap': {
        const kind = kinds.get(value)
        return kind === undefined ? undefined : gaps[kind]
      }
      default:
        return undefined
    }
  }
}

/** A post may have the word "constructor". */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** `6 minutes`, as a person of the locale says it. */
function lengthIn(
  locale: string,
  lengths: Readonly<Record<string, CountForms>>,
  value: string,
): string | undefined {
  const [, count, unit = ''] = /^(\d+) ([a-z]+?)s?$/.exec(value) ?? []
  const forms = own(lengths, unit)
  return forms === undefined ? undefined : counterIn(locale)(Number(count), forms)
}

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month, 15),
  ),
)
const written = new RegExp(`(${months.join('|')}) (\\d{1,2})(?:, (\\d{4}))?`, 'g')

/** Dates such as `July 2, 2026` among clock times, as the locale writes them. */
function datesIn(locale: string, text: string): string {
  return text.replace(written, (_, month: string, day: string, year?: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(year === undefined ? {} : { year: 'numeric' }),
    }).format(Date.UTC(Number(year ?? 2000), months.indexOf(month), Number(day))),
  )
}
