import type { Config } from '../config/schema.ts'
import type { Logger } from '../lib/logger.ts'
import type { Archive } from '../model/archive.ts'
import type { Source } from '../model/delivery.ts'
import type { DeskState } from './health.ts'
import { startHttpServer } from './http-server.ts'
import { Metrics } from './metrics.ts'

/** What tells how the desk is, from its start to its end. */
export interface OpsWatch {
  metrics: Metrics
  enter(state: DeskState): void
  close(): Promise<void>
}

interface Watched {
  config: Config
  archive: Archive
  polled: readonly { sources: readonly Source[] }[]
  bot: Source | undefined
  clock: () => Date
  logger: Logger
}

/** Counts from now on, and serves health and metrics where `operation.http` says so. */
export async function startWatch(desk: Watched): Promise<OpsWatch> {
  const { config, archive, polled, bot, clock, logger } = desk
  const sources = polled.flatMap((group) => group.sources).concat(bot ?? [])
  const metrics = new Metrics({
    archive,
    sources: new Set(sources.map(({ name }) => name)),
    database: config.paths.database,
    clock,
  })
  let state: DeskState = 'starting'
  const { http, leastFreeMegabytes } = config.operation
  const server =
    http && (await startHttpServer({ ...http, metrics, leastFreeMegabytes, state: () => state }))
  if (server !== undefined) logger.info(`Health and metrics on ${server.url}`)
  return {
    metrics,
    enter: (next) => {
      state = next
    },
    close: () => server?.close() ?? Promise.resolve(),
  }
}
