import { expect, test } from 'vitest'
import { sharedTerms } from '../../../src/analysis/stories/story-score.ts'
import { wordsOf } from '../../../src/analysis/text/term-words.ts'
import { makePost } from '../../helpers/make-post.ts'
import { createReader } from '../../helpers/reader.ts'

const reader = await createReader()
const { weights } = reader

function told(one: string, other: string): string[] {
  const [first, second] = [one, other].map((text, index) =>
    reader.read(makePost({ channel: 'alpha', id: index + 1, text })),
  )
  if (first === undefined || second === undefined) throw new Error('Nothing was read.')
  const shared = sharedTerms(first, second, weights).map(({ term }) => term)
  return wordsOf(shared, weights, [first, second])
}

test('a name in two scripts is told as the English text writes it, whichever came first', () => {
  const english = 'In Geneva today Abbas Araghchi spoke of the talks.'
  const russian = 'Сегодня в Женеве Аббас Аракчи говорил о переговорах.'
  for (const words of [told(russian, english), told(english, russian)]) {
    expect(words).toContain('Araghchi')
    expect(words).toContain('Geneva')
    expect(words).not.toContain('rks')
  }
})

test('without English it is told as the earlier text writes it', () => {
  const words = told(
    'Сегодня в Женеве Аббас Аракчи говорил о переговорах.',
    'Сьогодні в Женеві Аббас Аракчі говорив про переговори.',
  )
  expect(words).toContain('Аракчи')
  expect(words.join()).not.toMatch(/\brk?s\b/)
})

test('words are told whole, and what is both a word and a name once', () => {
  const words = told(
    'The depot in Kherson is burning.',
    'A depot of Kherson was burning all night.',
  )
  expect(words).toEqual(expect.arrayContaining(['depot', 'burning', 'Kherson']))
  expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length)
})

test('what the dictionary calls by several words is told in words', () => {
  const words = told(
    'A boy of five was rushed to hospital in Haifa.',
    'Мальчика пяти лет госпитализировали в Хайфе.',
  )
  expect(words).toContain('taken to hospital')
  expect(words.join()).not.toContain('_')
})
