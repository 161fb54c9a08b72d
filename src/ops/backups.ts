import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Archive } from '../model/archive.ts'
import type { Logger } from '../lib/logger.ts'

const ours = /^intake-\d{8}T\d{6}Z\.db$/

/** `intake-20260704T031000Z.db`: sorts by time. */
export const backupName = (now: Date): string =>
  `intake-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`

export interface BackupOptions {
  folder: string
  /** Newer ones than this many are kept. */
  keep: number
}

/** Makes one backup and lets the oldest go; answers its file. Only files named as ours are ever removed. */
export async function makeBackup(
  archive: Pick<Archive, 'backup'>,
  { folder, keep }: BackupOptions,
  now: Date,
): Promise<string> {
  const file = path.join(folder, backupName(now))
  await archive.backup(file)
  const present = (await readdir(folder)).filter((name) => ours.test(name)).sort()
  for (const old of present.slice(0, Math.max(0, present.length - keep)))
    await rm(path.join(folder, old), { force: true })
  return file
}

/** The same as a job of the daemon, which a failure does not stop; the end of the chain is told, to be kept in the log. */
export async function backupJob(
  archive: Pick<Archive, 'backup' | 'chain'>,
  options: BackupOptions,
  { clock, logger }: { clock: () => Date; logger: Logger },
): Promise<void> {
  try {
    const head = await archive.chain.head()
    const file = await makeBackup(archive, options, clock())
    logger.info({ file, ...(head && { chain: `${head.entry}:${head.hash}` }) }, `Backup ${file}`)
  } catch (error) {
    logger.error({ err: error }, 'The backup could not be made')
  }
}
