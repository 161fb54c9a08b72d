import { beforeEach, describe, expect, it } from 'vitest'
import { coincidenceOf } from '../../../src/analysis/stories/coincidence.ts'
import { judgePair } from '../../../src/analysis/stories/story-judge.ts'
import { joinScore } from '../../../src/analysis/stories/thresholds.ts'
import { createReader, type Reader } from '../../helpers/reader.ts'

const at = '2026-03-01T12:00:00Z'

describe('two posts in words of their own', () => {
  let reader: Reader
  beforeEach(async () => {
    reader = await createReader()
  })

  const read = (channel: string, text: string, gapMinutes = 0) =>
    reader.read({
      channel,
      id: 1,
      at: new Date(Date.parse(at) + gapMinutes * 60_000).toISOString(),
      text,
    })
  const nats = (first: string, second: string, gapMinutes = 5) =>
    coincidenceOf(read('alpha', first), read('beta', second, gapMinutes), reader).nats
  const score = (first: string, second: string, gapMinutes = 5) =>
    judgePair(read('alpha', first), read('beta', second, gapMinutes), reader, 36).score

  it.each([
    [
      'a small town and a rare thing, in one language',
      'Потяг зійшов з рейок під Лозовою, рух зупинено',
      'У Лозовій вагони перекинулися, зо два десятки поранених, їде швидка на залізницю',
    ],
    [
      'a town and a rare thing, in two',
      'حريق في مصفاة حمص والدفاع المدني في المكان',
      'Smoke seen from the whole coast: the Homs refinery is on fire',
    ],
    [
      'a figure and a town, in two',
      'В порту Поти задержаны 214 контейнеров с топливом',
      'Poti: customs holds 214 containers, owners unknown',
    ],
  ])('join where they share %s', (_, first, second) => {
    expect(score(first, second)).toBeGreaterThanOrEqual(joinScore)
  })

  it.each([
    [
      'a capital and a minister',
      'Министр обороны прибыл в Анкару',
      'Finance minister in Ankara presents the budget',
    ],
    [
      'a country and what is always said of it',
      'Иран заявил о готовности к переговорам',
      'Iran says a minister will visit the border',
    ],
    [
      'a rare thing alone',
      'حريق في مصفاة والدفاع المدني في المكان',
      'Smoke seen from the whole coast: a refinery is on fire',
    ],
    [
      'a town alone',
      'Fire at a sawmill in Banias, no casualties',
      'في بانياس بدأت امتحانات المدارس',
    ],
  ])('do not for %s', (_, first, second) => {
    expect(score(first, second)).toBeLessThan(joinScore)
  })

  it('speak the less for one event the more time and posts lie between', () => {
    const [first, second] = ['Homs refinery on fire', 'حريق في مصفاة حمص']
    const soon = nats(first, second, 10)
    expect(nats(first, second, 600)).toBeLessThan(soon)
    const busy = { ...reader, postsPerHour: 50 }
    expect(coincidenceOf(read('a', first), read('b', second, 10), busy).nats).toBeLessThan(soon)
  })

  it('speak the less for one event where the figure they share is round', async () => {
    const told = async (figure: number) => {
      // What a desk has seen before counts too.
      reader = await createReader()
      return nats(`Homs: ${figure} trucks at the border`, `В Хомсе ждут ${figure} грузовиков`)
    }
    expect(await told(60)).toBeLessThan(await told(62))
  })

  it('speak the less for one event the more often the desk has seen what they share', () => {
    const [first, second] = ['Homs refinery on fire', 'حريق في مصفاة حمص']
    const before = nats(first, second)
    for (let day = 0; day < 60; day++) read('local', `Day ${String(day)} in Banias`)
    expect(nats(first, second)).toBeLessThan(before)
  })

  it('are told with what they share', () => {
    const judged = judgePair(
      read('alpha', 'حريق في مصفاة حمص والدفاع المدني في المكان'),
      read('beta', 'Smoke seen from the whole coast: the Homs refinery is on fire', 5),
      reader,
      36,
    )
    const features = new Map(judged.features().map((feature) => [feature.name, feature]))
    expect(features.get('what both name')?.value).toMatch(/Homs.*refinery/)
    expect(features.get('posts in between')?.weight).toBeLessThan(0)
    expect(features.get('more than chance')?.weight).toBe(judged.score)
  })
})
