import { monitorEventLoopDelay } from 'node:perf_hooks'
import { loadConfig } from '../../src/config/load.ts'
import { runDaemon } from '../../src/daemon/run-daemon.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { stopSignal } from '../../src/lib/stop-signal.ts'
import { sendLimits } from '../helpers/send-limits.ts'
import { heapBytes } from './heap.ts'
import type { Measured } from './measured-desk.ts'

/**
 * The daemon as `npm start` runs it, with its clock at the time that is named, which tells its parent what it
 * takes whenever it is asked.
 */
const [file = '', startAt = ''] = process.argv.slice(2)
const aheadMs = startAt === '' ? 0 : Date.parse(startAt) - Date.now()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', () => {
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 100_000) / 10
  const measured: Measured = {
    rssMb: toMb(process.memoryUsage.rss()),
    heapMb: toMb(heapBytes()),
    delayP50Ms: ms(delay.percentile(50)),
    delayP99Ms: ms(delay.percentile(99)),
    delayMaxMs: ms(delay.max),
  }
  process.send?.(measured)
  // How late the loop was for being measured is noted by its next turns.
  setTimeout(() => {
    delay.reset()
  }, 100)
})

const loaded = loadConfig(file)
await runDaemon(loaded, {
  logger: createLogger({
    level: loaded.config.log.level,
    format: 'lines',
    secrets: [],
    write: (line) => process.stderr.write(line),
  }),
  clock: () => new Date(Date.now() + aheadMs),
  signal: stopSignal(9000),
  sendLimits,
})
if (process.connected) process.disconnect()

function toMb(bytes: number): number {
  return Math.round(bytes / 104_857.6) / 10
}
