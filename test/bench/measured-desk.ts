import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a daemon takes, since it was asked last. */
export interface Measured {
  rssMb: number
  /** After a garbage collection. */
  heapMb: number
  /** How late the event loop was. */
  delayP50Ms: number
  delayP99Ms: number
  delayMaxMs: number
}

/** A daemon in a process of its own. */
export interface MeasuredDesk {
  measure(): Promise<Measured>
  /** Drains and ends it; answers how many seconds that took. */
  stop(): Promise<number>
}

/** Starts the daemon on a configuration; its clock begins at `startAt`, or is that of the machine. */
export function startMeasured(config: string, token: string, startAt = ''): MeasuredDesk {
  const child = fork(
    fileURLToPath(new URL('./measured-child.ts', import.meta.url)),
    [config, startAt],
    {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TELEGRAM_BOT_TOKEN: token },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  return {
    measure: () =>
      new Promise((resolve, reject) => {
        child.once('message', (measured) => {
          resolve(measured as Measured)
        })
        void ended.then(() => {
          reject(new Error('The daemon ended; its last words are above.'))
        })
        child.send('measure')
      }),
    stop: async () => {
      const beganMs = performance.now()
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
      return (performance.now() - beganMs) / 1000
    },
  }
}
