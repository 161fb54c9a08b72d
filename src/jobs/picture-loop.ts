import type { Logger } from '../lib/logger.ts'
import { pause } from '../lib/pause.ts'
import type { PictureKeeper } from './picture-keeper.ts'

const lookMs = 2000
const afterFaultMs = 60_000

/** Looks at photos as they come in, until it is stopped; nothing else waits for it. */
export async function lookAtPictures(
  keeper: Pick<PictureKeeper, 'run'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let waitMs = lookMs
    try {
      await keeper.run(signal)
    } catch (error) {
      waitMs = afterFaultMs
      logger.error({ err: error }, 'Pictures could not be looked at; it is tried again in a minute')
    }
    await pause(waitMs, signal)
  }
}
