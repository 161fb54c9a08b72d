import { describe, expect, it } from 'vitest'
import type { ClaimingSignal } from '../../../src/analysis/citations/claiming-signal.ts'
import { findConflicts } from '../../../src/analysis/conflicts/conflicts.ts'
import { valuesAgree } from '../../../src/analysis/conflicts/conflict-values.ts'
import { createClaimReader } from '../../../src/analysis/conflicts/claim.ts'
import { readDetails } from '../../../src/analysis/conflicts/details.ts'
import { readEvent } from '../../../src/analysis/stories/events.ts'
import { loadGazetteer } from '../../../src/config/gazetteer.ts'

const readClaim = createClaimReader(await loadGazetteer())
let count = 0
function says(origin: string, text: string, time = '10:00', extra: Partial<ClaimingSignal> = {}) {
  count++
  return {
    key: `${origin.replace('ch:', '')}/${count}`,
    at: `2026-05-10T${time}:00Z`,
    details: readDetails(text),
    event: readEvent(text),
    origins: [origin],
    ...extra,
  }
}
const detailsOf = (signals: readonly ClaimingSignal[]) =>
  findConflicts(signals).map(({ detail }) => detail)

describe('findConflicts', () => {
  it('tells who says what, across languages', () => {
    const [one, other] = [
      says('ch:a', 'عدّ مراسلنا 16 جثماناً بعد حادث الحافلة'),
      says('ch:b', 'Bus crash: medics say 11 dead', '10:20'),
    ]
    expect(findConflicts([one, other])).toEqual([
      {
        detail: 'killed',
        values: [
          { value: '16', signals: [one.key], origins: ['ch:a'] },
          { value: '11', signals: [other.key], origins: ['ch:b'] },
        ],
      },
    ])
  })

  it.each([
    ['wounded', 'Strike: 12 wounded', 'Удар по складу: 21 раненый'],
    ['detained', 'Police arrested 4 people', 'Полиция задержала 19 человек'],
    ['affected', '۴۰ هزار مشترک بی‌برق', '90,000 customers lost power'],
    ['intercepted', 'ПВО сбила 34 беспилотника', 'Air defence intercepted 51 drones'],
    ['date', 'Bloomberg: signing on 28 August', 'подписание назначено на 4 сентября'],
  ])('finds two values for %s', (detail, first, second) => {
    expect(detailsOf([says('ch:a', first), says('ch:b', second, '10:30')])).toEqual([detail])
  })

  it.each([
    ['a bound holds the other', 'Strike: over 40 wounded', 'Strike: 43 wounded'],
    ['a rounding', 'about 300 people were evacuated', '310 people were evacuated'],
    ['a range', '6–7 человек погибли', '7 people were killed'],
    ['the same in another notation', '۱۲۰۰ نفر تخلیه شدند', '1,200 people were evacuated'],
    ['one says nothing of it', 'Strike on the port', 'Strike on the port: 3 killed'],
    ['none so far, then some', 'Crash, nobody hurt', 'Crash: 2 wounded'],
    ['two past dates', 'взрыв 3 мая: подробности', 'blast of 4 May: details'],
    ['one magnitude on two instruments', 'quake of magnitude 4.8', 'магнитуда 5.1'],
  ])('finds none where %s', (_, first, second) => {
    expect(detailsOf([says('ch:a', first), says('ch:b', second, '10:30')])).toEqual([])
  })

  it('takes the last word of each origin', () => {
    const signals = [
      says('ch:a', 'Landslide: 7 bodies found', '08:00'),
      says('ch:a', 'Landslide: 19 bodies found', '09:00'),
      says('ch:b', '19 погибших при оползне', '09:10'),
    ]
    expect(findConflicts(signals)).toEqual([])
  })

  it('takes a figure of one origin alone for no conflict', () => {
    const signals = [says('ch:a', '7 killed'), says('ch:a', '19 killed', '10:30')]
    expect(findConflicts(signals)).toEqual([])
  })

  it('takes an announced update, or a toll that rose for hours, for no conflict', () => {
    expect(
      detailsOf([says('ch:a', '7 killed'), says('ch:b', 'UPDATE: 19 killed', '10:30')]),
    ).toEqual([])
    expect(detailsOf([says('ch:a', '7 killed'), says('ch:b', '19 killed', '15:30')])).toEqual([])
    expect(detailsOf([says('ch:a', '19 killed'), says('ch:b', '7 killed', '15:30')])).toEqual([
      'killed',
    ])
  })

  it('sees one origin deny what another states', () => {
    const stated = says('ch:a', 'Взрыв на складе в порту')
    const denied = says('ch:b', 'Порт опроверг сообщения о взрыве', '10:40')
    expect(findConflicts([stated, denied])).toEqual([
      {
        detail: 'confirmed or denied',
        values: [
          { value: 'stated', signals: [stated.key], origins: ['ch:a'] },
          { value: 'denied', signals: [denied.key], origins: ['ch:b'] },
        ],
      },
    ])
  })

  it('sees that one says dead and another alive', () => {
    const signals = [
      says('ch:a', 'взорван автомобиль чиновника, сам он погиб на месте'),
      says('ch:b', 'Чиновник жив! Он в больнице', '11:00'),
    ]
    expect(detailsOf(signals)).toEqual(['killed'])
  })

  it('takes a denial that all report for no conflict', () => {
    const signals = [
      says('ch:a', 'Минобороны опровергло сообщения'),
      says('ch:b', 'The ministry denied the reports', '10:10'),
    ]
    expect(findConflicts(signals)).toEqual([])
  })

  it('sees two lots of places that have none in common, not one inside the other', () => {
    const ids = ['Khalkhal', 'Masuleh', 'Ardabil', 'Gilan', 'Iran']
    const at = (...names: string[]) => ({
      places: names.map((name) => {
        const id = ids.indexOf(name)
        return { id, name, kind: id < 2 ? ('city' as const) : ('region' as const) }
      }),
    })
    const crash = 'Crash of a small plane, it caught fire'
    const places = (first: string[], second: string[]) =>
      detailsOf([
        says('ch:a', crash, '10:00', at(...first)),
        says('ch:b', crash, '10:10', at(...second)),
      ])
    expect(places(['Khalkhal', 'Ardabil'], ['Masuleh', 'Gilan'])).toEqual(['place'])
    expect(places(['Khalkhal', 'Ardabil'], ['Ardabil', 'Iran'])).toEqual([])
    expect(places(['Iran'], ['Masuleh'])).toEqual([])
    expect(places(['Khalkhal', 'Iran'], ['Masuleh', 'Iran'])).toEqual(['place'])
    expect(places(['Khalkhal', 'Iran'], ['Gilan', 'Iran'])).toEqual([])
  })

  it.each([
    [
      'the six hurt are three dead and three wounded',
      '3 killed, 3 wounded',
      '6 wounded, 3 of them died',
    ],
    ['one text counts a part more', 'Drones: 25 drones shot down', '3 more drones shot down'],
    [
      'a later text gives the whole and its parts',
      '19 wounded',
      '21 wounded; 3 injured badly',
      '18:00',
    ],
  ])('finds none where %s', (_, first, second, time = '10:30') => {
    expect(detailsOf([says('ch:a', first), says('ch:b', second, time)])).toEqual([])
  })

  it('holds places that are told hours apart, or three of them, for places of several events', () => {
    const at = (id: number, name: string) => ({
      places: [
        { id, name, kind: 'city' as const },
        { id: 9, name: 'Iran', kind: 'country' as const },
      ],
    })
    const crash = 'Crash of a small plane, it caught fire'
    const one = says('ch:a', crash, '10:00', at(1, 'Khalkhal'))
    const other = (time: string) => says('ch:b', crash, time, at(2, 'Masuleh'))
    expect(detailsOf([one, other('11:00')])).toEqual(['place'])
    expect(detailsOf([one, other('18:00')])).toEqual([])
    const third = says('ch:c', crash, '11:30', at(3, 'Ardabil'))
    expect(detailsOf([one, other('11:00'), third])).toEqual([])
  })

  it('compares counts of drones only over the same places', () => {
    const over = (name: string) => ({ places: [{ id: 1, name, kind: 'region' as const }] })
    const raid = (first: string, second: string) =>
      detailsOf([
        says('ch:a', '34 drones shot down', '10:00', over(first)),
        says('ch:b', '20 drones shot down', '10:20', over(second)),
      ])
    expect(raid('Kursk Oblast', 'Kursk Oblast')).toEqual(['intercepted'])
    expect(raid('Russia', 'Kursk Oblast')).toEqual([])
  })

  it('takes a denial of another matter for no denial of the report', () => {
    const claim = (text: string) => ({ lang: 'en', claim: readClaim(text) })
    const told = (text: string, time: string, origin: string) =>
      says(origin, text, time, claim(text))
    const report = 'Rapper Gorin detained by police near the northern market'
    const other = 'Rapper Gorin detained. His lawyer denied every rumour about a wedding'
    const denied = 'Police denied that rapper Gorin was detained near the market'
    expect(detailsOf([told(report, '10:00', 'ch:a'), told(other, '10:10', 'ch:b')])).toEqual([])
    expect(detailsOf([told(report, '10:00', 'ch:a'), told(denied, '10:10', 'ch:b')])).toEqual([
      'confirmed or denied',
    ])
  })

  it('tells of a crossing open and closed within the hour, not of one opened later', () => {
    const told = (text: string, time: string, origin: string) =>
      says(origin, text, time, { lang: 'en', claim: readClaim(text) })
    const open = (time: string) => [
      told('The Kasra crossing is closed to trucks', '10:00', 'ch:a'),
      told('The Kasra crossing is open to trucks', time, 'ch:b'),
    ]
    expect(findConflicts(open('10:20'))).toMatchObject([
      { detail: 'closed or open', values: [{ value: 'closed' }, { value: 'open' }] },
    ])
    expect(findConflicts(open('14:00'))).toEqual([])
  })

  const claims = (
    origin: string,
    text: string,
    lang: string,
    extra: Partial<ClaimingSignal> = {},
  ) => says(origin, text, '10:00', { claim: readClaim(text), lang, ...extra })

  it('takes dates of two things of one affair for no conflict', () => {
    const [tickets, broadcast, moved] = [
      'Билеты на премьеру балета 17 мая продают на аукционе',
      'Первый канал 31 мая покажет балет в прямом эфире',
      'Билеты на премьеру балета 24 мая продают на аукционе',
    ].map((text, index) => claims(`ch:${index}`, text, 'ru'))
    if (!tickets || !broadcast || !moved) throw new Error('Three signals are needed.')
    expect(detailsOf([tickets, broadcast])).toEqual([])
    expect(detailsOf([tickets, moved])).toEqual(['date'])
  })

  it('takes opposites that are hardly said of the same, and prices that moved, for no conflict', () => {
    const army = claims('ch:a', 'The army with its ally repels attacks, killing 300 fighters', 'en')
    const centre = claims(
      'ch:b',
      'The army and its ally: the Reconciliation centre tells of 300 fighters',
      'en',
    )
    expect(detailsOf([army, centre])).toEqual([])
    const earlier = claims('ch:a', 'The dollar has reached 112 roubles on the exchange', 'en')
    const later = claims('ch:b', 'The dollar has reached 114 roubles on the exchange', 'en')
    expect(detailsOf([earlier, later])).toEqual([])
    const passed = claims('ch:a', 'The parliament approved the transport bill', 'en')
    const failed = claims('ch:b', 'The parliament rejected the transport bill', 'en')
    expect(detailsOf([passed, failed])).toEqual(['accepted or rejected'])
  })

  it('takes a place after the opening for background', () => {
    const text = 'Fire at a plant in Izmir, two hurt. The firm has its seat in Ankara, the capital.'
    const at = (name: string, id: number) => ({
      id,
      name,
      kind: 'city' as const,
      from: text.indexOf(name),
    })
    const one = claims('ch:a', text, 'en', { places: [at('Izmir', 1), at('Ankara', 2)] })
    const other = claims('ch:b', 'Fire at a plant, two hurt', 'en', {
      places: [
        { id: 3, name: 'Bursa', kind: 'city', from: 0 },
        { id: 4, name: 'Gemlik', kind: 'city', from: 9 },
      ],
    })
    expect(detailsOf([one, other])).toEqual([])
  })

  it('hears a denial across languages where both are of one kind of event at one place', () => {
    const strike = 'غارة إسرائيلية على مستودع في صور'
    const denial = 'The army denies a strike on a depot in Tyre'
    const tyre = [{ id: 7, name: 'Tyre', kind: 'city' as const, from: 3 }]
    const stated = claims('ch:a', strike, 'ar', { places: tyre })
    const denied = { ...claims('ch:b', denial, 'en', { places: tyre }), at: '2026-05-10T10:30:00Z' }
    expect(detailsOf([stated, denied])).toEqual(['confirmed or denied'])
    expect(detailsOf([stated, { ...denied, places: [] }])).toEqual([])
  })

  it('is the same whatever the order of the signals', () => {
    const signals = [says('ch:a', '16 killed'), says('ch:b', '11 killed', '10:05')]
    expect(findConflicts(signals.toReversed())).toEqual(findConflicts(signals))
  })
})

describe('valuesAgree', () => {
  it.each([
    ['16', '16', true],
    ['16', '11', false],
    ['≥40', '43', true],
    ['≥40', '30', false],
    ['≤600', '580', true],
    ['~300', '310', true],
    ['~300', '400', false],
    ['6–7', '7', true],
    ['6–7', '9', false],
    ['1200', '1230', true],
    ['1200', '1020', false],
    ['05-14', '05-15', false],
  ])('%s and %s: %s', (first, second, expected) => {
    expect(valuesAgree(first, second)).toBe(expected)
    expect(valuesAgree(second, first)).toBe(expected)
  })
})
