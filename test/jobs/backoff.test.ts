import { expect, test } from 'vitest'
import { backoffMs } from '../../src/jobs/backoff.ts'

const options = { firstMs: 1000, longestMs: 60_000 }

test.each([
  [0, 0],
  [1, 1000],
  [2, 2000],
  [4, 8000],
  [7, 60_000],
  [5000, 60_000],
])('after %i failures in a row waits %i ms', (failures, expected) => {
  expect(backoffMs(failures, options)).toBe(expected)
})

test('waits at least as long as the source asked for', () => {
  expect(backoffMs(1, options, 90)).toBe(90_000)
})
