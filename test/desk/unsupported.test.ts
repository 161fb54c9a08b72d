import { expect, it } from 'vitest'
import { findUnsupported } from '../../src/desk/review/unsupported.ts'
import { makeTold } from '../helpers/make-story.ts'

const signals = [
  makeTold('alpha/1', 'Трое ранены, 12 домов повреждены. «Мы ждём помощи», сказал мэр.', {
    lang: 'ru',
  }),
  makeTold('beta/1', 'The governor said "we are waiting for help".'),
]

it.each([
  ['Three were hurt and 12 houses damaged.', []],
  ['Four were hurt and 13 houses damaged.', ['Four', '13']],
  ['The governor: “We are waiting for help”.', []],
  ['The governor: “We need no help at all”.', ['We need no help at all']],
  ['The mayor: «Мы ждём помощи».', []],
])('names what no signal has in %s', (text, unsupported) => {
  expect(findUnsupported(text, signals)).toEqual(unsupported)
})
