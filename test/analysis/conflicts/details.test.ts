import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDetails } from '../../../src/analysis/conflicts/details.ts'
import { readNumbers } from '../../../src/analysis/figures/numbers.ts'

const claims = (text: string) => readDetails(text).map(({ detail, value }) => `${detail} ${value}`)

describe('readDetails', () => {
  it.each([
    ['16 people were killed and 23 wounded', ['killed 16', 'wounded 23']],
    ['killing 16, wounding 23', ['killed 16', 'wounded 23']],
    ['Погибли 16 человек, ещё 23 ранены', ['killed 16', 'wounded 23']],
    ['16 погибших и 23 раненых', ['killed 16', 'wounded 23']],
    ['Загинули 16 людей, 23 поранено', ['killed 16', 'wounded 23']],
    ['16 הרוגים ו-23 פצועים', ['killed 16', 'wounded 23']],
    ['16 قتيلا و23 جريحا', ['killed 16', 'wounded 23']],
    ['مقتل 16 شخصا وإصابة 23 آخرين', ['killed 16', 'wounded 23']],
    ['۱۶ کشته و ۲۳ زخمی', ['killed 16', 'wounded 23']],
    ['۱۶ نفر در این حادثه جان‌باختند', ['killed 16']],
    ['Число жертв оползня выросло до 19', ['killed 19']],
    ['the death toll at 19', ['killed 19']],
    ['At least 21 people were killed', ['killed ≥21']],
    ['по меньшей мере свыше 40 раненых', ['wounded ≥40']],
    ['about 300 people were evacuated', ['evacuated ~300']],
    ['حوالي 300 جريح', ['wounded ~300']],
    ['6–7 человек погибли', ['killed 6–7']],
    ['four detentions', ['detained 4']],
    ['как минимум четверых увели', ['detained ≥4']],
    ['שלושה הרוגים', ['killed 3']],
    ['ثلاثة عشر قتيلا', ['killed 13']],
    ['سقوط شهيدان في الغارة', ['killed 2']],
    ['двое раненых', ['wounded 2']],
    ['троє загиблих', ['killed 3']],
    ['ПВО сбила 34 беспилотника', ['intercepted 34']],
    ['intercepted 30 of 45 drones launched overnight', ['intercepted 30', 'launched 45']],
    ['يُذكر أن 12 صاروخا أطلقت', ['launched 12']],
    ['90 هزار مشترک برق ندارند', ['affected 90000']],
    ['٤٠ ألف مشترك', ['affected 40000']],
    ['поезд стоит, 1,2 тыс. человек эвакуированы', ['evacuated 1200']],
    ['$2 million', ['money 2000000']],
    ['500 млн рублей', ['money 500000000']],
    ['to 8.6%', ['percent 8.6']],
    ['زلزله‌ای به بزرگی ۴٫۸ ریشتر', ['magnitude 4.8']],
    ['10 km from the border', ['distance 10']],
    ['полоса метров 300', ['distance 300']],
    ['signing on 28 August', ['date 08-28']],
    ['on August 28 in Geneva', ['date 08-28']],
    ['28 серпня у Женеві', ['date 08-28']],
    ['4 сентября', ['date 09-04']],
    ['يوم 14 أيار', ['date 05-14']],
    ['ב-14 במאי', ['date 05-14']],
    ['۱۴ اردیبهشت', ['date fa-02-14']],
    ['2026-05-14', ['date 05-14']],
    ['14.05.2026', ['date 05-14']],
    ['at 22:40', ['time 22:40']],
    ['at about 0540 local', ['time 05:40']],
    ['ساعت ۹:۵۰ صبح', ['time 09:50']],
    ['Nobody hurt, traders are back', ['killed 0', 'wounded 0']],
    ['Информации о погибших и пострадавших нет', []],
    ['Даних про постраждалих немає', []],
    ['По предварительной информации, пострадавших нет', ['killed 0', 'wounded 0']],
    ['двое рабочих погибли, три человека доставлены домой', ['killed 2']],
    ['Постраждалих немає', ['killed 0', 'wounded 0']],
    ['אין נפגעים', ['killed 0', 'wounded 0']],
    ['погибших нет', ['killed 0']],
  ])('reads %j', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })

  it.each([
    ['an age', 'A soldier identified as Ivanov, 47, was killed'],
    ['an age with a noun', 'Ранен 14-летний школьник'],
    ['a house number', 'Взрыв в доме №9'],
    ['a name', 'Сбит F-16 возле трассы Н-07'],
    ['a unit', 'командир 57-й бригады ранен'],
    ['another noun', 'In 12 houses the windows are broken'],
    ['a part of all', 'Раненых много, в том числе 3 ребёнка'],
    ['a sum over a war', 'Since the start of the war 2,800 people were killed'],
    ['a verb that looks like a month', '14 may follow'],
    ['only some of them', 'אין נפגעים לכוחותינו'],
    ['an area', '40 кв. метров'],
  ])('makes no claim of %s', (_, text) => {
    expect(claims(text)).toEqual([])
  })

  it('keeps parts apart from the whole', () => {
    const text = '9 شهداء من بينهم طفلان و5 سيدات و23 جريحاً من بينهم 8 أطفال'
    expect(claims(text)).toEqual(['killed 9', 'wounded 23'])
  })

  it('says where in the text the value stands', () => {
    const text = 'Вчера: 1 200 раненых'
    const [claim] = readDetails(text)
    expect(text.slice(claim?.from, claim?.to)).toBe('1 200')
  })

  it('reads hostile text within bounds and in time that grows with its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { from, to } of readDetails(text)) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(from).toBeLessThan(to)
        }
      }),
    )
    expect(readDetails('1 '.repeat(200_000)).length).toBeLessThan(10_000)
  })
})

describe('readNumbers', () => {
  const values = (text: string) => readNumbers(text).map(({ value }) => value)

  it.each([
    ['1,200', [1200]],
    ['1 200', [1200]],
    ['1\u00a0200', [1200]],
    ['1.200', [1200]],
    ['١٢٠٠', [1200]],
    ['۱۲۰۰', [1200]],
    ['1,234,567', [1234567]],
    ['4.8', [4.8]],
    ['4,8', [4.8]],
    ['٤٫٨', [4.8]],
    ['1,2 тыс.', [1200]],
    ['2 million', [2000000]],
    ['40k', [40000]],
    ['90 هزار', [90000]],
    ['twenty three', [23]],
    ['двадцать три', [23]],
    ['שלושה עשר', [13]],
    ['ثلاثة عشر', [13]],
    ['two, שני, دو, двое, троє', [2, 2, 2, 2, 3]],
    ['в 2024 300 человек', [2024, 300]],
    ['рейс №228', []],
    ['3 м 20 см', [3.2]],
    ['2 kg and 300 g', [2.3]],
    ['٣ متر و٢٠ سم', [3.2]],
    ['3 м, 20 домов', [3, 20]],
    ['3 м, 20 см снега', [3, 20]],
    ['3 м 200 см', [3, 200]],
  ])('reads %j', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('tells times, dates and years from counts', () => {
    expect(readNumbers('At 22:40 on 14 May 2026, 16 killed')).toMatchObject([
      { when: 'time', of: 'time' },
      { when: 'date', value: 14 },
      { when: 'year', value: 2026 },
      { value: 16, of: 'killed' },
    ])
  })

  it('takes a weekday or a town for no number', () => {
    expect(values('ביום שני בקריית שמונה')).toEqual([])
    expect(values('سه شنبه')).toEqual([])
  })
})
