/** Times and dates as the desk's clock shows them, in the language of the picture. */
export interface Clock {
  /** `20:46`. */
  time: (epochMs: number) => string
  /** `4 Jul`, with the year where `years` says so. */
  date: (epochMs: number, years: boolean) => string
  year: (epochMs: number) => string
  /** The instant at which the desk's clock shows what UTC shows at `epochMs`. */
  toInstant: (localMs: number) => number
  /** What UTC would show when the desk's clock shows what it shows at the instant. */
  toLocal: (epochMs: number) => number
}

export function openClock(timezone: string, locale: string): Clock {
  const format = (options: Intl.DateTimeFormatOptions, as = locale) => {
    const formatter = new Intl.DateTimeFormat(`${as}-u-nu-latn`, { timeZone: timezone, ...options })
    return (epochMs: number) => formatter.format(epochMs)
  }
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = format({ day: 'numeric', month: 'short' })
  const dayAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const year = format({ year: 'numeric' }, 'en-GB')
  // Swedish writes ISO 8601 but for the T.
  const local = format({ dateStyle: 'short', timeStyle: 'medium' }, 'sv-SE')
  const toLocal = (epochMs: number) => Date.parse(`${local(epochMs).replace(' ', 'T')}Z`)
  return {
    time,
    date: (epochMs, years) => (years ? dayAndYear : day)(epochMs),
    year,
    toLocal,
    toInstant: (localMs) => {
      const guess = localMs - (toLocal(localMs) - localMs)
      return localMs - (toLocal(guess) - guess)
    },
  }
}
