import { describe, expect, it } from 'vitest'
import { relateToEarlier } from '../../../src/analysis/stories/earlier-stories.ts'
import { makeTold } from '../../helpers/make-story.ts'

const relate = (lang: string, earlier: string, now: string) =>
  relateToEarlier(
    makeTold('beta/2', now, { lang, at: '2026-07-14T10:00:00Z' }),
    makeTold('alpha/1', earlier, { lang, at: '2026-07-10T10:00:00Z' }),
  )

describe('a report stands to an earlier one as', () => {
  it.each([
    [
      'the same again',
      'en',
      'A gas explosion destroyed the bakery on Linden street in Harborough, firefighters said.',
      'Firefighters said a gas explosion destroyed the bakery on Linden street in Harborough.',
      'repeats',
    ],
    [
      'an update of a toll that rose',
      'en',
      'Gas explosion at the bakery on Linden street in Harborough: 3 people were killed.',
      'Gas explosion at the bakery on Linden street in Harborough: 5 people were killed.',
      'updates',
    ],
    [
      'a contradiction of a toll that fell',
      'en',
      'Gas explosion at the bakery on Linden street in Harborough: 5 people were killed.',
      'Gas explosion at the bakery on Linden street in Harborough: 3 people were killed.',
      'contradicts',
    ],
    [
      'a denial',
      'en',
      'A gas explosion destroyed the bakery on Linden street in Harborough.',
      'The mayor denied that a gas explosion destroyed the bakery on Linden street in Harborough.',
      'contradicts',
    ],
    [
      'an update in Russian',
      'ru',
      'Взрыв газа разрушил пекарню на Липовой улице в Заречном, погибли 3 человека.',
      'Взрыв газа разрушил пекарню на Липовой улице в Заречном, погибли 5 человек.',
      'updates',
    ],
    [
      'the same again in Arabic',
      'ar',
      'انفجار غاز يدمر مخبز شارع الزيتون وسط مدينة الرمال القديمة',
      'انفجار غاز يدمر مخبز شارع الزيتون وسط مدينة الرمال القديمة فجرا',
      'repeats',
    ],
  ])('%s', (_name, lang, earlier, now, relation) => {
    expect(relate(lang, earlier, now)).toBe(relation)
  })

  it.each([
    [
      'of another matter',
      'A gas explosion destroyed the bakery on Linden street in Harborough.',
      'The parliament of Harborough voted for a new budget of its street repairs.',
    ],
    [
      'of another town',
      'An airstrike hit the edge of the town of Harborough in the southern district this morning.',
      'An airstrike hit the edge of the town of Wexcombe in the southern district this morning.',
    ],
    [
      'that is an alert',
      'Air raid alert in the Harborough district, take shelter in the nearest Linden street cellar.',
      'Air raid alert in the Harborough district, take shelter in the nearest Linden street cellar.',
    ],
  ])('nothing to one %s', (_name, earlier, now) => {
    expect(relate('en', earlier, now)).toBeUndefined()
  })
})
