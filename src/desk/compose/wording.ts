const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Numbers below ten in words, as in running prose. */
export const numeral = (count: number): string => small[count] ?? String(count)

/** `one channel`, `four channels`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numeral(count)} ${count === 1 ? one : many}`

export const capitalise = (text: string): string => text.replace(/^\p{Ll}/u, (c) => c.toUpperCase())

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}

/** At most `length` UTF-16 units, cut after a whole word, with `…` where something was cut. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  const kept = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')
  return `${kept.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, '')}…`
}

/** Closes a sentence that has no end mark yet, looking past closing quotes. */
export const closed = (text: string): string =>
  /[.!?…:؟۔]["'»”’)\]]*$/u.test(text) ? text : `${text}.`

const pairs = [
  ['“', '”'],
  ['«', '»'],
] as const

/** Closes the quotation marks that a cut left open; a gershayim inside a Hebrew word is none. */
export function balanceQuotes(text: string): string {
  const count = (pattern: RegExp) => Array.from(text.matchAll(pattern)).length
  const straight = count(/(?<![\p{L}\p{N}])"|"(?![\p{L}\p{N}])/gu) % 2 === 1 ? '"' : ''
  const missing = pairs.map(([open, close]) =>
    close.repeat(Math.max(0, count(new RegExp(open, 'gu')) - count(new RegExp(close, 'gu')))),
  )
  return text + straight + missing.join('')
}
