import { pause } from '../lib/pause.ts'
import type { Source } from '../model/delivery.ts'
import { backoffMs } from './backoff.ts'
import { type PollDeps, pollSource, SourceHealth } from './poll-source.ts'

export interface ListenOptions {
  firstPauseMs?: number
  longestPauseMs?: number
}

/**
 * Reads a source that waits for its posts (the bot's long poll) until the signal is aborted, starting
 * it again whenever it ends; gives up only when the source says that it isn't allowed in.
 */
export async function listen(
  source: Source,
  deps: PollDeps,
  signal: AbortSignal,
  { firstPauseMs = 1000, longestPauseMs = 60_000 }: ListenOptions = {},
): Promise<void> {
  const health = new SourceHealth()
  while (!signal.aborted) {
    const outcome = await pollSource(source, health, deps, signal)
    if (outcome.kind === 'stopped') return
    if (outcome.kind === 'failed' && outcome.fault === 'unauthorised') {
      deps.logger.error(
        { source: source.name },
        `${source.name} is switched off until the next start: Telegram refuses its token`,
      )
      return
    }
    const retryAfterSeconds = outcome.kind === 'failed' ? outcome.retryAfterSeconds : 0
    const failures = health.failures(source.name)
    const wait = backoffMs(
      failures,
      { firstMs: firstPauseMs, longestMs: longestPauseMs },
      retryAfterSeconds,
    )
    await pause(wait, signal)
  }
}
