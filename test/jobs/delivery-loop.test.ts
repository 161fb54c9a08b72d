import { expect, test } from 'vitest'
import { DeliveryLoop } from '../../src/jobs/delivery-loop.ts'
import { createLogger } from '../../src/lib/logger.ts'

function makeLoop(run: (signal?: AbortSignal) => Promise<void>) {
  const lines: string[] = []
  const logger = createLogger({
    level: 'info',
    format: 'lines',
    secrets: [],
    write: (line) => lines.push(line),
  })
  return { loop: new DeliveryLoop({ run }, logger), lines }
}

test('delivers when it is woken, one run at a time', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const { loop } = makeLoop(async () => {
    running += 1
    runs += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
  })
  await Promise.all([loop.wake(), loop.wake(), loop.wake()])
  await loop.wake()
  expect({ most, runs: runs >= 2 }).toEqual({ most: 1, runs: true })
  await loop.stop()
})

test('goes on after a fault, and tells it', async () => {
  let runs = 0
  const { loop, lines } = makeLoop(() => {
    runs += 1
    return runs === 1 ? Promise.reject(new Error('disk I/O error')) : Promise.resolve()
  })
  await loop.wake()
  await loop.wake()
  expect(runs).toBe(2)
  expect(lines.join('')).toMatch(/Delivering failed, and is tried again: disk I\/O error/)
  await loop.stop()
})

test('breaks off what is in hand when it is stopped, and starts nothing more', async () => {
  let aborted = false
  let runs = 0
  const { loop } = makeLoop(
    (signal) =>
      new Promise((resolve) => {
        runs += 1
        signal?.addEventListener('abort', () => {
          aborted = true
          resolve()
        })
      }),
  )
  void loop.wake()
  await loop.stop()
  await loop.wake()
  expect({ aborted, runs }).toEqual({ aborted: true, runs: 1 })
})
