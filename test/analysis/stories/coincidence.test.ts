import { beforeEach, describe, expect, it } from 'vitest'
import { coincidenceOf, joinNats } from '../../../src/analysis/stories/coincidence.ts'
import { boundOf } from '../../../src/analysis/stories/join-stories.ts'
import { judgePair } from '../../../src/analysis/stories/story-judge.ts'
import { joinScore, suggestScore } from '../../../src/analysis/stories/thresholds.ts'
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

  it('do not join a witness for a figure alone, in other words', () => {
    const arrest = 'На переезде задержан водитель с оружием, золотом и 9327000'
    const market = 'Эксперты о страховании кошельков: 9327000 за год; золота там нет, как и оружия'
    expect(nats(arrest, market)).toBeGreaterThan(joinNats)
    expect(score(arrest, market)).toBeLessThan(joinScore)
  })

  it('in two languages share more than a country and its ministers', () => {
    const first = 'دیدار وزیران خارجه ایران و هند'
    const second = 'لافروف في ختام زيارته إلى الهند: بحثت مع الوزير ملف إيران'
    expect(score(first, second)).toBeLessThan(joinScore)
  })

  const sharedTerms = (first: string, second: string) =>
    coincidenceOf(read('alpha', first), read('beta', second, 5), reader).shared.map(
      ({ term }) => `${reader.weights.kindOf(term)} ${reader.weights.labelOf(term)}`,
    )

  it('share a place once, not its words as names beside it', () => {
    const shared = sharedTerms('Ships cross the Strait of Hormuz', 'عبور سفن من مضيق هرمز')
    expect(shared).toContain('place Strait of Hormuz')
    expect(shared.filter((term) => term.startsWith('name'))).toEqual([])
  })

  it('share a place once where a preposition stands before it in one word', () => {
    const shared = sharedTerms(
      'عاجل: انهيار عقار من 7 طوابق بشارع النعماني في كرموز بالإسكندرية',
      'سقوط شرفة بالطابق الثالث في شارع ملك حفني بالإسكندرية دون إصابات',
    )
    expect(shared).toContain('place Alexandria')
    expect(shared.filter((term) => term.startsWith('name'))).toEqual([])
  })

  it('share a first name and a surname as one name', () => {
    const shared = sharedTerms(
      'Суд: Рауф Арашуков предложил взятку',
      'В колонии Рауф Арашуков отказался от еды',
    )
    expect(shared).toHaveLength(1)
  })

  it('share a name once, not its sound beside it', () => {
    const shared = sharedTerms(
      'Послы встретились: генерал Гетц приехал утром',
      'Вечером улетел генерал Гетц, встречи прошли',
    )
    expect(shared.filter((term) => term.startsWith('name') || term === 'stem гетц')).toHaveLength(1)
  })

  it('share a word that means a thing as that thing alone', () => {
    const shared = sharedTerms('Утром поврежден ЛЭП у дороги', 'Автобус врезался, задев ЛЭП в поле')
    expect(shared).toContain('concept pylon')
    expect(shared.filter((term) => term.startsWith('stem'))).toEqual([])
  })

  it('share nothing in whom both have it from', () => {
    const shared = sharedTerms(
      'Reuters: refinery in Homs on fire',
      'Homs refinery closed after a fire, Reuters reports',
    )
    expect(shared).toContain('place Homs')
    expect(shared.filter((term) => term.startsWith('name'))).toEqual([])
  })

  it('share little in the day they name', () => {
    const told = (first: string, second: string) => nats(first, second)
    const day = told('Мост закроют 25 ноября', 'Рынок откроют 25 ноября')
    const count = told('За мост просят 2517 штук', 'На рынке сгорели 2517 бочек')
    expect(day).toBeLessThan(count)
  })

  it('share nothing in where it is or that somebody said it', () => {
    const shared = sharedTerms(
      'Sources say a bridge is closed in the north of the city',
      'Источник сообщил: мост на севере города закрыт',
    )
    expect(shared).toContain('concept bridge')
    expect(shared).not.toContain('concept north')
    expect(shared).not.toContain('concept city')
    expect(shared).not.toContain('concept say')
  })

  it('are asked about where they are alike in two languages by chance', () => {
    const [first, second] = [
      '🎥 کاروان تیم ملی ایران راهی ترکیه شد',
      'Iran discusses regional issues with Qatar, Turkey, France and Iraq',
    ]
    const judged = judgePair(read('alpha', first), read('beta', second, 300), reader, 36)
    expect(judged.score).toBe(suggestScore)
    expect(judged.features().at(-1)?.name).toBe('may be chance')
  })

  it('do not for what was said within the hour in other words', () => {
    const [first, second] = [
      'Зампред Габуния: банкам хватает доходов, чтобы платить проценты по вкладам',
      'Рост ипотеки в регионах замедлился, сказал о работе банков Габуния',
    ]
    expect(score(first, second, 10)).toBeLessThan(joinScore)
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

  it('must share more to join a story the more posts it has, and more so than posts that are worded alike', () => {
    expect(boundOf(1, true)).toBe(joinScore)
    expect(boundOf(32, true)).toBeGreaterThan(boundOf(4, true))
    expect(boundOf(32, true)).toBeGreaterThan(boundOf(32))
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
