import { z } from 'zod'
import { exportTarget } from './export-target.ts'
import {
  clockTime,
  cron,
  domain,
  handle,
  label,
  languages,
  outletId,
  passage,
  telegramId,
  timezone,
  webAddress,
} from './fields.ts'
import { network, operation } from './operation.ts'

const channelSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('telegram-bot') }),
  /** `address` is the public name; the channel's id where it is left out. */
  z.strictObject({ kind: z.literal('telegram-preview'), address: handle.optional() }),
  z.strictObject({ kind: z.literal('feed'), address: webAddress }),
  /** `address` is a path, relative to the project folder. */
  z.strictObject({ kind: z.literal('file'), address: z.string().min(1) }),
])

const channel = z.strictObject({
  id: handle,
  title: label,
  source: channelSource,
  enabled: z.boolean().default(true),
  owner: handle.optional(),
  outlet: z.boolean().default(false),
  aliases: z.array(label.min(2)).max(50).default([]),
  languages: languages.default([]),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).default('F'),
  beat: label.optional(),
  topic: label.optional(),
  nameable: z.boolean().default(false),
  telegramId: telegramId.optional(),
})

const member = z.strictObject({
  /** Telegram's numeric user id. */
  id: z.int().positive(),
  name: label,
  role: z.enum(['reader', 'editor', 'chief']),
})

/** An outlet that posts cite, beside those of `data/gazetteer/outlets.json`, or more names for one of these. */
const outlet = z.strictObject({
  id: outletId,
  names: z.array(label.min(2)).max(100).default([]),
  /** Names that are ordinary words too. */
  words: z.array(label.min(2)).max(100).default([]),
  handles: z.array(handle).max(100).default([]),
  domains: z.array(domain).max(100).default([]),
})

const desk = z.strictObject({
  name: label,
  section: label.default('The Wire'),
  byline: label,
  /** Where its dispatches stand, and its accounts: what cites these is its own news come back. */
  site: webAddress.optional(),
  handles: z.array(handle).max(100).default([]),
  timezone: timezone.default('Asia/Jerusalem'),
  /** The desk reads these; the first is the language stubs are written in. */
  languages: languages.min(1).default(['en']),
  form: label.default('Dispatch'),
  beat: label.default('World'),
  topic: label.default('General'),
  accountability: passage,
  members: z.array(member).default([]),
  /** `HH:MM` in the desk's time zone: when the digest of a desk window is sent to those who watch it. */
  digests: z.array(clockTime).max(24).default(['07:00', '19:00']),
})

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
  baseUrl: webAddress.default('https://t.me'),
  /** How far back the first poll of a channel reads. */
  backfillPosts: z.int().min(0).max(100_000).default(100),
  /** Pages read again at each poll to see edits and deletions; about 20 posts a page. */
  rereadPages: z.int().min(1).max(50).default(2),
  /** Pause between two requests. */
  delaySeconds: z.number().min(0).max(60).default(2),
})

/** Telegram posts updates there, with the secret of TELEGRAM_WEBHOOK_SECRET; without it they are polled. */
const webhook = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'is not an address that starts with https://' }),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.int().min(0).max(65_535),
  path: z.string().startsWith('/').optional(),
})

const bot = z.strictObject({
  apiRoot: webAddress.default('https://api.telegram.org'),
  pollSeconds: z.int().min(0).max(50).default(25),
  webhook: webhook.optional(),
  /** The desk's own group, and a topic of it: told of what waits for anybody, such as a delivery that stopped. */
  group: z
    .strictObject({ chat: z.int().negative(), thread: z.int().positive().optional() })
    .optional(),
  /** Of members who have not chosen one. */
  language: z.enum(['en', 'he', 'ru']).default('en'),
})

const analysis = z.strictObject({
  /** Signals of the last days among which copies and stories are sought; old posts come back as new after months. */
  windowDays: z.int().min(1).max(3650).default(400),
  /** Most signals among them, with the beginnings of the stories that these go on with; about 10 KB of memory each. */
  windowSignals: z.int().min(1000).max(10_000_000).default(50_000),
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

/** Photos of preview pages, feeds and the bot's channels are looked at, to tell an old one under a new claim. */
const pictures = z.strictObject({
  fetch: z.boolean().default(true),
  /** Videos too, for their hashes: many gigabytes a day on a busy desk. */
  videos: z.boolean().default(false),
  /** Larger ones are not fetched. */
  maxMegabytes: z.number().min(0.1).max(20).default(10),
  /** Not kept at all where it is left out; hashes are kept for ever. */
  keepDays: z.int().min(1).max(36_500).optional(),
})

const paths = z.strictObject({
  database: z.string().min(1).default('data/intake.db'),
  outbox: z.string().min(1).default('outbox'),
  /** Where pictures are kept, if they are. */
  pictures: z.string().min(1).default('data/pictures'),
  /** Earlier dispatches (JSON Lines), the desk's prior coverage. */
  archive: z.string().min(1).optional(),
})

/** `config/intake.yaml`, key by key; that file's comments say what each means. Clashes between keys: `clashes.ts`. */
export const configSchema = z.strictObject({
  desk,
  channels: z.array(channel).min(1),
  outlets: z.array(outlet).default([]),
  schedule: schedule.prefault({}),
  preview: preview.prefault({}),
  bot: bot.prefault({}),
  analysis: analysis.prefault({}),
  stubs: stubs.prefault({}),
  pictures: pictures.prefault({}),
  export: z
    .strictObject({
      targets: z.array(exportTarget).max(20).default([]),
      /** A folder for feeds of what was exported, relative to the project folder. */
      feeds: z.string().min(1).optional(),
    })
    .prefault({}),
  paths: paths.prefault({}),
  operation: operation.prefault({}),
  network: network.prefault({}),
  log: z
    .strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') })
    .prefault({}),
})

export type Config = z.infer<typeof configSchema>
export type ChannelConfig = Config['channels'][number]
export type DeskConfig = Config['desk']

/** From the environment or `.env` only. */
export interface Secrets {
  /** `TELEGRAM_BOT_TOKEN`. */
  botToken?: string
  /** `TELEGRAM_WEBHOOK_SECRET`. */
  webhookSecret?: string
  /** `INTAKE_TARGET_<NAME>_SECRET`, by that name. */
  targets?: Readonly<Record<string, string>>
}
