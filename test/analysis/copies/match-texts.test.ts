import { describe, expect, it } from 'vitest'
import type { CopyDocument } from '../../../src/analysis/copies/copies.ts'
import { matchTexts } from '../../../src/analysis/copies/match-texts.ts'
import { normalise } from '../../../src/analysis/text/normalise.ts'

const document = (channel: string, text: string, signature = ''): CopyDocument => ({
  signal: `${channel}/1`,
  channel,
  atMs: 0,
  text: text + signature,
  normal: normalise(text),
  ...(signature === '' ? {} : { signed: normalise(text + signature) }),
})

const match = (first: string, second: string) =>
  matchTexts(document('alpha', first), document('beta', second))

/** A report in each language, and the same as other keyboards, apps and hands write it. */
const reports: readonly (readonly [string, string, string])[] = [
  [
    'English: quotes, dashes, emoji and lines',
    'The mayor said "nobody was hurt" when a crane fell on the ferry quay at 06:15 - two berths are closed.',
    '🔴 The mayor said “nobody was hurt”\nwhen a crane fell on the ferry quay at 06:15 — two berths are closed',
  ],
  [
    'Russian: ё, look-alike letters, figures with another mark',
    'Ещё четыре вагона сошли с путей под Узловой, движение поездов задержано на 3,5 часа.',
    'Еще чeтырe вагона сошли с путей под Узловой; движение поездов задержано на 3.5 часа!',
  ],
  [
    'Ukrainian: apostrophes and ґ',
    "На ґанку сільради знайшли об'єкт невідомого походження, п'ятьох людей вивели з будівлі.",
    'На ганку сільради знайшли обʼєкт невідомого походження — п’ятьох людей вивели з будівлі',
  ],
  [
    'Arabic: hamza, tatweel, marks and digits of another script',
    'إخلاء 240 عائلة من أحياء البصرة القديمة بعد ارتفاع منسوب مياه شط العرب إلى 3 أمتار',
    'اخلاء ٢٤٠ عائلة مـن احياء البصرة القديمه بعد ارتفاعِ منسوب مياه شطّ العرب الى ٣ امتار',
  ],
  [
    'Persian: half spaces, Arabic letters, digits of another script',
    'آتش‌نشانان پس از ۵/۲ ساعت موفق شدند آتش انبار پتروشیمی بندر امام را مهار کنند؛ ۷ کارگر مصدوم شدند',
    'آتش نشانان پس از 5/2 ساعت موفق شدند آتش انبار پتروشيمي بندر امام را مهار كنند، ٧ كارگر مصدوم شدند',
  ],
  [
    'Hebrew: niqqud, gershayim and bidi marks',
    'צה"ל הודיע כי הכביש המוביל למטולה ייסגר לתנועה מחר בין 08:00 ל-14:00 לצורך פינוי מטענים',
    '‏צה״ל הודיע כי הַכביש המוביל למטולה ייסגר לתנועה מחר\nבין 08:00 ל־14:00 לצורך פינוי מטענים‏',
  ],
]

describe('matchTexts finds a copy', () => {
  it.each(reports)('in %s', (_, first, second) => {
    expect(match(first, second)).toMatchObject({ kind: 'copy' })
  })

  it.each([
    [
      'Two fishing boats are missing off…',
      'Two fishing boats are missing off Cape Palos, the coast guard says; a search is on.',
    ],
    [
      'Унаслідок аварії на підстанції без св…',
      'Унаслідок аварії на підстанції без світла лишилися три села громади.',
    ],
    [
      'انقطاع الكهرباء عن كامل مدينة…',
      'انقطاع الكهرباء عن كامل مدينة تعز منذ الفجر بسبب عطل في المحطة',
    ],
  ])('in a short beginning that breaks off: %s', (cut, whole) => {
    expect(match(whole, cut)).toMatchObject({ kind: 'copy', how: 'begun' })
    expect(match(cut, whole)).toMatchObject({ kind: 'copy', how: 'begun' })
  })

  it('in a short text with a word changed', () => {
    expect(
      match(
        'Reservoir above Kerm valley overflowed during the night',
        'Reservoir above Kerm valley overflowed over the night',
      ),
    ).toMatchObject({ kind: 'copy' })
  })

  it('in a short text that stands among others as a line of its own', () => {
    const digest =
      'The ferry strike goes on for a third day, the unions say, with no talks planned.\n\n' +
      'Snow closed the Brenner pass\n\nA hearing on the port contract was put off until the autumn.'
    expect(match('Snow closed the Brenner pass', digest)).toMatchObject({
      kind: 'copy',
      how: 'quoted',
    })
  })

  it('and counts the signature that was taken along as part of it', () => {
    const text = 'Fire in a tyre depot near Lund, smoke over the ring road.'
    const signature = '\nHarbour Watch · Send us news · Subscribe'
    const found = matchTexts(document('alpha', text, signature), document('beta', text + signature))
    expect(found?.overlap.ofLater).toBe(1)
  })
})

