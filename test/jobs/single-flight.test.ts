import { expect, test } from 'vitest'
import { SingleFlight } from '../../src/jobs/single-flight.ts'

test('calls during a run lead to exactly one more run, and wait for it', async () => {
  let running = 0
  let runs = 0
  const flight = new SingleFlight(async () => {
    running += 1
    expect(running).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    runs += 1
    running -= 1
  })
  await Promise.all([flight.run(), flight.run(), flight.run()])
  expect(runs).toBe(2)
  await flight.run()
  expect(runs).toBe(3)
})
