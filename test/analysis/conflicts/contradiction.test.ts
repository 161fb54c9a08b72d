import { describe, expect, it } from 'vitest'
import { type ClaimReader, createClaimReader } from '../../../src/analysis/conflicts/claim.ts'
import { contradicts } from '../../../src/analysis/conflicts/contradiction.ts'
import { loadGazetteer } from '../../../src/config/gazetteer.ts'

const readClaim: ClaimReader = createClaimReader(await loadGazetteer())
const compare = (first: string, second: string) => contradicts(readClaim(first), readClaim(second))

describe('contradicts', () => {
  it.each([
    ['en', 'Grain exports through the port rise', 'Grain exports through the port fall'],
    ['ru', 'Экспорт зерна через порт вырос', 'Экспорт зерна через порт упал'],
    ['uk', 'Експорт зерна через порт зріс', 'Експорт зерна через порт впав'],
    ['ar', 'صادرات القمح عبر الميناء ترتفع', 'انخفاض صادرات القمح عبر الميناء'],
    ['fa', 'افزایش قیمت گندم در بازار بندر', 'کاهش قیمت گندم در بازار بندر'],
    ['he', 'מחיר החיטה בנמל חיפה עלה', 'מחיר החיטה בנמל חיפה ירד'],
  ])('finds that one thing rises and falls (%s)', (_, first, second) => {
    expect(compare(first, second)).toMatchObject({
      detail: 'falls or rises',
      first: 'rises',
      second: 'falls',
    })
  })

  it.each([
    ['en', 'The crossing at Rafah is open to trucks', 'The crossing at Rafah is closed to trucks'],
    ['ru', 'Переправа через залив открыта', 'Переправа через залив закрыта'],
    ['uk', 'Переправа через затоку відкрита', 'Переправа через затоку закрита'],
    ['ar', 'فتح معبر الجسر أمام الشاحنات', 'إغلاق معبر الجسر أمام الشاحنات'],
    ['fa', 'گذرگاه مرزی پل بازگشایی شد', 'گذرگاه مرزی پل تعطیل شد'],
    ['he', 'המעבר בגשר הצפוני נפתח למשאיות', 'המעבר בגשר הצפוני נסגר למשאיות'],
  ])('finds that one thing is open and closed (%s)', (_, first, second) => {
    expect(compare(first, second)?.detail).toBe('closed or open')
  })

  it.each([
    [
      'en',
      'The minister accepts the proposal on dams',
      'The minister rejects the proposal on dams',
    ],
    ['ru', 'Министр одобрил проект плотины', 'Министр отклонил проект плотины'],
    ['uk', 'Міністр схвалив проєкт греблі', 'Міністр відхилив проєкт греблі'],
    ['ar', 'الوزير يقبل مشروع السد الجديد', 'الوزير يرفض مشروع السد الجديد'],
    ['fa', 'وزیر با طرح سد تازه موافقت کرد', 'وزیر با طرح سد تازه مخالفت کرد'],
    ['he', 'השר אישר את תוכנית הסכר החדשה', 'השר דחה את תוכנית הסכר החדשה'],
  ])('finds that one thing is accepted and rejected (%s)', (_, first, second) => {
    expect(compare(first, second)?.detail).toBe('accepted or rejected')
  })

  it.each([
    ['en', 'The council will change traffic rules', 'The council will not change traffic rules'],
    ['ru', 'Совет изменит правила движения', 'Совет не изменит правила движения'],
    ['uk', 'Рада змінить правила руху', 'Рада не змінить правила руху'],
    ['ar', 'المجلس: تغيير في قواعد المرور', 'المجلس: لا تغيير في قواعد المرور'],
    ['fa', 'شورا: تغییر در قواعد ترافیک', 'شورا: عدم تغییر در قواعد ترافیک'],
    ['he', 'המועצה: שינוי בכללי התנועה', 'המועצה: אין שינוי בכללי התנועה'],
  ])('finds that one says it and the other says not (%s)', (_, first, second) => {
    expect(compare(first, second)).toMatchObject({ first: 'so', second: 'not so' })
  })

  it('finds one sentence told of two nations', () => {
    expect(
      compare('Turkey sends two rescue ships north', 'Greece sends two rescue ships north'),
    ).toEqual({
      detail: 'which country',
      first: 'turkey',
      second: 'greece',
      reason: 'Alike but for "turkey" and "greece".',
    })
  })

  it('finds two counts of one thing, and none where a bound holds the other', () => {
    const said = (count: string) => `The ferry brought ${count} lorries to the island port`
    expect(compare(said('12'), said('30'))).toMatchObject({ detail: 'how many', first: '12' })
    expect(compare(said('over 12'), said('30'))).toBeUndefined()
  })

  it.each([
    ['both fall, in other words', 'Oil price drops in Asia', 'Oil price declines in Asia'],
    [
      'one rises as the other falls',
      'Oil price rises as dollar falls',
      'Dollar falls, oil price rises',
    ],
    [
      'a capital speaks for its nation',
      'Moscow sends two rescue ships',
      'Russia sends two rescue ships',
    ],
    ['both negate it, each its own way', 'Strike on dam avoided', 'No strike on dam'],
    ['they speak of two things', 'Schools open in the north', 'Motorway closed by snow'],
    ['the order of a denial', 'نفى الوزير استقالة الحكومة', 'الوزير ينفي استقالة الحكومة'],
    [
      'a text against itself',
      'Порт не закрыт, но рейсы отменены',
      'Порт не закрыт, но рейсы отменены',
    ],
  ])('finds nothing where %s', (_, first, second) => {
    expect(compare(first, second)).toBeUndefined()
  })

  it('is the same either way round', () => {
    const [first, second] = ['Port of Odesa open to ships', 'Port of Odesa closed to ships']
    const found = compare(first, second)
    expect(compare(second, first)).toMatchObject({
      detail: found?.detail,
      first: found?.second,
      second: found?.first,
    })
  })
})
