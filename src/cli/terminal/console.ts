import { once } from 'node:events'
import { type Paint, painter, wantsColour } from './paint.ts'

/** The streams of a command: results go out, everything else goes to the side. */
export interface Console {
  /** Results. Resolves when the reader can take more. */
  out(text: string): Promise<void>
  /** Progress, hints and errors. */
  err(text: string): void
  /** Styles what goes out. */
  paint: Paint
  columns: number
  /** Someone watches the side stream, so a line may be rewritten. */
  watched: boolean
}

/** Exit code of a command whose reader went away, as `head` does: nothing failed. */
const readerGone = 0

/** The console of this process; ends the process quietly when the reader of the output goes away. */
export function processConsole(): Console {
  const { stdout, stderr, env } = process
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(readerGone)
      throw error
    })
  }
  return {
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    err: (text) => {
      stderr.write(text)
    },
    paint: painter(wantsColour(stdout.isTTY, env)),
    columns: Math.min(stdout.isTTY ? stdout.columns : columnsOf(env['COLUMNS']), 160),
    watched: stderr.isTTY && env['TERM'] !== 'dumb',
  }
}

const columnsOf = (columns: string | undefined) => {
  const given = Number(columns)
  return Number.isInteger(given) && given >= 40 ? given : 110
}
