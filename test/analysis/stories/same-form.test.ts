import { beforeAll, describe, expect, it } from 'vitest'
import { otherFilling } from '../../../src/analysis/stories/same-form.ts'
import { createReader, type Reader } from '../../helpers/reader.ts'

describe('two posts of one channel', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await createReader()
  })

  const filling = (first: string, second: string) => {
    const read = (id: number, text: string) =>
      reader.read({ channel: 'alpha', id, at: '2026-03-01T12:00:00Z', text })
    return otherFilling(read(1, first), read(2, second))
  }

  it.each([
    [
      'Arabic',
      'غارة من مسيرة استهدفت بلدة سردفون في قضاء صور',
      'غارة من مسيرة استهدفت بلدة كفرشلان في قضاء صور',
    ],
    ['Persian', 'حمله پهپادی به روستای سردفون', 'حمله پهپادی به روستای کفرشلان'],
    ['Hebrew', 'דיווח על שריפה בשכונת אורן', 'דיווח על שריפה בשכונת ברוש'],
    ['Russian', 'Беспилотник упал у села Дубравкино', 'Беспилотник упал у села Вязовкино'],
    ['Ukrainian', 'Ворог обстріляв село Дубравкине', 'Ворог обстріляв село Вязовкине'],
    [
      'English',
      'Shelling hit the village of Dubravkino again',
      'Shelling hit the village of Vyazovkino again',
    ],
  ])('fill one form in again where each names its settlement, in %s', (_, first, second) => {
    expect(filling(first, second)).toBeDefined()
  })

  it('fill one form in again where the openings differ in a place alone', () => {
    const call = (land: string) =>
      `Phone call of the foreign ministers of Norway and ${land}. They spoke of trade and fisheries.`
    expect(filling(call('France'), call('Italy'))).toEqual({
      what: 'words',
      was: 'France',
      is: 'Italy',
    })
  })

  it.each([
    [
      'name one settlement',
      'غارة استهدفت بلدة سردفون',
      'إصابتان في الغارة التي استهدفت بلدة سردفون في قضاء صور',
    ],
    ['name one of two again', 'غارات على بلدتي سردفون وكفرشلان', 'جريح في الغارة على بلدة كفرشلان'],
    ['speak of the town meant', 'غارة استهدفت بلدة سردفون', 'إخلاء سكان البلدة بعد الغارة'],
    [
      'go on in other words',
      'Fire in a depot in Poti, Georgia',
      'The blaze is out, trains to Batumi run again',
    ],
    ['say a common word after the noun', 'В городе тихо', 'В городе отключили воду'],
  ])('do not where they %s', (_, first, second) => {
    expect(filling(first, second)).toBeUndefined()
  })
})
