import { expect, it } from 'vitest'
import { ageBetween } from '../../src/lib/age.ts'

it.each([
  ['2026-06-20T10:00:00Z', '2026-06-21T12:00:00Z', '1 day'],
  ['2026-06-11T10:00:00Z', '2026-06-20T12:00:00Z', '9 days'],
  ['2026-01-17T10:00:00Z', '2026-06-20T12:00:00Z', '5 months'],
  ['2023-01-17T10:00:00Z', '2026-06-20T12:00:00Z', '3 years'],
])('tells the age of %s at %s as %s', (firstAt, at, age) => {
  expect(ageBetween(firstAt, at)).toBe(age)
})