describe('matchTexts finds no copy', () => {
  it('by a signature alone', () => {
    const signature = '\nHarbour Watch · Send us news to our bot · Subscribe to the channel'
    expect(
      matchTexts(
        document('alpha', 'Fire in a tyre depot near Lund.', signature),
        document('beta', `Tram line seven is closed today.${signature}`),
      ),
    ).toBeUndefined()
  })

  it('by a common beginning that does not break off', () => {
    expect(
      match(
        'The governor of the region said',
        'The governor of the region said that schools stay closed on Monday',
      ),
    ).toBeUndefined()
  })
})

describe('matchTexts tells a variant', () => {
  it.each([
    [
      'a decimal',
      'Inflation in the euro area fell to 5,2 percent in March, the bureau says',
      'Inflation in the euro area fell to 13,5 percent in March, the bureau says',
    ],
    [
      'a time',
      'صافرات الإنذار دوت في المطلة عند الساعة 22:40 مساء اليوم',
      'صافرات الإنذار دوت في المطلة عند الساعة ٢٢:٥٥ مساء اليوم',
    ],
    [
      'a place',
      'Повітряні сили: реактивний безпілотник курсом на Полтаву',
      'Повітряні сили: реактивний безпілотник курсом на Суми',
    ],
    [
      'a place in Hebrew',
      'אזעקות הופעלו עכשיו באזור נתניה והסביבה',
      'אזעקות הופעלו עכשיו באזור נהריה והסביבה',
    ],
    [
      'a figure in Persian',
      'در زلزله بامداد امروز ۱۲ نفر در شهرستان خوی مصدوم شدند',
      'در زلزله بامداد امروز ۳۱ نفر در شهرستان خوی مصدوم شدند',
    ],
    [
      'a handle',
      'Send your pictures of the flood to our desk right away @floodpics_2',
      'Send your pictures of the flood to our desk right away @floodpics_7',
    ],
  ])('by %s', (_, first, second) => {
    expect(match(first, second)).toMatchObject({ kind: 'variant' })
  })

  it('not by a figure that is written otherwise', () => {
    expect(
      match(
        'Рівень води в річці Уж сягнув 3 м 20 см, рух набережною Незалежності перекрито',
        'Рівень води в річці Уж сягнув 3,20 м, рух набережною Незалежності перекрито',
      ),
    ).toMatchObject({ kind: 'copy' })
    expect(
      match(
        'An Airbus A321 with 160 people on board returned to Baku with a burning engine tonight',
        'An Airbus A320 with 160 people on board returned to Baku with a burning engine tonight',
      ),
    ).toMatchObject({ kind: 'variant' })
  })

  it('not by a small word in place of another', () => {
    expect(
      match(
        'На станции Лесная остановлены поезда, пассажиров высадили и отправили автобусами',
        'За станции Лесная остановлены поезда, пассажиров высадили и отправили автобусами',
      ),
    ).toMatchObject({ kind: 'copy' })
  })

  it('not by a figure that a cut text breaks off in', () => {
    const whole =
      'Gold futures reached a new high and now stand above 2 800 for an ounce, the exchange says'
    expect(match(whole, `${whole.slice(0, whole.indexOf(' 800'))}…`)).toMatchObject({
      kind: 'copy',
    })
  })

  it('by another figure at the end of a cut text', () => {
    const whole =
      'Gold futures reached a new high and now stand above 2 800 for an ounce, the exchange says'
    expect(match(whole, `${whole.slice(0, whole.indexOf('2 800'))}31…`)).toMatchObject({
      kind: 'variant',
    })
  })

  it('not by a link that a digest had beside others of its form', () => {
    const digest =
      'Three readings for the weekend from our desk: storms https://example.org/a/1, dams https://example.org/a/2, locks https://example.org/a/3'
    expect(match(digest, digest.slice(0, digest.indexOf(', locks')))).toMatchObject({
      kind: 'copy',
    })
  })
})
