export interface BackoffOptions {
  firstMs: number
  longestMs: number
}

/** How long to leave a source alone after its n-th failure in a row: doubles each time, up to the longest. */
export function backoffMs(
  failures: number,
  { firstMs, longestMs }: BackoffOptions,
  retryAfterSeconds = 0,
): number {
  if (failures <= 0) return 0
  const doubled = firstMs * 2 ** Math.min(failures - 1, 30)
  return Math.max(Math.min(doubled, longestMs), retryAfterSeconds * 1000)
}
