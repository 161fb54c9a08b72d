import { expect, test } from 'vitest'
import { Limiter } from '../../src/jobs/limiter.ts'

test('never runs more at once than allowed, and runs everything in order', async () => {
  const limiter = new Limiter(3)
  let running = 0
  let most = 0
  const started: number[] = []
  const task = (index: number) => async () => {
    started.push(index)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, index % 3))
    running -= 1
    return index
  }
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => limiter.run(task(i))))
  expect(most).toBe(3)
  expect(started).toEqual(results)
})

test('a task that fails gives its place back', async () => {
  const limiter = new Limiter(1)
  await expect(limiter.run(() => Promise.reject(new Error('odd')))).rejects.toThrow('odd')
  await expect(limiter.run(() => Promise.resolve(1))).resolves.toBe(1)
})
