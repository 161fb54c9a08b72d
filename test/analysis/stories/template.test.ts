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

  it('is silent about two short reports in other words', () => {
    const found = compare('Львів, вибух. Сихів', 'На Сихові бахнуло так, що кіт під ліжком', false)
    expect(found).toBeUndefined()
  })
})
