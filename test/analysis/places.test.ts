import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlaceFinder, type PlaceData, placesById } from '../../src/analysis/places.ts'

const file = new URL('../../data/gazetteer/places.json', import.meta.url)
const data = JSON.parse(readFileSync(file, 'utf8')) as PlaceData
const find = createPlaceFinder(data)
const names = (text: string, lang?: string) => find(text, lang).map(({ name }) => name)

describe('places of the shipped gazetteer', () => {
  it.each([
    ['Explosions heard in Kharkiv and Kyiv', ['Kharkiv', 'Kyiv']],
    ["Kyiv's mayor confirmed it", ['Kyiv']],
    ['Взрывы в Киеве, Харькове и под Киевом', ['Kyiv', 'Kharkiv', 'Kyiv']],
    ['Из Москвы в Сумы и обратно в Сумах', ['Moscow', 'Sumy', 'Sumy']],
    ['Удар по Харьковской области', ['Kharkiv Oblast']],
    ['Вибухи в Харкові, Запоріжжі та Києві', ['Kharkiv', 'Zaporizhzhia', 'Kyiv']],
    ['Удар по Одещині', ['Odesa Oblast']],
    ['Бои у Бахмута и Часова Яра', ['Bakhmut', 'Chasiv Yar']],
    ['В секторе Газа и в Хан-Юнисе', ['Gaza Strip', 'Khan Younis']],
    ['פיצוץ בחיפה ובתל אביב', ['Haifa', 'Tel Aviv']],
    ['נפילה בשדרות', ['Sderot']],
    ['התרעה מרצועת עזה', ['Gaza Strip']],
    ['غارة على خان يونس وبيروت', ['Khan Younis', 'Beirut']],
    ['انفجار بالقاهرة وغارات للقاهرة', ['Cairo', 'Cairo']],
    ['انفجار در اصفهان و خان‌یونس', ['Isfahan', 'Khan Younis']],
    ['Fighting near El Fasher and Nyala', ['El Fasher', 'Nyala']],
    ['#Харьков под обстрелом', ['Kharkiv']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    'they read a nice book on mobile',
    'сумма росла, киевский стиль и новая совета',
    'Владимир Петров и Роман Сидоров приехали',
    'איך הגענו אל המקום',
    'كيف وصلت الصور',
    'kyiv',
    '',
  ])('finds no place in "%s"', (text) => {
    expect(names(text)).toEqual([])
  })

  it('gives one place one id in every language', () => {
    const texts = ['Kharkiv', 'Харьков', 'Харків', 'خاركيف', 'خارکیف', 'חרקיב']
    expect(new Set(texts.map((text) => find(text)[0]?.place)).size).toBe(1)
  })

  it('keeps a region apart from the city it is named after', () => {
    const [city, region] = find('Харьков и Харьковская область')
    expect(city?.place).not.toBe(region?.place)
    const places = placesById(data)
    expect(places.get(region?.place ?? 0)).toMatchObject({ kind: 'region', country: 'UA' })
    expect(places.get(city?.place ?? 0)).toMatchObject({ kind: 'city', country: 'UA' })
  })

  it('reads one spelling by the language of the text', () => {
    expect(names('السفينة روسية', 'ar')).toEqual([])
    expect(names('کشتی از روسیه', 'fa')).toEqual(['Russia'])
  })

  it('tells where in the text the place stands', () => {
    const text = '⚡️ Удар по Нижнему Новгороду!'
    const [mention] = find(text)
    expect(text.slice(mention?.from, mention?.to)).toBe('Нижнему Новгороду')
  })

  it('has no place twice and none without a name', () => {
    const ids = data.places.map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(data.places.filter(([, , , , name]) => name === '')).toEqual([])
  })

  it('finds only what stands in the text, in order and without overlap', () => {
    const word = fc.constantFrom('Киев', 'в', 'New', 'York', 'خان', 'يونس', 'תל', 'אביב', '.', '\n')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join(' ')
        let end = 0
        for (const { from, to } of find(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('a gazetteer of two towns of one name', () => {
  const two: PlaceData = {
    ordinary: ['reading'],
    places: [
      [1, 'city', 'US', 20, 'Springfield', 'Springfield'],
      [2, 'city', 'US', 150, 'Springfield', 'Springfield'],
      [3, 'city', 'GB', 300, 'Reading', 'Reading|Reading Town'],
    ],
  }

  it('means the one of higher rank', () => {
    expect(createPlaceFinder(two)('Fire in Springfield').map(({ place }) => place)).toEqual([2])
  })

  it('passes over a word that is no place alone, and finds the longer name', () => {
    const finder = createPlaceFinder(two)
    expect(finder('Reading is fun')).toEqual([])
    expect(finder('Reading Town Hall').map(({ place }) => place)).toEqual([3])
  })
})
