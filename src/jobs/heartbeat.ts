import type { Logger } from '../lib/logger.ts'
import { pause } from '../lib/pause.ts'
import type { Archive } from '../model/archive.ts'
import type { Source } from '../model/delivery.ts'

/** A pause is told from three beats that are missing. */
const beatMs = 30_000

interface Beating {
  archive: Pick<Archive, 'gaps'>
  polled: readonly { sources: readonly Source[] }[]
  bot: Source | undefined
  clock: () => Date
  logger: Logger
}

/**
 * Stores that Intake runs, from before the first poll on, so that the next start knows since when it did not.
 * Answers what ends it, with a last beat.
 */
export async function startHeartbeat(
  { archive, polled, bot, clock, logger }: Beating,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const sources = polled.flatMap((group) => group.sources).concat(bot ?? [])
  const names = sources.map(({ name }) => name)
  const beat = () =>
    archive.gaps.beat(clock().toISOString(), names).catch((error: unknown) => {
      logger.error({ err: error }, 'That Intake runs could not be stored; it is tried again')
    })
  await beat()
  const beating = (async () => {
    while (!signal.aborted) {
      await pause(beatMs, signal)
      await beat()
    }
  })()
  return () => beating
}
