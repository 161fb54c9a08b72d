import type { Console } from '../../src/cli/terminal/console.ts'
import { painter } from '../../src/cli/terminal/paint.ts'

/** A console that keeps what was written to it. */
export function recordingConsole(overrides: Partial<Console> & { colour?: boolean } = {}) {
  const { colour = false, ...rest } = overrides
  let output = ''
  let side = ''
  const console: Console = {
    out: (text) => {
      output += text
      return Promise.resolve()
    },
    err: (text) => {
      side += text
    },
    paint: painter(colour),
    columns: 100,
    watched: false,
    ...rest,
  }
  return { console, output: () => output, errors: () => side }
}
