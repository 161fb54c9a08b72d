import { beforeAll, describe, expect, it } from 'vitest'
import { judgePair } from '../../../src/analysis/stories/story-judge.ts'
import { createReader, type Reader } from '../../helpers/reader.ts'

const at = '2026-03-01T12:00:00Z'

describe('two signals', () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await createReader()
  })

  const judge = (first: string, second: string, gapHours = 0) => {
    const later = new Date(Date.parse(at) + gapHours * 3_600_000).toISOString()
    return judgePair(
      reader.read({ channel: 'alpha', id: 1, at, text: first }),
      reader.read({ channel: 'beta', id: 1, at: later, text: second }),
      reader,
      36,
    )
  }

  it.each([
    [
      'English',
      'Passenger ferry catches fire in the harbour of Piraeus, crew evacuated',
      'Fire on a passenger ferry in Piraeus harbour, the crew has been evacuated',
    ],
    [
      'Russian',
      'В порту Пирея загорелся пассажирский паром, экипаж эвакуирован',
      'Пассажирский паром загорелся в порту Пирея, экипаж эвакуировали',
    ],
    [
      'Ukrainian',
      'У порту Пірея загорівся пасажирський пором, екіпаж евакуйовано',
      'Пасажирський пором загорівся в порту Пірея, екіпаж евакуювали',
    ],
    [
      'Arabic',
      'اندلاع حريق في عبارة ركاب بميناء بيرايوس وإجلاء الطاقم',
      'حريق يندلع في عبارة للركاب في ميناء بيرايوس وتم إجلاء الطاقم',
    ],
    [
      'Hebrew',
      'שריפה פרצה במעבורת נוסעים בנמל פיראוס והצוות פונה',
      'במעבורת הנוסעים בנמל פיראוס פרצה שריפה, הצוות פונה',
    ],
    [
      'Persian',
      'آتش‌سوزی در کشتی مسافربری در بندر پیره و تخلیه خدمه',
      'کشتی مسافربری در بندر پیره دچار آتش‌سوزی شد و خدمه تخلیه شدند',
    ],
  ])('that say one thing in other %s words are one story', (_, first, second) => {
    expect(judge(first, second).verdict).not.toBe('apart')
  })

  it('say less for one event the further apart they come', () => {
    const [first, second] = [
      'Ferry catches fire in the harbour of Piraeus',
      'Fire on a ferry in Piraeus harbour',
    ]
    const scores = [0, 6, 30].map((gap) => judge(first, second, gap).score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(3)
    expect(judge(first, second, 40)).toMatchObject({ verdict: 'apart', score: 0 })
  })

  it.each([
    [
      'a name',
      'Spartak reached the final of the cup, Zenit did not',
      'Reached the final of the cup Dinamo, Rotor did not',
    ],
    [
      'a place',
      'Сильный дождь затопил центр города Одесса',
      'Сильный дождь затопил центр города Львов',
    ],
    [
      'a figure',
      'Bus number 14 is cancelled until the evening',
      'Bus number 22 is cancelled until the evening',
    ],
  ])('made from one form with another %s are two', (_, first, second) => {
    const judged = judge(first, second)
    expect(judged.verdict).toBe('apart')
    expect(judged.reason).toMatch(/^One template: /)
  })

  it('are no form where one place is named in two ways', () => {
    const judged = judge(
      'Внешний долг РФ вырос за год, сообщил регулятор',
      'Внешний долг России вырос за год, сообщил регулятор',
    )
    expect(judged.verdict).toBe('merge')
  })

  it('of a long bulletin for other days are less alike than for one', () => {
    const bulletin = (day: string) =>
      `Weather for ${day}. ${'The weather office expects light snow in the western districts at night, a moderate wind from the north-west and slippery roads in the morning. '.repeat(4)}`
    const otherDay = judge(bulletin('8 November'), bulletin('16 November'))
    const oneDay = judge(bulletin('8 November'), `Update. ${bulletin('8 November')}`)
    expect(otherDay.likeness).toBeLessThan(oneDay.likeness)
  })

  it('that are long and miss each the name in the headline of the other are less alike', () => {
    const body =
      'The league said after the match that the referee had reviewed both goals and that the result stands; the coaches spoke to the press about the spring tour, the injured players and the plans for the last weeks of the season in front of empty stands.'
    const about = (name: string) => `After the match ${name} spoke about his goal\n\n${body}`
    const one = judge(about('Haaland'), about('Haaland'))
    const two = judge(about('Haaland'), about('Guerreiro'))
    expect(two.likeness).toBeLessThan(one.likeness)
    const missing = two.features().find(({ name }) => name === 'names of the headline')
    expect(missing?.value).toMatch(/^missing /)
  })

  it('that are long are less alike where the lead of one is silent on whom the headline of the other is about', () => {
    const background =
      'The inquest in the county town has been told that the pupils stood up in the boat, that it struck the barrier and that nobody pressed the button of the emergency stop; the park said after the accident that the ride would stay closed until the report of the inspectors.'
    const about = (name: string) =>
      `${name} spoke at the inquest into the boat ride\n\n${background}`
    const led = judge(about('Lancaster'), `${about('Lancaster')} Gerrard was there`)
    const mentioned = judge(about('Gerrard'), `${about('Lancaster')} Gerrard was there`)
    expect(mentioned.likeness).toBeLessThan(led.likeness)
    const weight = (judged: typeof led) =>
      judged.features().find(({ name }) => name === 'names of the headline')?.weight ?? 0
    expect(weight(mentioned)).toBeLessThan(weight(led))
  })

  it.each([
    [
      'one',
      'one kind of event',
      'Police have arrested two suspects, the court sent both to custody',
      'Two suspects are in custody after the arrest, the court decided',
    ],
    [
      'other',
      'other kinds of event',
      'Police have arrested two suspects, the court sent both to custody',
      'A missile struck the yard of the court, explosions were heard',
    ],
  ])('that are long are told to be of %s kind of event', (_, name, first, second) => {
    const body =
      'The old quarter by the river has been closed to traffic since Monday morning, and the town hall asked its residents to take the long way round by the northern bridge. Neighbours spoke of a long night; shops opened late, and the school on the corner sent the children home before noon.'
    const judged = judge(`${first}. ${body}`, `${second}. ${body}`)
    expect(judged.features().map((feature) => feature.name)).toContain(name)
  })

  it.each([
    ['the same few', '5 человек погибли', 'погибли 5 человек', true],
    ['others', '5 человек погибли', 'погибли 8 человек', false],
  ])('that count %s are told so with what it weighs', (_, first, second, counts) => {
    const judged = judge(`Лодка села на мель у мыса, ${first}`, `Рыбацкая лодка на мели: ${second}`)
    const figures = judged.features().find(({ name }) => name === 'figures')
    expect((figures?.weight ?? 0) > 0).toBe(counts)
  })

  it('come with every part of their likeness', () => {
    const features = judge('Ferry on fire in Piraeus', 'A ferry burns in Piraeus').features()
    expect(features.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['letters', 'words', 'figures', 'likeness of the texts', 'nearness']),
    )
  })

  it.each([
    ['Ferry catches fire in the harbour of Piraeus', 'Fire on a ferry in Piraeus harbour', 0],
    ['Ferry catches fire in the harbour of Piraeus', 'Parliament of Norway votes on a budget', 3],
    ['Пожар на пароме в порту Пирея, 14 раненых', 'Fire on a ferry in Piraeus, 14 wounded', 5],
  ])(
    'are judged alike where the score is asked for only from a bound on',
    (first, second, hours) => {
      const later = new Date(Date.parse(at) + hours * 3_600_000).toISOString()
      const a = reader.read({ channel: 'alpha', id: 1, at, text: first })
      const b = reader.read({ channel: 'beta', id: 1, at: later, text: second })
      const { score } = judgePair(a, b, reader, 36)
      for (const least of [0.05, 0.27, 0.9]) {
        const asked = judgePair(a, b, reader, 36, { least })
        if (score >= least) expect(asked.score).toBe(score)
        else expect(asked.score).toBeLessThan(least)
      }
    },
  )
})
