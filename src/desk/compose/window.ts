const dayMs = 86_400_000

interface LocalTime {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  clock: string
  weekday: string
  month: string
  day: string
  year: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timezone, format)
  return format
}

const monthNumbers = new Map(
  Array.from({ length: 12 }, (_, month) => [
    new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, month, 15),
    ),
    String(month + 1).padStart(2, '0'),
  ]),
)

/** An instant as the clock and calendar of the desk's zone show it. */
export function localTime(at: string, timezone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day = '', weekday = '', hour = '', minute = '' } = parts
  const date = `${year.padStart(4, '0')}-${monthNumbers.get(month) ?? ''}-${day.padStart(2, '0')}`
  return { date, clock: `${hour}:${minute}`, weekday, month, day, year }
}

/** When a stub's signals were gathered: `20:46`, `20:46–21:10`, or `July 2, 23:50 – July 3, 00:10`. */
export function deskWindow(firstAt: string, lastAt: string, timezone: string): string {
  const first = localTime(firstAt, timezone)
  const last = localTime(lastAt, timezone)
  if (first.date !== last.date) return `${dated(first, last)} – ${dated(last, first)}`
  return first.clock === last.clock ? first.clock : `${first.clock}–${last.clock}`
}

const dated = (time: LocalTime, other: LocalTime) =>
  `${time.month} ${time.day}${time.year === other.year ? '' : `, ${time.year}`}, ${time.clock}`

/** `on Friday at 20:46`; with the date when it is more than 6 days before `nowAt`, or after it. */
export function onDay(at: string, nowAt: string, timezone: string): string {
  const time = localTime(at, timezone)
  const now = localTime(nowAt, timezone)
  const days = (Date.parse(now.date) - Date.parse(time.date)) / dayMs
  const date = `${time.month} ${time.day}${time.year === now.year ? '' : `, ${time.year}`}`
  return days >= 0 && days <= 6
    ? `on ${time.weekday} at ${time.clock}`
    : `on ${time.weekday}, ${date}, at ${time.clock}`
}

/** `July 2`, with the year where it is not that of `nowAt`; `date` is `YYYY-MM-DD`. */
export function monthDay(date: string, nowAt: string, timezone: string): string {
  const { month, day, year } = localTime(`${date}T12:00:00Z`, 'UTC')
  return year === localTime(nowAt, timezone).year ? `${month} ${day}` : `${month} ${day}, ${year}`
}
