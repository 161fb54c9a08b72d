import type { Config } from '../config/schema.ts'
import type { PictureFiles } from '../intake/pictures/picture-files.ts'
import { startCron } from '../lib/cron.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { Logger } from '../lib/logger.ts'
import { formatInstant } from '../lib/time.ts'
import type { Archive } from '../model/archive.ts'
import type { Expired } from '../model/upkeep.ts'
import { backupJob } from './backups.ts'

export interface UpkeepDeps {
  archive: Archive
  /** The files of pictures, and for how many days they are kept. */
  pictures?: { files: Pick<PictureFiles, 'remove'>; keepDays: number }
  operation: Config['operation']
  clock: () => Date
  logger: Logger
  /** Told what the nightly check of the database found; without it there is none. */
  onChecked?: (faults: number) => void
  /** The same archive once more, for a check that takes long: its own stays open for writing meanwhile. */
  openToCheck?: () => Pick<Archive, 'verify' | 'close'>
}

const dayMs = 86_400_000
/** A button on a screen older than this says that it is too old, and the screen is asked for again. */
const buttonDays = 90
const filesAtOnce = 500

/** Lets go what is too old, batch by batch, then tidies; answers what went. */
export async function keepUp(
  { archive, operation, pictures, clock }: Omit<UpkeepDeps, 'logger'>,
  signal?: AbortSignal,
): Promise<Expired> {
  const { keepTextDays, keepPayloadDays, keepPollDays } = operation
  const now = clock().getTime()
  const before = (days: number) => formatInstant(now - days * dayMs)
  const limits = {
    at: formatInstant(now),
    idleBefore: before(keepPollDays),
    ...(keepTextDays !== undefined && { textsBefore: before(keepTextDays) }),
    ...(keepPayloadDays !== undefined && { bodiesBefore: before(keepPayloadDays) }),
  }
  const total = { bodies: 0, texts: 0, idle: 0 }
  while (signal?.aborted !== true) {
    const { bodies, texts, idle } = await archive.upkeep.letGo(limits)
    total.bodies += bodies
    total.texts += texts
    total.idle += idle
    if (bodies + texts + idle === 0) break
    await letOthersRun()
  }
  if (pictures !== undefined) await dropFiles(archive, pictures, before, signal)
  await archive.bot.dropButtons(before(buttonDays))
  await archive.upkeep.tidy()
  return total
}

/** The file goes first: one that a crash leaves behind is noted still, and goes the next night. */
async function dropFiles(
  { pictures }: Archive,
  { files, keepDays }: NonNullable<UpkeepDeps['pictures']>,
  before: (days: number) => string,
  signal?: AbortSignal,
): Promise<void> {
  while (signal?.aborted !== true) {
    const old = await pictures.keptBefore(before(keepDays), filesAtOnce)
    if (old.length === 0) return
    for (const file of old) {
      await files.remove(file)
      await pictures.letGo(file.sha256)
    }
  }
}

/** Looks whether everything is as it was stored; what is not is in the log. */
export async function checkArchive(
  { openToCheck, onChecked, logger }: Pick<UpkeepDeps, 'openToCheck' | 'onChecked' | 'logger'>,
  signal?: AbortSignal,
): Promise<void> {
  if (openToCheck === undefined) return
  const archive = openToCheck()
  let faults = 0
  try {
    for await (const { check, findings } of archive.verify()) {
      if (signal?.aborted === true) return
      faults += findings.length
      if (findings.length > 0)
        logger.error({ check, findings: findings.slice(0, 5) }, 'The database is damaged')
    }
  } finally {
    archive.close()
  }
  onChecked?.(faults)
}

/** Starts the nightly jobs; the function given back ends them, and waits for the one that runs. */
export function startUpkeep(deps: UpkeepDeps): () => Promise<void> {
  const { archive, operation, logger } = deps
  const stopping = new AbortController()
  let running = Promise.resolve()
  const enqueue = (job: () => Promise<void>) => () => {
    running = running.then(async () => {
      if (!stopping.signal.aborted) await job()
    })
  }
  const upkeep = async () => {
    try {
      const { bodies, texts, idle } = await keepUp(deps, stopping.signal)
      logger.info({ bodies, texts, idle }, 'The database is tidied up')
    } catch (error) {
      logger.error(
        { err: error },
        'The upkeep of the database failed, and is tried again the next time',
      )
    }
  }
  const check = async () => {
    try {
      await checkArchive(deps, stopping.signal)
    } catch (error) {
      logger.error({ err: error }, 'The database could not be checked, and is the next night')
    }
  }
  const { backup } = operation
  const nightly = enqueue(async () => {
    await upkeep()
    await check()
  })
  const clocks = [startCron(operation.upkeep, nightly)]
  if (backup !== undefined) {
    const job = enqueue(() => backupJob(archive, backup, deps))
    clocks.push(startCron(backup.schedule, job))
  }
  return async () => {
    stopping.abort()
    for (const stop of clocks) stop()
    await running
  }
}
