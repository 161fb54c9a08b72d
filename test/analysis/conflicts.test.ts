import { describe, expect, it } from 'vitest'
import type { ClaimingSignal } from '../../src/analysis/claiming-signal.ts'
import { findConflicts } from '../../src/analysis/conflicts.ts'
import { valuesAgree } from '../../src/analysis/conflict-values.ts'
import { readDetails } from '../../src/analysis/details.ts'
import { readEvent } from '../../src/analysis/events.ts'

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
