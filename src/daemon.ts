import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadConfig } from './config/load.ts'
import { daemonLogger } from './daemon/daemon-logger.ts'
import { runDaemon } from './daemon/run-daemon.ts'
import { stopSignal } from './lib/stop-signal.ts'
import { IntakeError } from './model/errors.ts'
import { watchReloads } from './ops/reloads.ts'

const graceMs = 9000

/** What `npm start` runs. Faults nobody caught are told and end the process with code 1. */
async function main(): Promise<void> {
  if (process.argv.length > 2) {
    throw new IntakeError(
      'usage',
      'npm start takes no options; `npm run -s intake -- run` takes --config and --db.',
    )
  }
  const loaded = loadConfig('config/intake.yaml')
  const logger = daemonLogger(loaded, process.env)
  const die = (error: unknown) => {
    logger.fatal({ err: error }, 'Ended by a fault; nothing that was stored is lost')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)
  await runDaemon(loaded, {
    logger,
    clock: () => new Date(),
    signal: stopSignal(graceMs),
    reloads: watchReloads(() => loadConfig('config/intake.yaml')),
  })
}

const entry = process.argv[1]
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const foreseen = error instanceof IntakeError
    const text = foreseen ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${text ?? ''}\n`)
    process.exitCode = foreseen && error.code === 'usage' ? 2 : 1
  })
}
