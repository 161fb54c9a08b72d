import type { Config, Secrets } from '../config/schema.ts'
import type { Archive } from '../model/archive.ts'
import { openArchive } from '../store/archive.ts'
import { takeWriterLock } from '../store/upkeep/writer-lock.ts'
import type { App, AppOptions } from './app.ts'
import { assemble } from './assemble.ts'

/** Opens the database, alone on it, and puts the parts together; nothing runs yet. */
export async function createApp(
  config: Config,
  secrets: Secrets,
  options: AppOptions,
): Promise<App> {
  const { database } = config.paths
  const archive = openArchive(database)
  const lock = lockOrClose(archive, database, options.holder)
  const close = () => {
    archive.close()
    lock.release()
  }
  try {
    return await assemble(config, secrets, { ...options, archive, close })
  } catch (error) {
    close()
    throw error
  }
}

function lockOrClose(archive: Archive, database: string, holder: string) {
  try {
    return takeWriterLock(database, `${holder} (process ${process.pid})`)
  } catch (error) {
    archive.close()
    throw error
  }
}
