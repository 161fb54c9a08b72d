import type { App } from '../app/app.ts'
import { createApp } from '../app/create-app.ts'
import { secretValues } from '../config/secrets.ts'
import { createLogger } from '../lib/logger.ts'
import type { CliContext, CommonOptions } from './context.ts'
import { loadFor, requireDatabase } from './desk.ts'

/** Runs a command that writes: with the whole desk, alone on its database, closed whatever happens. */
export async function withApp(
  context: CliContext,
  options: CommonOptions,
  holder: string,
  use: (app: App) => Promise<void>,
  { create = false }: { create?: boolean } = {},
): Promise<void> {
  const { config, secrets } = loadFor(context, options)
  if (!create) requireDatabase(config.paths.database)
  const logger = createLogger({
    level: 'warn',
    format: 'lines',
    secrets: secretValues(secrets),
    write: (line) => {
      context.console.err(line)
    },
    timezone: config.desk.timezone,
  })
  const app = await createApp(config, secrets, { logger, clock: context.clock, holder })
  try {
    await use(app)
  } finally {
    app.close()
  }
}
