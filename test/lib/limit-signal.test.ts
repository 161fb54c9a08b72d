import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { limitSignal } from '../../src/lib/limit-signal.ts'

const longMs = 60_000

/** All that hangs on a signal, in its own fields too: the platform keeps sets there. */
const heldBy = (signal: AbortSignal): number => {
  const fields = signal as unknown as Record<symbol, { size?: number } | undefined>
  const sizes = Object.getOwnPropertySymbols(signal).map((name) => fields[name]?.size ?? 0)
  return sizes.reduce((all, size) => all + size, getEventListeners(signal, 'abort').length)
}

describe('a limited signal', () => {
  it('is aborted with the outer one, also where that was aborted before', () => {
    const outer = new AbortController()
    const before = limitSignal(outer.signal, longMs)
    outer.abort()
    const after = limitSignal(outer.signal, longMs)
    expect([before.signal.aborted, after.signal.aborted]).toEqual([true, true])
    for (const { release } of [before, after]) release()
  })

  it('is aborted by time, with the reason', async () => {
    const { signal, release } = limitSignal(undefined, 1, () => 'late')
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve)
    })
    expect(signal.reason).toBe('late')
    release()
  })

  it('leaves nothing on a signal that lives on, however often it is asked for', () => {
    const outer = new AbortController()
    for (let count = 0; count < 1000; count += 1) limitSignal(outer.signal, longMs).release()
    expect(heldBy(outer.signal)).toBe(0)
    // What it stands in place of does, and that is seen here.
    for (let count = 0; count < 10; count += 1) AbortSignal.any([outer.signal])
    expect(heldBy(outer.signal)).toBeGreaterThan(0)
  })
})
