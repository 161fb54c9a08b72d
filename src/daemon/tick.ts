import type { App } from '../app/app.ts'
import type { DeskBot } from '../bot/create-bot.ts'
import { pause } from '../lib/pause.ts'

const tickMs = 20_000

/** What the bot does by the clock: what waits in the inbox, notices that are due, digests. */
export async function tick(
  { watchDesk, healthDesk, logger }: App,
  bot: DeskBot,
  signal: AbortSignal,
): Promise<void> {
  await bot.announce()
  while (!signal.aborted) {
    try {
      await Promise.all([
        bot.bot.wake(),
        watchDesk.tellStories(),
        watchDesk.tellDigest(),
        watchDesk.tellChannels(),
        healthDesk.tell(),
      ])
      await bot.teller.wake()
    } catch (error) {
      logger.error({ err: error }, 'The bot could not look after its notices; it tries again')
    }
    await pause(tickMs, signal)
  }
}
