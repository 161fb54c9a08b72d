import { validate } from 'node-cron'
import { z } from 'zod'

/** Text for people: trimmed, not empty, of bounded length. */
export const label = z.string().trim().min(1).max(300)

/** A policy or note of a few sentences. */
export const passage = z.string().trim().min(1).max(4000)

export const timezone = z.string().refine(
  (zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  },
  { error: 'is not a time zone (expected an IANA name such as Asia/Jerusalem)' },
)

export const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'is not a language (expected a two-letter ISO 639-1 code such as "uk")')

export const languages = z.array(language).superRefine((codes, context) => {
  codes.forEach((code, index) => {
    if (codes.indexOf(code) !== index) {
      context.addIssue({ code: 'custom', path: [index], message: 'is given twice (expected once)' })
    }
  })
})

/** A channel id, an owner's id or a public name, without `@`. */
export const handle = z
  .string()
  .regex(
    /^[\w-]{2,64}$/,
    'is not a handle (expected 2–64 letters, digits, "_" or "-", without "@" or a link)',
  )

/** An outlet's id: origins are called by it. */
export const outletId = z
  .string()
  .regex(
    /^[a-z0-9]{2,40}$/,
    'is not an outlet’s id (expected 2–40 small letters and digits, such as "reuters")',
  )
  .refine((id) => id !== 'desk', { error: 'is the desk itself (expected another id)' })

/** A site's name without scheme or path. */
export const domain = z
  .string()
  .regex(
    /^([a-z0-9-]+\.)+[a-z]{2,}$/,
    'is not a domain (expected a name such as "example.org", without https:// and path)',
  )

export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not a web address (expected one that starts with https:// or http://)',
})

export const telegramId = z.int({ error: telegramIdError }).positive({ error: telegramIdError })

export const cron = z.string().refine((expression) => validate(expression), {
  error: 'is not a cron expression (expected 5 fields such as "*/3 * * * *", or 6 with seconds)',
})

function telegramIdError(): string {
  return 'is not a channel’s numeric id (expected the digits without the minus and the 100 before them)'
}

/** `07:00`, a time of day. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'is no time of day (expected HH:MM in quotes, such as "07:00")',
})
