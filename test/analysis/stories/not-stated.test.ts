import { describe, expect, it } from 'vitest'
import { readDetails } from '../../../src/analysis/conflicts/details.ts'
import { findNotStated } from '../../../src/analysis/stories/not-stated.ts'
import type { PlaceMention } from '../../../src/model/features.ts'

const place: PlaceMention = { place: 1, name: 'Kyiv', kind: 'city', from: 0, to: 1 }
const signal = (text: string, places: readonly PlaceMention[] = []) => ({
  text,
  details: readDetails(text),
  places,
})

describe('findNotStated', () => {
  it.each([
    'Missile strike overnight',
    'Ночной удар ракетами',
    'Нічний удар ракетами',
    'תקיפה בטילים הלילה',
    'قصف بالصواريخ ليلا',
    'حمله با موشک در شب',
  ])('lists what a strike report lacks: %j', (text) => {
    expect(findNotStated('strike', [signal(text)])).toEqual([
      'casualty figures',
      'target locations',
      'the number of missiles',
      'who carried it out',
      'the extent of the damage',
    ])
  })

  it.each([
    'Russian army launched 12 missiles: 3 killed, a depot destroyed',
    'Российская армия выпустила 12 ракет: 3 погибших, склад разрушен',
    'Російська армія випустила 12 ракет: 3 загиблих, склад зруйновано',
    'צבא רוסיה שיגר 12 טילים: 3 הרוגים, נזק כבד',
    'الجيش أطلق 12 صاروخا: 3 قتلى وأضرار كبيرة',
    'ارتش ۱۲ موشک شلیک کرد: ۳ کشته و خسارت سنگین',
  ])('lists nothing where all is said: %j', (text) => {
    expect(findNotStated('strike', [signal(text, [place])])).toEqual([])
  })

  it('takes together what several signals say', () => {
    const signals = [signal('Missile strike', [place]), signal('Удар: 3 погибших, склад горит')]
    expect(findNotStated('strike', signals)).toEqual([
      'the number of missiles',
      'who carried it out',
    ])
  })

  it('does not ask for a number of missiles where none are told of', () => {
    expect(findNotStated('strike', [signal('Explosion in the harbour')])).not.toContain(
      'the number of missiles',
    )
  })

  it('asks of a statement about a strike what is not known of the strike', () => {
    const text = 'The president calls for missile production after a significant Russian attack'
    expect(findNotStated('statement', [signal(text)])).toEqual([
      'when or where it was said',
      'to whom it was said',
      'any concrete agreement or timeline',
      'casualty figures',
      'target locations',
      'the number of missiles or drones',
    ])
  })

  it.each([
    [
      'alert',
      'Air raid alert',
      ['the area it covers', 'the threat that set it off', 'whether anything was hit'],
    ],
    [
      'arrest',
      'Seven held',
      ['the charges', 'how many were held', 'who made the arrest', 'where they were held'],
    ],
    [
      'talks',
      'Talks to go on',
      ['the date of the talks', 'the venue', 'who took part', 'the outcome'],
    ],
    [
      'sanctions',
      'New sanctions',
      ['who is targeted', 'when they take effect', 'the grounds for them'],
    ],
    [
      'accident',
      'Bus crash',
      ['casualty figures', 'the cause', 'where it happened', 'when it happened'],
    ],
    [
      'protest',
      'A rally',
      ['the number of participants', 'arrests', 'the demands', 'where it happened'],
    ],
    ['other', 'A crane', ['when it happened', 'where it happened', 'a named witness or official']],
  ] as const)('knows what a reader of an %s report needs', (event, text, expected) => {
    expect(findNotStated(event, [signal(text)])).toEqual(expected)
  })

  it('says nothing is stated where there is no signal', () => {
    expect(findNotStated('accident', [])).toHaveLength(4)
  })
})
