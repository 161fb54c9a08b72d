const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const directionControls = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g
const controls = /(?![\t\n])\p{Cc}/gu
const loneSurrogates = /\p{Cs}/gu

/** A post's text without anything that could move the cursor, recolour the screen or turn the direction. */
export function plain(text: string): string {
  return text
    .replace(loneSurrogates, '\ufffd')
    .replace(controls, ' ')
    .replace(directionControls, '')
}

/** One line of it, with runs of space closed up. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** Keeps right-to-left text from reordering the columns beside it (U+2068 … U+2069). */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
