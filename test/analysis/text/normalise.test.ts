import { describe, expect, it } from 'vitest'
import { namesChannel, normalise, withoutLines } from '../../../src/analysis/text/normalise.ts'

const wordsOf = (text: string) => normalise(text).words.map(({ word }) => word)

describe('normalise', () => {
  it('leaves out links and handles', () => {
    expect(wordsOf('Пожар в порту https://t.me/alpha/12?single @alpha_news')).toEqual([
      'пожар',
      'в',
      'порту',
    ])
  })

  it.each([
    ['1,200 people', '1200'],
    ['1 200 жителей', '1200'],
    ['1\u202f200 жителей', '1200'],
    ['١٬٢٠٠ شخص', '1200'],
    ['22:40 alert', '22:40'],
  ])('reads the figure of "%s" as one word', (text, figure) => {
    expect(wordsOf(text)[0]).toBe(figure)
  })

  it('does not join figures that only stand side by side', () => {
    expect(wordsOf('5 100 10')).toEqual(['5100', '10'])
    expect(wordsOf('14 2026')).toEqual(['14', '2026'])
  })

  it('reads a table of figures in time that grows with its length only', () => {
    const figures = wordsOf('111 '.repeat(20_000))
    expect(Math.max(...figures.map((word) => word.length))).toBeLessThanOrEqual(18)
    expect(figures.length).toBeGreaterThan(3000)
  })

  it('knows its lines, and can do without some', () => {
    const text = normalise('One two\n\nthree four five\nsix')
    expect(text.lines.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 5],
      [5, 6],
    ])
    const kept = withoutLines(text, ({ from }) => from === 2)
    expect(kept.words.map(({ word }) => word)).toEqual(['one', 'two', 'six'])
    expect(kept.tokens).toHaveLength(3)
    expect(kept.lines.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
    ])
  })

  it('tells a line that only names the channel', () => {
    const text = normalise('Вода ушла\nВолга громко | Прислать новость')
    const [first, second] = text.lines
    if (first === undefined || second === undefined) throw new Error('two lines expected')
    expect(namesChannel(text, first, 'Волга громко')).toBe(false)
    expect(namesChannel(text, second, 'Волга громко')).toBe(true)
  })
})
