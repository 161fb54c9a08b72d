import type { App, AppOptions } from '../app/app.ts'
import { createApp } from '../app/create-app.ts'
import type { LoadedConfig } from '../config/load.ts'
import type { Logger } from '../lib/logger.ts'
import { type Reloads, tellReload } from '../ops/reloads.ts'
import { type OpsWatch, startWatch } from '../ops/watch.ts'
import { catchUp } from './catch-up.ts'
import { serve } from './serve.ts'

export interface DaemonOptions {
  logger: Logger
  clock: () => Date
  /** Aborted to stop: the daemon then drains and returns. */
  signal: AbortSignal
  /** Where it is asked to read its configuration again; left out, it never is. */
  reloads?: Reloads
  sendLimits?: AppOptions['sendLimits']
}

type Loaded = Pick<LoadedConfig, 'config' | 'secrets'>

/**
 * Listens, judges and drafts until it is stopped; throws only when it can't start. A configuration read again that it
 * can't start with is told, and the desk goes on with the one before.
 */
export async function runDaemon(loaded: Loaded, options: DaemonOptions): Promise<void> {
  const { signal, logger, reloads } = options
  let current = loaded
  let before: Loaded | undefined
  while (!signal.aborted) {
    const round = new AbortController()
    const stop = () => {
      round.abort()
    }
    signal.addEventListener('abort', stop, { once: true })
    const unlisten = reloads?.listen((next) => {
      tellReload(current, next, logger)
      before = current
      current = next
      stop()
    }, logger)
    try {
      const opened = await openRound(current, options).catch((error: unknown) => {
        if (before === undefined) throw error
        logger.error({ err: error }, 'The desk can’t start with it, and goes on as it was')
        current = before
        before = undefined
      })
      if (opened !== undefined) await runRound(opened, round.signal)
    } finally {
      signal.removeEventListener('abort', stop)
      unlisten?.()
    }
  }
  logger.info('Stopped: everything that came in is stored')
}

interface Round {
  app: App
  watch: OpsWatch
}

/** The parts of a desk with one configuration, which hold its database and its ports. */
async function openRound(
  { config, secrets }: Loaded,
  { logger, clock, sendLimits }: DaemonOptions,
): Promise<Round> {
  const app = await createApp(config, secrets, {
    logger,
    clock,
    holder: 'the daemon',
    ...(sendLimits && { sendLimits }),
  })
  try {
    return { app, watch: await startWatch(app) }
  } catch (error) {
    app.close()
    throw error
  }
}

/** A desk from its start to its end. What is on its way when it ends is asked for again by the next. */
async function runRound({ app, watch }: Round, signal: AbortSignal): Promise<void> {
  try {
    greet(app)
    await catchUp(app)
    if (!signal.aborted) await serve(app, watch, signal)
  } finally {
    await watch.close()
    app.close()
  }
}

function greet({ config, polled, bot, logger }: App): void {
  const names: Record<string, string> = { file: 'file', preview: 'preview page', feed: 'feed' }
  const counts = polled
    .filter(({ sources }) => sources.length > 0)
    .map(
      ({ kind, sources }) =>
        `${sources.length} ${names[kind] ?? kind}${sources.length === 1 ? '' : 's'}`,
    )
  const { database, outbox } = config.paths
  const botState = bot === undefined ? 'the bot is off (no TELEGRAM_BOT_TOKEN)' : 'the bot is on'
  logger.info(`${config.desk.name} listens to ${counts.join(', ')}; ${botState}`)
  logger.info(`Database ${database} · drafts in ${outbox}`)
  logger.info('See the wire with `npm run -s intake -- wire`; Ctrl-C stops')
}
