import type { InternalName, SecretKind } from './internal-names.ts'
import { isUsedAsName } from './name-cues.ts'
import { scanForm, type ScanForm, scanWords, toScanForm } from './scan-form.ts'
import { readAll } from './read-all.ts'
import { readBytes } from './unwrap.ts'

export { collectSecrets } from './internal-names.ts'

/** One thing that is about to leave: a body, a header, a file's name, an error's text. */
export interface Part {
  field: string
  bytes: Uint8Array | string
}

/** Where something internal stands, and what it is; never the value. */
export interface Leak {
  field: string
  kind: SecretKind | 'too-deeply-encoded'
}

/**
 * Looks for internal names in what is about to leave, however it is written or wrapped. What is wrapped too
 * deeply to be read counts as a leak: nothing is sent unread.
 *
 * A single short word (a channel called "Shot") counts only after "@" or in an address, in an attribution, or
 * as a whole value: it may be any word of the news, and a stop at each would teach the desk to name channels
 * only to be rid of it. All other names count wherever their words stand.
 */
export function findLeaks(parts: readonly Part[], secrets: readonly InternalName[]): Leak[] {
  const sought = secrets.map(toSought)
  return parts.flatMap(({ field, bytes }) => {
    const kinds = new Set<Leak['kind']>()
    const { readings, whole } = readAll(decode(bytes))
    if (!whole) kinds.add('too-deeply-encoded')
    for (const form of readings.map(toScanForm))
      for (const secret of sought)
        if (!kinds.has(secret.kind) && stands(secret, form)) kinds.add(secret.kind)
    return Array.from(kinds, (kind) => ({ field, kind }))
  })
}

const decode = (bytes: Uint8Array | string): string[] =>
  typeof bytes === 'string'
    ? [bytes]
    : [Buffer.from(bytes).toString('utf8'), ...readBytes(Buffer.from(bytes))]

interface Sought {
  kind: SecretKind
  /** Stands in every text that holds it; looked for first, as it's fast. */
  hint: string
  patterns: readonly RegExp[]
  within: readonly RegExp[]
  /** Found by these it counts only where it is used as a name. */
  weak: readonly RegExp[]
}

function toSought({ kind, form, text, within }: InternalName): Sought {
  const [first = ''] = scanWords(text)
  const words = inARow(scanWords(text))
  return {
    kind,
    // The digits of a number may stand in groups.
    hint: form === 'number' ? '' : first,
    within: within.map((name) => inARow(scanWords(name))),
    weak: form === 'word' ? [words] : [],
    patterns: patternsOf(form, text, words),
  }
}

function patternsOf(form: InternalName['form'], text: string, words: RegExp): RegExp[] {
  switch (form) {
    case 'name':
    case 'passage':
      return [words, ...glued(text)]
    case 'handle':
      return [asHandle(text)]
    case 'word':
      return addressing(text)
    case 'number':
      return asNumber(text)
    case 'address':
      return [new RegExp(`(?<![\\p{L}\\p{N}])${quote(scanForm(text))}(?![\\p{L}\\p{N}])`, 'gu')]
  }
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Words in a row, whatever stands between them. */
const inARow = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words.map(quote).join('[^\\p{L}\\p{N}]{1,12}')}(?![\\p{L}\\p{N}])`,
    'gu',
  )

const gluedLetters = 8

/** A tag or an address writes several words as one. */
function glued(text: string): RegExp[] {
  const words = scanWords(text)
  const one = words.join('')
  return words.length > 1 && one.length >= gluedLetters
    ? [new RegExp(`(?<![\\p{L}\\p{N}])${quote(one)}(?![\\p{L}\\p{N}])`, 'gu')]
    : []
}

/** `alpha_live`, as a file's name or slug may write it too. */
function asHandle(text: string): RegExp {
  const body = scanForm(text)
    .split(/[_.-]+/)
    .map(quote)
    .join('[_.+-]{0,3}')
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'gu')
}

/** `@mash`, `t.me/mash`, `tg://resolve?domain=mash`, `mash.t.me`, `mash/4711`, `ch:mash`. */
function addressing(text: string): RegExp[] {
  const body = quote(scanForm(text))
  return [
    `@${body}(?![\\p{L}\\p{N}_])`,
    `(?:t|telegram)\\.(?:me|dog)/(?:s/|c/)?${body}(?![\\p{L}\\p{N}_])`,
    `(?:domain|channel|owner|source|start|preview|feed|file|ch|own|tg)[=:/]${body}(?![\\p{L}\\p{N}_])`,
    `(?<![\\p{L}\\p{N}_])${body}(?:\\.t\\.me|/\\d+)(?![\\p{L}\\p{N}_])`,
  ].map((pattern) => new RegExp(pattern, 'gu'))
}

/** Fewer digits are found in any report. */
const idDigits = 7

/** Between groups of digits, as numbers are set in print. */
const grouping = "[ ,.'’_-]?"

function asNumber(text: string): RegExp[] {
  const digits = Array.from(text).join(grouping)
  const end = `(?!${grouping}\\d)`
  return [
    `(?<!\\d)(?<!\\d[,.'’_])-?1${grouping}0${grouping}0${grouping}${digits}${end}`,
    `(?:tg|/c/|user|id[=:]\\s?|channel)${digits}${end}`,
    ...(text.length >= idDigits ? [`(?<!\\d)(?<!\\d[,.'’_])${digits}${end}`] : []),
  ].map((pattern) => new RegExp(pattern, 'gu'))
}

function stands({ hint, patterns, weak, within }: Sought, form: ScanForm): boolean {
  const { text } = form
  if (hint !== '' && !text.includes(hint)) return false
  const covers = within.flatMap((pattern) => spansOf(pattern, text))
  const isOpen = ([from, to]: Span) =>
    !covers.some(([start, end]) => start <= from && end >= to && end - start > to - from)
  return (
    patterns.some((pattern) => spansOf(pattern, text).some(isOpen)) ||
    weak.some((pattern) =>
      spansOf(pattern, text).some((span) => isOpen(span) && isUsedAsName(form, ...span)),
    )
  )
}

type Span = readonly [from: number, to: number]

const spansOf = (pattern: RegExp, text: string): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => [index, index + found.length])
