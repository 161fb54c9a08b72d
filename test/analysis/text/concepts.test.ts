import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createConceptFinder } from '../../../src/analysis/text/concepts.ts'
import { words } from '../../../src/lib/text.ts'

const find = createConceptFinder(readFileSync('data/gazetteer/concepts.tsv', 'utf8'))
const conceptsIn = (text: string) => find(words(text)).map(({ concept }) => concept)

describe('the dictionary of concepts', () => {
  it.each([
    ['Explosions at the port', ['explosion', 'port']],
    ['Взрывы в порту', ['explosion', 'port']],
    ['Вибухи в порту', ['explosion', 'port']],
    ['انفجارات في الميناء', ['explosion', 'port']],
    ['انفجار در بندر', ['explosion', 'port']],
    ['פיצוצים בנמל', ['explosion', 'port']],
  ])('reads "%s"', (text, concepts) => {
    expect(conceptsIn(text)).toEqual(expect.arrayContaining(concepts))
  })

  it('takes the longest beginning of a word for the one meant', () => {
    expect(conceptsIn('город')).not.toContain('mountain')
  })

  it('reads words of two words', () => {
    expect(conceptsIn('представитель Белого дома')).toContain('white_house')
  })

  it('has six columns of words in every line', () => {
    const lines = readFileSync('data/gazetteer/concepts.tsv', 'utf8').split('\n')
    for (const line of lines.filter((each) => each !== '' && !each.startsWith('#'))) {
      expect(line.split('\t'), line).toHaveLength(7)
    }
  })
})
