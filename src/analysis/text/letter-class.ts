/** What a UTF-16 unit is in a text. */
export const letterClass = { other: 1, capital: 2, caseless: 3, small: 4, number: 5 } as const

/** Classes of the units met; 0 is one not met yet. */
const classes = new Uint8Array(0x10000)

/** The class of the unit at an offset: a table, since a regular expression for each letter of a text is slow. */
export function classAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return Number.isNaN(code) ? letterClass.other : classes[code] || classify(code)
}

function classify(code: number): number {
  const char = String.fromCharCode(code)
  const found = /\p{Lu}/u.test(char)
    ? letterClass.capital
    : /\p{Lo}/u.test(char)
      ? letterClass.caseless
      : /\p{L}/u.test(char)
        ? letterClass.small
        : /\p{N}/u.test(char)
          ? letterClass.number
          : letterClass.other
  return (classes[code] = found)
}
