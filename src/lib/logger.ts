import { pino, type Logger } from 'pino'
import { redactor } from './redact.ts'

export type { Logger }

export interface LoggerOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** `json`: one object a line, for machines. `lines`: one readable line, for people. */
  format: 'json' | 'lines'
  /** Values that may never be written, whatever they stand in. */
  secrets: readonly string[]
  write: (line: string) => void
  /** Time zone of readable lines. */
  timezone?: string
}

/** What a fault says of itself: its message and its causes, and the stack only where it was asked for. */
function describeError(error: unknown, withStack: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  return {
    message: error.message,
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, withStack) }),
    ...(withStack ? { stack: error.stack } : {}),
  }
}

const levelMarks: Record<string, string> = { debug: '· ', warn: '! ', error: '✗ ', fatal: '✗ ' }

/** The line a person reads: time, a mark for what is not routine, the message, and the fault's words. */
function readableLine(json: string, clockOf: (at: Date) => string): string {
  const entry = JSON.parse(json) as {
    level: string
    time: string
    msg?: string
    err?: { message?: string; stack?: string }
  }
  const fault = entry.err?.message
  const message = entry.msg ?? fault ?? ''
  const detail = fault === undefined || message.includes(fault) ? '' : `: ${fault}`
  const stack = entry.err?.stack === undefined ? '' : `\n${entry.err.stack}`
  const mark = levelMarks[entry.level] ?? ''
  return `${clockOf(new Date(entry.time))}  ${mark}${oneLine(message + detail)}${stack}\n`
}

// What strangers wrote may stand in a message: it must not move the cursor or recolour the screen.
const oneLine = (text: string) => text.replace(/(?<!\s)\s*\n\s*/g, ' ').replace(/\p{Cc}/gu, ' ')

/** A pino logger; stack traces appear at level `debug` only. */
export function createLogger(options: LoggerOptions): Logger {
  const redact = redactor(options.secrets)
  const time = new Intl.DateTimeFormat('en-GB', {
    timeStyle: 'medium',
    ...(options.timezone === undefined ? {} : { timeZone: options.timezone }),
  })
  const write = (line: string) => {
    const clean = redact(line)
    options.write(options.format === 'json' ? clean : readableLine(clean, (at) => time.format(at)))
  }
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error, options.level === 'debug') },
    },
    { write },
  )
}
