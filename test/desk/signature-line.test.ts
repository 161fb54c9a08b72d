import { expect, it } from 'vitest'
import { isSignatureLine } from '../../src/desk/compose/signature-line.ts'

const isSignature = (line: string) => isSignatureLine(line, line, [], false)

it.each([
  ['#news', true],
  ['#news #east_side, #port_', true],
  ['__#news', true],
  ['#news at the port', false],
  ['a #news', false],
])('takes %j for a run of tags: %s', (line, expected) => {
  expect(isSignature(line)).toBe(expected)
})

it('reads underscores between tags once, however many there are', () => {
  expect(isSignature(`${'#a__'.repeat(2000)} word`)).toBe(false)
})
