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

/**
 * The same, but for isolates (U+2068 … U+2069) that are closed in it: what stands in one turns nothing around it, and
 * the bot's own sentences keep names and commands in them.
 */
export function plainWithIsolates(text: string): string {
  const units = text.split(/([\u2068\u2069])/)
  const kept = new Set<number>()
  const open: number[] = []
  for (const [index, unit] of units.entries()) {
    if (unit === '\u2068') open.push(index)
    const opened = unit === '\u2069' ? open.pop() : undefined
    if (opened !== undefined) kept.add(opened).add(index)
  }
  return units.map((unit, index) => (kept.has(index) ? unit : plain(unit))).join('')
}

/** One line of it, with runs of space closed up. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** Keeps right-to-left text from reordering the columns beside it (U+2068 … U+2069). */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
