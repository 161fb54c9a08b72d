import type { App } from '../app/app.ts'

/** Stores what an earlier run, or a poll that failed, left in the journal. */
export async function catchUp(app: App, source?: string): Promise<void> {
  const { logger } = app
  const { outcomes, failed } = await app.recover(source)
  const count = outcomes.length === 1 ? '1 payload' : `${outcomes.length} payloads`
  if (outcomes.length > 0) logger.info(`${count} that waited in the journal taken in`)
  for (const { journal, source, error } of failed) {
    logger.error(
      { err: error },
      `Payload ${journal} of ${source} can't be stored; it stays in the journal`,
    )
  }
}
