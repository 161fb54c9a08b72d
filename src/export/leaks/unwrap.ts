import { domainToUnicode } from 'node:url'
import { load } from 'cheerio'

/** Beyond this many rounds or characters a text is not read to its end, and counts as hiding something. */
const mostRounds = 12
const mostLayers = 5
const mostCharacters = 20_000_000

export interface Unwrapped {
  /** The text as it stands, and as it reads with its encodings undone, one by one. */
  readings: readonly string[]
  /** False where it is wrapped more deeply than is followed. */
  whole: boolean
}

/**
 * Every text that a text may be read as: HTML entities, percent-encoding, escapes of JSON and Markdown,
 * quoted-printable, domains in ASCII, words in base64 and hexadecimal, in any order and upon each other.
 */
export function unwrap(text: string): Unwrapped {
  const readings = new Set<string>()
  const entities = new Map<string, string>()
  let layer = [text]
  let whole = true
  let characters = 0
  for (let depth = 0; depth <= mostLayers && layer.length > 0; depth++) {
    const inside: string[] = []
    for (const outer of layer) {
      let reading = outer
      for (let round = 0; !readings.has(reading); round++) {
        readings.add(reading)
        characters += reading.length
        if (round === mostRounds || characters > mostCharacters)
          return { readings: [...readings], whole: false }
        const decoded = readWords(reading)
        if (decoded !== '') inside.push(decoded)
        reading = decodeOnce(reading, entities)
      }
    }
    layer = inside
    whole = depth < mostLayers || layer.length === 0
  }
  return { readings: [...readings], whole }
}

/** Left out wherever they stand: they can be put into any name without being seen. */
const invisible = /[\p{Cf}\u034f\u0640\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]|(?![\t\n\r])\p{Cc}/gu

/** Width and invisible characters come last: a sign that they bring about belongs to the next round. */
const decodeOnce = (text: string, entities: Map<string, string>): string =>
  decodeEntities(decodeEscapes(decodeDomains(decodePercent(decodeQuotedPrintable(text)))), entities)
    .normalize('NFKC')
    .replace(invisible, '')

const utf8 = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8')

const decodePercent = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run.replaceAll('%', '')))

/** `xn--…`, as addresses write letters beyond ASCII. */
const decodeDomains = (text: string): string =>
  text.replace(/\bxn--[a-z0-9-]{1,59}/gi, (label) => domainToUnicode(label) || label)

const decodeQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) => utf8(run.replaceAll('=', '')))

function decodeEscapes(text: string): string {
  return text
    .replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/(?<!\\)\\+u\{([0-9a-f]{1,6})\}/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/(?<!\\)\\+x([0-9a-f]{2})/gi, (_, hex: string) => character(parseInt(hex, 16)))
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

function decodeEntities(text: string, known: Map<string, string>): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|[a-z][a-z0-9]{1,30});?/gi,
    (whole, hex: string | undefined, digits: string | undefined) => {
      if (hex !== undefined) return character(parseInt(hex, 16))
      if (digits !== undefined) return character(Number(digits))
      const found = known.get(whole) ?? load(whole, null, false).text()
      known.set(whole, found)
      return found
    },
  )
}

const base64Run = /[A-Za-z0-9+/_-]{4,}/g
/** Lines of 60 and 76 characters are usual; words of prose are not so long. */
const wrapped = /(?<=[A-Za-z0-9+/_-]{40})\r?\n(?=[A-Za-z0-9+/_-])/g
const shareReadable = 0.7

/** What the words of a text say in base64 and hexadecimal, those that say something; a word may begin late in a run. */
function readWords(text: string): string {
  const runs = new Set<string>()
  for (const version of new Set([text, text.replace(wrapped, '')])) {
    for (const [run] of version.matchAll(base64Run)) {
      runs.add(run)
      for (const part of run.split(/[/+_-]/)) if (part.length >= 4) runs.add(part)
    }
  }
  const found: string[] = []
  for (const run of runs) {
    if (hexRun.test(run)) found.push(...readBytes(Buffer.from(run, 'hex')))
    for (let skipped = 0; skipped < 4 && run.length - skipped >= 4; skipped++)
      found.push(...readBytes(Buffer.from(run.slice(skipped), 'base64url')))
  }
  return found.join('\n')
}

const hexRun = /^(?:[0-9a-f]{2}){4,}$/i

/** What bytes say in UTF-8 or UTF-16, of either order. */
export function readBytes(bytes: Buffer): string[] {
  const even = bytes.subarray(0, bytes.length & ~1)
  const pairs = [even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')]
  return [
    ...[bytes.toString('utf8')].filter(isReadable),
    ...pairs.filter((text) => text.length >= 3 && isOfNames(text)),
  ]
}

/** Any bytes are letters in UTF-16; those of the alphabets that channels are called in are rare by chance. */
const isOfNames = (text: string): boolean =>
  (text.match(/[\t\n\r\x20-\x7e\u00a0-\u07ff\u200b-\u2044\u2060-\u206f\ufb1d-\uffef]/g)?.length ??
    0) /
    text.length >=
  0.9

function isReadable(text: string): boolean {
  if (text.length < 3) return false
  const readable = text.match(/[\p{L}\p{N}\p{P}\p{Zs}\p{S}\p{Cf}\p{M}\t\r\n]/gu)?.length ?? 0
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return (readable - lost) / Array.from(text).length >= shareReadable
}
