import type { LoadedConfig } from '../config/load.ts'
import { secretValues } from '../config/secrets.ts'
import { createLogger, type Logger } from '../lib/logger.ts'

/** JSON lines in production, readable ones elsewhere. */
export function daemonLogger(
  { config, secrets }: Pick<LoadedConfig, 'config' | 'secrets'>,
  env: NodeJS.ProcessEnv,
): Logger {
  return createLogger({
    level: config.log.level,
    format: env['NODE_ENV'] === 'production' ? 'json' : 'lines',
    secrets: secretValues(secrets),
    write: (line) => process.stdout.write(line),
    timezone: config.desk.timezone,
  })
}
