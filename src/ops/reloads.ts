import { isDeepStrictEqual } from 'node:util'
import type { LoadedConfig } from '../config/load.ts'
import type { Logger } from '../lib/logger.ts'
import { IntakeError } from '../model/errors.ts'

type Loaded = Pick<LoadedConfig, 'config' | 'secrets'>

/** Where a running desk is asked to read its configuration again. */
export interface Reloads {
  /** Tells of each configuration that holds; one that does not is logged, and the desk goes on as it was. */
  listen(tell: (next: Loaded) => void, logger: Logger): () => void
}

/** Reads the configuration again at each SIGHUP. */
export function watchReloads(load: () => Loaded): Reloads {
  return {
    listen: (tell, logger) => {
      const ask = () => {
        try {
          tell(load())
        } catch (error) {
          if (!(error instanceof IntakeError)) throw error
          logger.error(`The configuration stays as it was: ${error.message}`)
        }
      }
      process.on('SIGHUP', ask)
      return () => process.off('SIGHUP', ask)
    },
  }
}

/** Says what the new configuration changes, and by name what only a restart can. */
export function tellReload(before: Loaded, after: Loaded, logger: Logger): void {
  const keys = Object.keys(after.config) as (keyof Loaded['config'])[]
  const changed = keys.filter((key) => !isDeepStrictEqual(before.config[key], after.config[key]))
  const ids = ({ config }: Loaded) =>
    new Set(config.channels.filter(({ enabled }) => enabled).map(({ id }) => id))
  const [old, now] = [ids(before), ids(after)]
  const added = [...now].filter((id) => !old.has(id))
  const gone = [...old].filter((id) => !now.has(id))
  const parts = [
    changed.length === 0 ? 'nothing in it changed' : `changed: ${changed.join(', ')}`,
    ...(added.length === 0 ? [] : [`channels added: ${added.join(', ')}`]),
    ...(gone.length === 0 ? [] : [`channels gone: ${gone.join(', ')}`]),
  ]
  logger.info(`The configuration was read again; ${parts.join('; ')}`)
  const needRestart = [
    ...(changed.includes('log') ? ['log.level'] : []),
    ...(before.config.desk.timezone === after.config.desk.timezone ? [] : ['the log’s time zone']),
    ...(isDeepStrictEqual(before.secrets, after.secrets) ? [] : ['the secrets the log hides']),
  ]
  if (needRestart.length > 0) logger.warn(`Only a restart changes: ${needRestart.join(', ')}`)
}
