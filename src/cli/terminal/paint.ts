const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const

export type Style = keyof typeof codes
export type Paint = (style: Style, text: string) => string

/** Styles text where the reader wants colour; otherwise gives it back as it is. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text
  return (style, text) => {
    const [on, off] = codes[style]
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`
  }
}

/** Colour by the conventions of NO_COLOR and FORCE_COLOR, else where there is a terminal that can. */
export function wantsColour(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0'
  return isTerminal && env['TERM'] !== 'dumb'
}
