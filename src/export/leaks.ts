import type { InternalName, SecretKind } from './internal-names.ts'
import { isUsedAsName } from './name-cues.ts'
import { scanForm, scanWords } from './scan-form.ts'
import { unwrap } from './unwrap.ts'

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
    const { readings, whole } = unwrap(typeof bytes === 'string' ? bytes : decode(bytes))
    const kinds = new Set<Leak['kind']>(whole ? [] : ['too-deeply-encoded'])
    for (const text of new Set(readings.flatMap(withoutMarkup).map(scanForm)))
      for (const secret of sought)
        if (!kinds.has(secret.kind) && stands(secret, text)) kinds.add(secret.kind)
    return Array.from(kinds, (kind) => ({ field, kind }))
  })
}

/** What is not UTF-8 has bytes of 0 between its letters, which scanning leaves out. */
const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

/** Tags and the backslashes of JSON and Markdown may part a name, or stand between its words. */
function withoutMarkup(text: string): string[] {
  const plain = text.replace(/\\+[nrt]/g, ' ').replace(/\\+(?=[\p{P}\p{S}])/gu, '')
  return [text, ...[plain, text].flatMap(withoutTags)]
}

function withoutTags(text: string): string[] {
  if (!text.includes('<')) return [text]
  const shown = text.replace(/<!--[\s\S]*?-->/g, '')
  return [text, ...['', ' '].map((gap) => shown.replace(/<[^<>]*>/g, gap))]
}

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
  const [hint = ''] = scanWords(text)
  const words = inARow(scanWords(text))
  return {
    kind,
    hint,
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

function asNumber(text: string): RegExp[] {
  return [
    `(?<!\\d)-?100${text}(?!\\d)`,
    `(?:tg|/c/|user|id[=:]\\s?|channel)${text}(?!\\d)`,
    ...(text.length >= idDigits ? [`(?<!\\d)${text}(?!\\d)`] : []),
  ].map((pattern) => new RegExp(pattern, 'gu'))
}

const around = 60

function stands({ hint, patterns, weak, within }: Sought, text: string): boolean {
  if (!text.includes(hint)) return false
  const covers = within.flatMap((pattern) => spansOf(pattern, text))
  const isOpen = ([from, to]: Span) =>
    !covers.some(([start, end]) => start <= from && end >= to && end - start > to - from)
  return (
    patterns.some((pattern) => spansOf(pattern, text).some(isOpen)) ||
    weak.some((pattern) =>
      spansOf(pattern, text).some(
        ([from, to]) =>
          isOpen([from, to]) &&
          isUsedAsName(text.slice(Math.max(0, from - around), from), text.slice(to, to + around)),
      ),
    )
  )
}

type Span = readonly [from: number, to: number]

const spansOf = (pattern: RegExp, text: string): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => [index, index + found.length])
