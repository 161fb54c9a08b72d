import type { Language } from '../model/bot.ts'

/** Times as the desk's people read them: `20:46` today, `2 Jul 20:46` on other days. */
export interface Clock {
  show: (at: string) => string
  /** `20:46 – 21:00`, the day told once where both are of one. */
  span: (from: string, to: string) => string
  /** `4 min`, `3 h`, `12 d`: how long ago. */
  age: (at: string) => string
  /** The same of a length of time. */
  lasting: (minutes: number) => string
  nowAt: string
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', he: 'he-IL', ru: 'ru-RU' }
const minuteMs = 60_000

export function createClock(now: Date, timezone: string, language: Language): Clock {
  const locale = locales[language]
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    day: 'numeric',
    month: 'short',
  })
  const dayOfYear = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const lasting = (minutes: number) => {
    if (minutes < 90) return unit(Math.round(minutes), 'minute')
    return minutes < 2880
      ? unit(Math.round(minutes / 60), 'hour')
      : unit(Math.round(minutes / 1440), 'day')
  }
  const show = (at: string) => {
    const instant = new Date(at)
    const clock = time.format(instant)
    if (dayOfYear.format(instant) === dayOfYear.format(now)) return clock
    const isThisYear = instant.getUTCFullYear() === now.getUTCFullYear()
    return `${(isThisYear ? day : dayOfYear).format(instant)} ${clock}`
  }
  return {
    lasting,
    nowAt: now.toISOString(),
    show,
    span: (from, to) => {
      const [start, end] = [new Date(from), new Date(to)]
      if (show(from) === show(to)) return show(from)
      const isOneDay = dayOfYear.format(start) === dayOfYear.format(end)
      return `${show(from)} – ${isOneDay ? time.format(end) : show(to)}`
    },
    age: (at) => lasting(Math.max(1, (now.getTime() - Date.parse(at)) / minuteMs)),
  }
}
