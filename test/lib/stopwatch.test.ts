import { expect, test } from 'vitest'
import { Stopwatch } from '../../src/lib/stopwatch.ts'

test('tells since when each thing has been seen, and begins anew after a break', () => {
  let nowMs = 100
  const stopwatch = new Stopwatch(() => nowMs)
  stopwatch.look(['a', 'b'])
  nowMs = 150
  expect([...stopwatch.look(['a', 'c'])]).toEqual([
    ['a', 50],
    ['c', 0],
  ])
  nowMs = 160
  expect([...stopwatch.look(['b', 'a'])]).toEqual([
    ['b', 0],
    ['a', 60],
  ])
})
