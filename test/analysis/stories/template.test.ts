import { beforeAll, describe, expect, it } from 'vitest'
import { templateDifference } from '../../../src/analysis/stories/template.ts'
import { createReader, type Reader } from '../../helpers/reader.ts'

describe('templateDifference', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await createReader()
  })

  const compare = (first: string, second: string, alerts: boolean) => {
    const at = '2026-03-01T12:00:00Z'
    return templateDifference(
      reader.read({ channel: 'alpha', id: 1, at, text: first }),
      reader.read({ channel: 'beta', id: 1, at, text: second }),
      alerts,
    )
  }

  it.each([
    [
      'the time and the place',
      '🔴 22:40 Повітряна тривога! Сумська область. Прямуйте в укриття!',
      '🔴 22:52 Повітряна тривога! Полтавська область. Прямуйте в укриття!',
    ],
    [
      'the place alone',
      'Повітряна тривога! Сумська область. Прямуйте в укриття!',
      'Повітряна тривога! Полтавська область. Прямуйте в укриття!',
    ],
    [
      'towns in Hebrew',
      '🚨 צבע אדום (17:02): קריית שמונה, תל חי',
      '🚨 צבע אדום (17:04): נהריה, שבי ציון',
    ],
  ])('tells alerts apart by %s', (_, first, second) => {
    expect(compare(first, second, true)).toBeDefined()
  })

  it('tells a rate told anew apart, though much of it is worded otherwise', () => {
    const difference = compare(
      'Доллар выше 109 рублей на бирже',
      '⚡️Доллар — 114,5 рублей на бирже',
      false,
    )
    expect(difference?.what).toBe('figures')
  })

  it('does not tell two counts of one accident apart by that', () => {
    const [first, second] = ['В аварии на трассе погибли 12 человек', 'Авария: 14 человек погибли']
    expect(compare(first, second, false)).toBeUndefined()
  })

  it.each([
    [
      'a name in another case',
      'Полиция задержала главу компании Ромашка в аэропорту',
      'В аэропорту полиция задержала главу Ромашки',
    ],
    [
      'a first name cut to its letter',
      'В столице открыт памятник поэту Ивану Петрову',
      'В столице открыт памятник поэту И.Петрову',
    ],
    [
      'a country for its town',
      'Президент прибыл с визитом в Анкару, сообщили в канцелярии',
      'Президент прибыл с визитом в Турцию, сообщили в канцелярии',
    ],
    [
      'a figure for what it is rounded to',
      'Внешний долг страны вырос за год на 41,8 процента',
      'Внешний долг страны вырос за год на 42 процента',
    ],
  ])('takes %s for the same', (_, first, second) => {
    expect(compare(first, second, false)).toBeUndefined()
  })

  it.each([
    [
      'another figure',
      'Внешний долг страны вырос за год на 41,8 процента',
      'Внешний долг страны вырос за год на 36 процентов',
    ],
    [
      'another town',
      'Президент прибыл с визитом в Анкару, сообщили в канцелярии',
      'Президент прибыл с визитом в Афины, сообщили в канцелярии',
    ],
  ])('tells reports apart by %s', (_, first, second) => {
    expect(compare(first, second, false)).toBeDefined()
  })

  it.each([
    [
      'a long post in English',
      'Help us choose: the vote for the film "Salt Road" is open on our site until the evening of Friday, and "Salt Road" needs you. Tell your friends, every voice counts.',
      'Help us choose: the vote for the film "Two Winters" is open on our site until the evening of Friday, and "Two Winters" needs you. Tell your friends, every voice counts.',
    ],
    [
      'letters without capitals',
      'الأسطول: السفينة «نور» غادرت الميناء صباح اليوم بعد انتهاء الصيانة',
      'الأسطول: السفينة «أمل» غادرت الميناء صباح اليوم بعد انتهاء الصيانة',
    ],
  ])('tells two titles in quotes apart, in %s', (_, first, second) => {
    expect(compare(first, second, false)).toMatchObject({ what: 'words' })
  })

  it('takes one title in another case for the same', () => {
    expect(
      compare(
        'Фестиваль «Белые ночи» открылся сегодня вечером на площади у реки, вход для всех жителей города свободный',
        'Организаторы «Белых ночей» открылись сегодня вечером на площади у реки, вход для всех жителей города свободный',
        false,
      ),
    ).toBeUndefined()
  })

  it('tells alerts apart by a figure that another rounds', () => {
    expect(
      compare('Воздушная тревога, сектор 54', 'Воздушная тревога, сектор 50', true),
    ).toBeDefined()
  })

  it('is silent about two short reports in other words', () => {
    const found = compare('Львів, вибух. Сихів', 'На Сихові бахнуло так, що кіт під ліжком', false)
    expect(found).toBeUndefined()
  })
})
