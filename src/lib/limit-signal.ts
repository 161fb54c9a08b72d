/** A signal with two ends; `release` lets go of what it listens to. */
export interface LimitedSignal {
  signal: AbortSignal
  release: () => void
}

/**
 * A signal that another one aborts, or time: then with the reason, where one is given. Whoever asks for it releases
 * it. Not `AbortSignal.any`, which on Node 20 leaves something on a long-lived signal each time.
 */
export function limitSignal(
  outer: AbortSignal | undefined,
  forMs: number,
  reason?: () => unknown,
): LimitedSignal {
  const controller = new AbortController()
  const abort = () => {
    controller.abort()
  }
  const timer = setTimeout(() => {
    controller.abort(reason?.())
  }, forMs)
  if (outer?.aborted === true) abort()
  outer?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}
