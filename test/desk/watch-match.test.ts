import { expect, it } from 'vitest'
import { concerns, holdsWords } from '../../src/desk/notices/watch-match.ts'
import { makeSignal } from '../helpers/make-signal.ts'

it.each([
  ['Sumy', 'A strike on Sumy.', true],
  ['sumy', 'A strike on Sumykhimprom.', true],
  ['sumy strike', 'A strike on Sumykhimprom.', false],
  ['"bridge at Sumy"', 'The bridge at Sumy stands.', true],
  ['"bridge at Sumy"', 'At Sumy, the bridge stands.', false],
  ['взрыв*', 'Взрывы в Сумах', true],
  ['', 'anything', false],
  ['!!!', 'anything', false],
])('%s in %s', (words, text, held) => {
  expect(holdsWords(words, text)).toBe(held)
})

it('is for posts of its channel, and not for deleted ones', () => {
  const subject = { kind: 'channel', channel: 'alpha' } as const
  expect(concerns(subject, makeSignal())).toBe(true)
  expect(concerns(subject, makeSignal({ channel: 'beta' }))).toBe(false)
  expect(concerns(subject, makeSignal({ deletedAt: '2026-03-04T03:00:00Z' }))).toBe(false)
})
