import { existsSync } from 'node:fs'
import path from 'node:path'
import { type LoadedConfig, loadConfig } from '../config/load.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import { IntakeError } from '../model/errors.ts'
import { openChannelBook } from '../intake/open-channel-book.ts'
import { openArchive } from '../store/archive.ts'
import type { CliContext, CommonOptions } from './context.ts'
import { type DeskTime, deskTime } from './terminal/desk-time.ts'

/** What commands that read need. */
export interface Desk extends LoadedConfig {
  archive: Archive
  channels: ChannelBook
  time: DeskTime
  /** One sentence: how signals get in. */
  howToFill: string
}

const howToFill =
  'Fill it with `npm start`, which listens to the configured channels, or with `npm run -s intake -- import FILE`.'

/** The configuration; another database than the configured one has an outbox of its own beside it. */
export function loadFor(context: CliContext, { config: file, db }: CommonOptions): LoadedConfig {
  const loaded = loadConfig(file, context.env)
  const { config } = loaded
  if (db === undefined || path.resolve(db) === config.paths.database) return loaded
  const database = path.resolve(db)
  const { dir, name } = path.parse(database)
  const paths = { ...config.paths, database, outbox: path.join(dir, `${name}-outbox`) }
  return { ...loaded, config: { ...config, paths } }
}

/** Opens the archive of an existing database for one command, and closes it whatever happens. */
export async function withDesk(
  context: CliContext,
  options: CommonOptions,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const loaded = loadFor(context, options)
  const { config } = loaded
  requireDatabase(config.paths.database)
  const archive = openArchive(config.paths.database)
  try {
    const channels = await openChannelBook(config, archive)
    await use({ ...loaded, archive, channels, time: deskTime(config.desk.timezone), howToFill })
  } finally {
    archive.close()
  }
}

/** Reading what isn't there is a slip of the path more often than a wish for an empty database. */
export function requireDatabase(database: string): void {
  if (existsSync(database)) return
  throw new IntakeError('no-database', `There is no database at ${database} yet. ${howToFill}`)
}
