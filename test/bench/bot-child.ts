import { loadConfig } from '../../src/config/load.ts'
import { daemonLogger } from '../../src/daemon/daemon-logger.ts'
import { runDaemon } from '../../src/daemon/run-daemon.ts'
import { stopSignal } from '../../src/lib/stop-signal.ts'
import { sendLimits } from '../helpers/send-limits.ts'

// The daemon as `npm start` runs it, on the configuration that is named; it is killed at any moment. What takes
// longest, to read its own code, it does before it is told to begin.
if (process.channel !== undefined) {
  await new Promise((resolve) => process.once('message', resolve))
  process.disconnect()
}
const loaded = loadConfig(process.argv[2] ?? '')
await runDaemon(loaded, {
  logger: daemonLogger(loaded, process.env),
  clock: () => new Date(),
  signal: stopSignal(9000),
  sendLimits,
})
