import type { FieldDifference } from '../../model/outgoing.ts'

type Fields = Readonly<Record<string, string>>

/** Words of a text without its markup, as two programs that write markup differently agree on them. */
export function wordsOf(text: string): string {
  return decode(text.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, ' '))
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)\]»”])/g, '')
    .trim()
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

const decode = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : undefined
    if (point === undefined) return named[String(name).toLowerCase()] ?? whole
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

/** Fields that both have and that say something else; `ours` and `theirs` in words. */
export function differences(ours: Fields, theirs: Fields): FieldDifference[] {
  return Object.keys(theirs).flatMap((field) => {
    const mine = ours[field]
    if (mine === undefined) return []
    const [a, b] = [wordsOf(mine), wordsOf(theirs[field] ?? '')]
    return a === b ? [] : [{ field, ours: a, theirs: b }]
  })
}

/** Each field stands as it stood, to the letter. */
export const isUnchanged = (before: Fields, now: Fields): boolean =>
  Object.keys(now).every((field) => before[field] === now[field])
