import { describe, expect, it } from 'vitest'
import { Lexicon } from '../../../src/analysis/text/lexicon.ts'
import { words } from '../../../src/lib/text.ts'

const lexicon = new Lexicon<'fire' | 'alert' | 'end' | 'house'>([
  ['fire', 'пожар fire$ حريق שריפה'],
  ['alert', 'red_alert צבע_אדום'],
  ['end', 'firewall'],
  ['house', 'בית بيت'],
])
const labels = (text: string) => lexicon.find(words(text)).map(({ label }) => label)

describe('Lexicon', () => {
  it('meets inflected forms by their beginning, and whole words only where asked', () => {
    expect(labels('Пожары тушат')).toEqual(['fire'])
    expect(labels('a fire')).toEqual(['fire'])
    expect(labels('fireworks')).toEqual([])
    expect(labels('firewalls')).toEqual(['end'])
  })

  it('meets phrases over several words', () => {
    expect(labels('Red alert!')).toEqual(['alert'])
    expect(labels('red flag')).toEqual([])
    expect(lexicon.find(words('עוד צבע אדום'))).toEqual([{ label: 'alert', first: 1, last: 2 }])
  })

  it('meets words behind the small words of Hebrew and Arabic', () => {
    expect(labels('בשריפה ובבית')).toEqual(['fire', 'house'])
    expect(labels('والحريق في البيت')).toEqual(['fire', 'house'])
    expect(labels('وبالحريق')).toEqual(['fire'])
    expect(labels('أبيت')).toEqual([])
  })

  it('folds the spelling of what it looks for', () => {
    expect(new Lexicon([['x', 'إصابة']]).find(words('اصابه'))).toHaveLength(1)
  })
})
