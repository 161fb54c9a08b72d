import { expect, test } from 'vitest'
import { Sentences } from '../../src/lib/sentences.ts'

const table = new Sentences({
  reply: 'A reply to {post}.',
  said: 'Says so: "{words}" ({rule}).',
  only: 'Its only post in {hours} hours.',
  because: '{post} and {other}: {said}',
  bare: 'Joined by an editor.',
})

const known = (key: string, gaps: Record<string, string> = {}) => ({ kind: 'known', key, gaps })

test('a sentence is written by its template and read back', () => {
  const text = table.say('said', { words: 'Reuters reports', rule: 'cue after' })
  expect(text).toBe('Says so: "Reuters reports" (cue after).')
  expect(table.read(text)).toEqual([known('said', { words: 'Reuters reports', rule: 'cue after' })])
  expect(table.read(table.say('bare'))).toEqual([known('bare')])
})

test('sentences in a row are read one after the other', () => {
  const text = 'Says so: "x" (credit). Its only post in 12 hours. Joined by an editor.'
  expect(table.read(text)).toEqual([
    known('said', { words: 'x', rule: 'credit' }),
    known('only', { hours: '12' }),
    known('bare'),
  ])
})

test('what is quoted is never taken for a sentence of ours', () => {
  const words = 'x" (credit). Its only post in 99 hours. Joined by an editor.'
  const text = table.say('said', { words, rule: 'opening' })
  expect(table.read(text)).toEqual([known('said', { words, rule: 'opening' })])
})

test('a sentence that holds another is cut where the other begins', () => {
  expect(table.read('a/1 and b/2: Says so: "this and that: so" (credit).')).toEqual([
    known('because', {
      post: 'a/1',
      other: 'b/2',
      said: 'Says so: "this and that: so" (credit).',
    }),
  ])
})

test('a sentence of no template stands as it is, and those after it are read', () => {
  expect(table.read('Guessed by the moon. A reply to a/1.')).toEqual([
    { kind: 'unknown', text: 'Guessed by the moon.' },
    known('reply', { post: 'a/1' }),
  ])
  expect(table.read('')).toEqual([{ kind: 'unknown', text: '' }])
})

test('a text of very many sentences is read to a bound, and nothing of it is lost', () => {
  const read = table.read(Array(5000).fill('Joined by an editor.').join(' '))
  const said = read.map((each) => (each.kind === 'known' ? table.say('bare') : each.text))
  expect(said.join(' ').length).toBe(5000 * 21 - 1)
  expect(read.length).toBeLessThan(20)
})
