import { z } from 'zod'

const timezone = z.string().refine(
  (zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  },
  { error: 'is not an IANA time zone such as Asia/Jerusalem' },
)

const language = z.string().regex(/^[a-z]{2}$/, 'is not a two-letter ISO 639-1 code such as "uk"')
const handle = z
  .string()
  .regex(/^[\w-]{2,64}$/, 'may have 2–64 letters, digits, "_" and "-", without "@" or a link')

const address = z.string().min(1)
const channelSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('telegram-bot') }),
  /** `address` is the public name; the channel's id where it is left out. */
  z.strictObject({ kind: z.literal('telegram-preview'), address: handle.optional() }),
  z.strictObject({ kind: z.literal('feed'), address: z.url({ protocol: /^https?$/ }) }),
  /** `address` is a path, relative to the config file's project folder. */
  z.strictObject({ kind: z.literal('file'), address }),
])

const channel = z.strictObject({
  id: handle,
  title: z.string().min(1),
  source: channelSource,
  enabled: z.boolean().default(true),
  owner: handle.optional(),
  outlet: z.boolean().default(false),
  aliases: z.array(z.string().min(2)).default([]),
  languages: z.array(language).default([]),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).default('F'),
  beat: z.string().optional(),
  topic: z.string().optional(),
  nameable: z.boolean().default(false),
  telegramId: z.int().positive().optional(),
})

const desk = z.strictObject({
  name: z.string().min(1),
  section: z.string().min(1).default('The Wire'),
  byline: z.string().min(1),
  timezone: timezone.default('Asia/Jerusalem'),
  /** The desk reads these; the first is the language stubs are written in. */
  languages: z.array(language).min(1).default(['en']),
  form: z.string().min(1).default('Dispatch'),
  beat: z.string().min(1).default('World'),
  topic: z.string().min(1).default('General'),
  accountability: z.string().min(1),
  members: z
    .array(
      z.strictObject({
        id: z.int().positive(),
        name: z.string().min(1),
        role: z.enum(['reader', 'editor', 'chief']),
      }),
    )
    .default([]),
})

const cron = z.string().regex(/^\S+( \S+){4,5}$/, 'is not a cron expression of 5 or 6 fields')

const schedule = z.strictObject({
  preview: cron.default('*/3 * * * *'),
  feed: cron.default('*/5 * * * *'),
  file: cron.default('* * * * *'),
  /** Each poll starts up to this many seconds late, so that channels do not poll as one. */
  jitterSeconds: z.number().min(0).max(600).default(20),
  /** Longest pause after repeated failures. */
  maxBackoffMinutes: z.number().min(1).max(1440).default(60),
})

const preview = z.strictObject({
  baseUrl: z.url().default('https://t.me'),
  /** How far back the first poll of a channel reads. */
  backfillPosts: z.int().min(0).max(100_000).default(100),
  /** Pages read again at each poll to see edits and deletions; about 20 posts a page. */
  rereadPages: z.int().min(1).max(50).default(2),
  /** Pause between two requests. */
  delaySeconds: z.number().min(0).max(60).default(2),
})

const bot = z.strictObject({
  apiRoot: z.url().default('https://api.telegram.org'),
  pollSeconds: z.int().min(0).max(50).default(25),
})

const analysis = z.strictObject({
  /** Signals of the last days among which copies and stories are sought. */
  windowDays: z.int().min(1).max(3650).default(60),
  /** Signals further apart than this never join a story by likeness alone. */
  storyHours: z.number().min(1).max(720).default(36),
})

const stubs = z.strictObject({
  /** A story gets a stub when it meets any of these. */
  minChannels: z.int().min(1).default(2),
  minOrigins: z.int().min(1).default(2),
  /** Kinds of event that get a stub even from one channel. */
  alwaysFor: z
    .array(
      z.enum([
        'strike',
        'alert',
        'statement',
        'arrest',
        'talks',
        'sanctions',
        'accident',
        'protest',
      ]),
    )
    .default(['strike', 'arrest', 'talks', 'sanctions', 'accident']),
  /** Only stories with a signal in the last hours are drafted; older ones stay on the wire. */
  maxAgeHours: z.number().min(1).optional(),
})

const paths = z.strictObject({
  database: z.string().min(1).default('data/intake.db'),
  outbox: z.string().min(1).default('outbox'),
  /** Earlier dispatches (JSON Lines), the desk's prior coverage. */
  archive: z.string().min(1).optional(),
})

/** `config/intake.yaml`; every key and its meaning is in that file's comments. */
export const configSchema = z
  .strictObject({
    desk,
    channels: z.array(channel).min(1),
    schedule: schedule.prefault({}),
    preview: preview.prefault({}),
    bot: bot.prefault({}),
    analysis: analysis.prefault({}),
    stubs: stubs.prefault({}),
    paths: paths.prefault({}),
    log: z
      .strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') })
      .prefault({}),
  })
  .superRefine((config, context) => {
    const seen = new Map<string, number>()
    config.channels.forEach(({ id }, index) => {
      const first = seen.get(id.toLowerCase())
      if (first !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['channels', index, 'id'],
          message: `"${id}" is configured twice (also as channel ${first + 1}); ids ignore case`,
        })
      }
      seen.set(id.toLowerCase(), index)
    })
  })

export type Config = z.infer<typeof configSchema>
export type ChannelConfig = Config['channels'][number]
export type DeskConfig = Config['desk']

/** From the environment or `.env` only. */
export interface Secrets {
  /** `TELEGRAM_BOT_TOKEN`. */
  botToken?: string
}
