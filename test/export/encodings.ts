/** Ways in which a name may be written so that a plain search misses it; each can wrap another. */
export const encodings = [
  'case',
  'fullwidth',
  'invisible',
  'entities',
  'named-entities',
  'percent',
  'base64',
  'base64url',
  'json',
  'quoted-printable',
  'base64-utf16',
  'hex',
  'emphasis',
  'tags',
] as const

export type Encoding = (typeof encodings)[number]

const isAscii = (unit: string) => unit >= '!' && unit <= '~'
const isLetter = (unit: string) => /\p{L}/u.test(unit)
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0')
const bytesOf = (unit: string) =>
  Array.from(Buffer.from(unit), (byte) => hex(byte, 2).toUpperCase())
const hiddenIn = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u202e', '\u2066', '\u00ad']

/** What an encoding gives a meaning of its own is never left as it stands. */
const markers = new Set(['%', '&', '=', '\\'])

/**
 * Writes a text in an encoding; which of its characters are touched follows from the seed. `case` loses
 * what the others wrote, and so comes first.
 */
export function hide(text: string, by: Encoding, seed: number): string {
  let state = seed
  const some = (make: (unit: string) => string) =>
    Array.from(text, (unit, index) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return index === 0 || markers.has(unit) || state % 3 > 0 ? make(unit) : unit
    }).join('')
  switch (by) {
    case 'case':
      return some((unit) => unit.toUpperCase())
    case 'fullwidth':
      return some((unit) =>
        isAscii(unit) ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : unit,
      )
    case 'invisible':
      return some((unit) => unit + (hiddenIn[seed % hiddenIn.length] ?? ''))
    case 'entities':
      return some((unit) => {
        const code = unit.codePointAt(0) ?? 0
        return seed % 2 === 0 ? `&#${code};` : `&#x${hex(code, 2)};`
      })
    case 'named-entities':
      return text
        .replaceAll('&', '&amp;')
        .replaceAll('_', '&lowbar;')
        .replaceAll('@', '&commat;')
        .replaceAll('/', '&sol;')
    case 'percent':
      return some((unit) =>
        bytesOf(unit)
          .map((byte) => `%${byte}`)
          .join(''),
      )
    case 'base64':
      return Buffer.from(text).toString('base64')
    case 'base64url':
      return Buffer.from(text).toString('base64url')
    case 'json':
      return some((unit) =>
        Array.from({ length: unit.length }, (_, at) => `\\u${hex(unit.charCodeAt(at), 4)}`).join(
          '',
        ),
      )
    case 'base64-utf16': {
      const bytes = Buffer.from(text, 'utf16le')
      return (seed % 2 === 0 ? bytes : bytes.swap16()).toString('base64')
    }
    case 'hex':
      return Buffer.from(text).toString('hex')
    case 'emphasis':
      return some((unit) => (isLetter(unit) ? `**${unit}**` : unit))
    case 'tags':
      return some((unit) => (isLetter(unit) ? `<i class="a>b">${unit}</i>` : unit))
    case 'quoted-printable':
      return some((unit) =>
        bytesOf(unit)
          .map((byte) => `=${byte}`)
          .join(''),
      )
  }
}
