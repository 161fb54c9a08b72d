import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { runDaemon } from '../../src/daemon/run-daemon.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Role } from '../../src/model/desk.ts'
import { sendLimits } from './send-limits.ts'
import { LocalTelegram } from './telegram/local-telegram.ts'
import type { Person } from './telegram/person.ts'
import type { Chat } from './telegram/types.ts'
import { tempFolder } from './temp-archive.ts'

/** When the desk opens its phone, in all tests. */
export const openedAt = '2026-07-10T10:30:00Z'

export interface DeskInTelegram {
  telegram: LocalTelegram
  stranger: Person
  reader: Person
  editor: Person
  other: Person
  chief: Person
  /** What was logged so far. */
  log: () => string
  root: string
  database: string
  /** A post of a channel that the bot administers. */
  post: (channel: Chat, id: number, at: string, text: string) => void
  /** The channel changes the words of its post. */
  edit: (channel: Chat, id: number, at: string, editedAt: string, text: string) => void
  /** Puts the clock forward. */
  later: (minutes: number) => void
  stop: () => Promise<void>
  /** Starts again on the same database after a stop. */
  restart: () => void
}

export const alpha: Chat = {
  id: -1001,
  type: 'channel',
  title: 'Alpha Watch',
  username: 'alpha_watch',
}
export const beta: Chat = {
  id: -1002,
  type: 'channel',
  title: 'Beta Radar',
  username: 'beta_radar',
}
export const gamma: Chat = { id: -1003, type: 'channel', title: 'גמא', username: 'gamma_news' }

/** Lines of YAML beside those of every test. */
export interface MoreConfig {
  channels?: string
  /** Keys of `bot`. */
  bot?: string
  /** Whole keys. */
  rest?: string
  /** Empty files beside the configuration. */
  files?: readonly string[]
}

const people: readonly (readonly [number, string, Role])[] = [
  [201, 'Yael', 'reader'],
  [202, 'Dana', 'editor'],
  [203, 'Omer', 'editor'],
  [204, 'Ruth', 'chief'],
]

/** The whole desk, with members in config and three channels, talking to a Telegram on loopback. */
export async function openDeskInTelegram({
  channels = '',
  bot = '',
  rest = '',
  files = [],
}: MoreConfig = {}): Promise<DeskInTelegram> {
  let aheadMs = Date.parse(openedAt) - Date.now()
  const clock = () => new Date(Date.now() + aheadMs)
  const telegram = await LocalTelegram.start(clock)
  const root = tempFolder()
  const file = path.join(root, 'intake.yaml')
  writeFileSync(file, configOf(telegram.api.url, { channels, bot, rest }))
  for (const name of files) writeFileSync(path.join(root, name), '')
  let log = ''
  let stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const restart = () => {
    stopping = new AbortController()
    const loaded = loadConfig(file, { TELEGRAM_BOT_TOKEN: telegram.api.token })
    const write = (line: string) => (log += line)
    const logger = createLogger({ level: 'info', format: 'json', secrets: [], write })
    running = runDaemon(loaded, { logger, clock, signal: stopping.signal, sendLimits })
  }
  const stop = async () => {
    stopping.abort()
    await running
  }
  restart()
  onTestFinished(async () => {
    await stop()
    await telegram.close()
  })
  const [reader, editor, other, chief] = people.map(([id, name]) => telegram.person(id, name))
  if (!reader || !editor || !other || !chief) throw new Error('Nobody is at the desk.')
  return {
    telegram,
    stranger: telegram.person(999, 'Sam'),
    reader,
    editor,
    other,
    chief,
    log: () => log,
    root,
    database: path.join(root, 'data/intake.db'),
    post: (channel, id, at, text) => {
      const date = Math.floor(Date.parse(at) / 1000)
      const post = { message_id: id, sender_chat: channel, chat: channel, date, text }
      telegram.api.push({ channel_post: post })
    },
    edit: (channel, id, at, editedAt, text) => {
      const [date, edit_date] = [at, editedAt].map((each) => Math.floor(Date.parse(each) / 1000))
      const post = { message_id: id, sender_chat: channel, chat: channel, date, edit_date, text }
      telegram.api.push({ edited_channel_post: post })
    },
    later: (minutes) => {
      aheadMs += minutes * 60_000
    },
    stop,
    restart,
  }
}

/** The desk's configuration as YAML. */
export function configOf(
  apiRoot: string,
  { channels: moreChannels = '', bot = '', rest = '' }: Omit<MoreConfig, 'files'> = {},
): string {
  const members = people.map(
    ([id, name, role]) => `    - { id: ${id}, name: ${name}, role: ${role} }`,
  )
  const channels = [alpha, beta, gamma].map(
    ({ username = '', title = '' }) =>
      `  - { id: ${username}, title: ${title}, source: { kind: telegram-bot } }`,
  )
  return `
desk:
  name: The Desk
  byline: The Desk
  timezone: Asia/Jerusalem
  accountability: The desk answers for this.
  members:
${members.join('\n')}
channels:
${channels.join('\n')}
${moreChannels}
bot: { apiRoot: '${apiRoot}', pollSeconds: 2, ${bot} }
paths: { database: data/intake.db, outbox: outbox }
${rest}
`
}
