/** Milliseconds that only grow, whatever becomes of the clock; they say nothing of the time of day. */
export const monotonicMs = (): number => performance.now()
