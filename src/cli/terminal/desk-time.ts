/** Days and times of day as the desk's clock shows them. */
export interface DeskTime {
  timezone: string
  /** `Friday, 22 November 2024`. */
  day: (at: string) => string
  /** `20:46`. */
  time: (at: string) => string
  /** `22 Nov 2024, 20:46`. */
  full: (at: string) => string
}

export function deskTime(timezone: string): DeskTime {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options })
    return (at: string) => formatter.format(new Date(at))
  }
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const date = format({ day: 'numeric', month: 'short', year: 'numeric' })
  return { timezone, day, time, full: (at) => `${date(at)}, ${time(at)}` }
}
