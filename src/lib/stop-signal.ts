/** npm and the terminal may both pass on one Ctrl-C; that is not a second one. */
const echoMs = 500

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Aborts at the first SIGINT or SIGTERM. A second one ends the process at once; so does, with code 0, the
 * end of the grace period, as everything stored stays stored.
 */
export function stopSignal(graceMs: number): AbortSignal {
  const controller = new AbortController()
  let askedMs: number | undefined
  const ask = (signal: keyof typeof exitCodes) => {
    const nowMs = performance.now()
    if (askedMs === undefined) {
      askedMs = nowMs
      setTimeout(() => process.exit(0), graceMs).unref()
      controller.abort()
    } else if (nowMs - askedMs > echoMs) {
      process.exit(exitCodes[signal])
    }
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  return controller.signal
}
