import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createConceptFinder } from '../../../src/analysis/text/concepts.ts'
import { words } from '../../../src/lib/text.ts'

const [concepts, nations] = ['concepts.tsv', 'nations.tsv'].map((name) =>
  readFileSync(`data/gazetteer/${name}`, 'utf8'),
)
const find = createConceptFinder(concepts ?? '', nations ?? '')
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

  it.each([
    'the Iraqi minister',
    'иракский министр',
    'الوزير العراقي',
    'وزیر عراقی',
    'השר העיראקי',
  ])('reads the nation in "%s"', (text) => {
    expect(conceptsIn(text)).toContain('iraq')
  })

  it('takes the longest beginning of a word for the one meant', () => {
    expect(conceptsIn('город')).not.toContain('mountain')
  })

  it.each(['лес горит второй день', 'ліс горить', 'горячая вода', 'гораздо хуже'])(
    'finds no mountain in "%s"',
    (text) => {
      expect(conceptsIn(text)).not.toContain('mountain')
    },
  )

  it('takes a word that is listed whole for no more than that', () => {
    const findIn = createConceptFinder('one\tsta*\ntwo\tstart\n-\tstay')
    const said = (text: string) => findIn(words(text)).map(({ concept }) => concept)
    expect(said('star start stay')).toEqual(['one', 'two'])
  })

  it.each([
    ['представитель Белого дома', 'white_house'],
    ['בבית החולים סורוקה', 'hospital'],
    ['у торгового центра', 'shop'],
    ['поезд сошёл с рельсов', 'derail'],
    ['уламок дрона', 'rubble'],
    ['крыша хирургии', 'surgery'],
    ['хирурги больницы', 'doctor'],
  ])('reads the phrase in "%s"', (text, concept) => {
    expect(conceptsIn(text)).toContain(concept)
  })

  it('does not read the words of a phrase one by one', () => {
    expect(conceptsIn('представитель Белого дома')).not.toContain('house')
  })

  it('has six columns of words in every line', () => {
    const lines = readFileSync('data/gazetteer/concepts.tsv', 'utf8').split('\n')
    for (const line of lines.filter((each) => each !== '' && !each.startsWith('#'))) {
      expect(line.split('\t'), line).toHaveLength(7)
    }
  })
})
