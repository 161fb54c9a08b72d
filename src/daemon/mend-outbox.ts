import type { App } from '../app/app.ts'

/** Puts the files of the outbox in order, which takes a while where there are many; nobody has to wait for it. */
export async function mendOutbox({ drafter, logger }: App, signal: AbortSignal): Promise<void> {
  try {
    const missing = await drafter.mendOutbox(signal)
    if (missing === 0) return
    const what =
      missing === 1 ? '1 draft that was missing is' : `${missing} drafts that were missing are`
    logger.info(`${what} in the outbox again`)
  } catch (error) {
    logger.error({ err: error }, 'The outbox could not be put in order; the next drafts try again')
  }
}
