import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCitationFinder } from '../../../src/analysis/citations/citations.ts'
import { createOutletBook, type Outlet } from '../../../src/analysis/citations/outlets.ts'
import { ChannelBook } from '../../../src/lib/channel-book.ts'

const file = new URL('../../../data/gazetteer/outlets.json', import.meta.url)
const { outlets } = JSON.parse(readFileSync(file, 'utf8')) as { outlets: Outlet[] }

const channel = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  outlet: false,
  aliases: [],
  languages: [],
  reliability: 'F' as const,
  nameable: false,
  ...more,
})
const channels = new ChannelBook([
  channel('harbour_watch', 'Harbour Watch'),
  channel('gory_ryadom', 'Горы рядом'),
  channel('sahil_akhbar', 'أخبار الساحل', { telegramId: 1234567890 }),
  channel('ilna_live', 'ایلنا لایو'),
  channel('kan_desk', 'כאן חדשות', { outlet: true, aliases: ['Kan News'] }),
  channel('plain_word', 'Сигнал'),
  channel('emergency', '112'),
  channel('haifa_night', 'Haifa. Night desk'),
])
const find = createCitationFinder(createOutletBook(outlets), channels)
const own = { channel: 'harbour_watch', title: 'Harbour Watch' }
const cited = (text: string, by = own) =>
  find(text, by).map(({ to }) =>
    to.kind === 'outlet'
      ? `out:${to.outlet}`
      : `ch:${to.channel}${to.id === undefined ? '' : `/${to.id}`}`,
  )

it('a channel titled in other letters is called by the words of its handle', () => {
  expect(cited('The pass is blocked by a landslide, Gory Ryadom reports')).toEqual([
    'ch:gory_ryadom',
  ])
  expect(cited('The pass is blocked by a landslide (Gory Ryadom)')).toEqual(['ch:gory_ryadom'])
})

describe('a title of one word', () => {
  it('is a name among words of another script, and may be any word among its own', () => {
    expect(cited('Сигнал reports that the ferry left Batumi with nobody aboard')).toEqual([
      'ch:plain_word',
    ])
    expect(cited('The ferry left Batumi with nobody aboard (Сигнал)')).toEqual(['ch:plain_word'])
    expect(cited('Сигнал пишет оператору, что паром вышел из Батуми пустым')).toEqual([])
    expect(cited('На пароме пожар, сколько людей погибло, 112 сообщает позже')).toEqual([])
  })
})

describe('who a post says it has its information from', () => {
  it.each([
    ['Reuters: talks resume on Monday', 'out:reuters'],
    ['REUTERS — talks resume on Monday', 'out:reuters'],
    ['BREAKING: Axios: envoy lands on Tuesday', 'out:axios'],
    ['The envoy lands on Tuesday (Reuters)', 'out:reuters'],
    ['The envoy lands on Tuesday, per Axios', 'out:axios'],
    ['According to the New York Times, the deal is done', 'out:nyt'],
    ['A deal is close, two officials told Axios.', 'out:axios'],
    ['AP says 40 trucks got in this morning', 'out:ap'],
    ['BBC now puts the toll at 19', 'out:bbc'],
    ['Interfax, meanwhile, has 4 September for the signing', 'out:interfax'],
    ['He said so in an interview with the Financial Times', 'out:ft'],
    ['The minister told CNN that he would stay', 'out:cnn'],
    ['سوريا: مصدر أمني مطلع لوكالة فارس ينفي وقوع الهجوم', 'out:fars'],
    ['وقال مسؤول لرويترز إن الجسر أغلق', 'out:reuters'],
    ['دمشق: الإخبارية السورية: إغلاق الجسر', 'out:alikhbariahsyria'],
    ['#Reuters: talks resume on Monday', 'out:reuters'],
    ['По данным «Интерфакса», подписание назначено на пятницу', 'out:interfax'],
    ['Подписание назначено на пятницу, сообщает ТАСС.', 'out:tass'],
    ['Би-би-си пишет, что дорога смыта', 'out:bbc'],
    ['**Ставки вырастут до 20%**, — «Ведомости».\n\nДальше про банки', 'out:vedomosti'],
    ['Как рассказали «Коммерсанту» аналитики, цены вырастут', 'out:kommersant'],
    ['Суд перенесли — со ссылкой на агентство Reuters', 'out:reuters'],
    ['Источник: РИА Новости', 'out:rianovosti'],
    ['Угоду підпишуть у серпні, йдеться в матеріалі Bloomberg', 'out:bloomberg'],
    ['За даними Укрінформу, міст закрито', 'out:ukrinform'],
    ['Про це повідомляє Суспільне', 'out:suspilne'],
    ['الجزيرة: دخول أول قافلة إلى المدينة', 'out:aljazeera'],
    ['اجتماع جديد الشهر المقبل بحسب ما أوردته وكالة رويترز', 'out:reuters'],
    ['أفادت وكالة تسنيم بوقوع انفجار', 'out:tasnim'],
    ['"أكسيوس" عن مسؤولين: الاتفاق قريب', 'out:axios'],
    ['مصدر لرويترز: الاتفاق قريب', 'out:reuters'],
    ['نقلا عن نيويورك تايمز، الاتفاق قريب', 'out:nyt'],
    ['به گزارش ایسنا، پل بسته شد', 'out:isna'],
    ['خبرگزاری فارس نوشت: پل بسته شد', 'out:fars'],
    ['به نقل از نیویورک‌تایمز پل بسته شد', 'out:nyt'],
    ['לפי דיווח ברויטרס, השיחות יתחדשו', 'out:reuters'],
    ['פורסם בעיתון "הארץ" כי השיחות יתחדשו', 'out:haaretz'],
    ['ידיעות אחרונות: השיחות יתחדשו', 'out:ynet'],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual([expected])
  })

  it.each([
    ['Port shut since noon. Via @Gory_Ryadom', 'ch:gory_ryadom'],
    ['Port shut since noon, h/t @somebody_else', 'ch:somebody_else'],
    ['UPD: не на месте, информация от @gory_ryadom', 'ch:gory_ryadom'],
    ['Об этом уже пишет и @gory_ryadom. Мы были первыми', 'ch:gory_ryadom'],
    ['Порт закрыт. Услышали у @gory_ryadom', 'ch:gory_ryadom'],
    ['Порт закритий, передає @gory_ryadom', 'ch:gory_ryadom'],
    ['המעבר נסגר ע"פ @gory_ryadom', 'ch:gory_ryadom'],
    ['خبر را @gory_ryadom هم نوشت', 'ch:gory_ryadom'],
    ['Порт закрыт — пишут «Горы рядом»', 'ch:gory_ryadom'],
    ['دخول شاحنات إلى الميناء، وفق «أخبار الساحل»', 'ch:sahil_akhbar'],
    ['Port shut, Горы рядом reports (t.me/gory_ryadom/12)', 'ch:gory_ryadom/12'],
    ['Source: https://t.me/s/gory_ryadom/77', 'ch:gory_ryadom/77'],
    ['Source: telegram.me/gory_ryadom', 'ch:gory_ryadom'],
    ['Source: https://t.me/c/1234567890/55', 'ch:sahil_akhbar/55'],
    ['Source: https://t.me/c/5555555555/55', 'ch:tg5555555555/55'],
    ['Власти закрыли порт (https://t.me/gory_ryadom/31) до утра', 'ch:gory_ryadom/31'],
    ['Власти [закрыли](https://t.me/gory_ryadom/31) порт до утра', 'ch:gory_ryadom/31'],
    ['Port shut since noon today, crews say. @gory_ryadom', 'ch:gory_ryadom'],
    ['Rates [rise](https://www.reuters.com/markets/rates-2026) again', 'out:reuters'],
    ['Kan News reports a delay', 'ch:kan_desk'],
    ['לפי דיווח בכאן 11 השיחות נדחו', 'ch:kan_desk'],
    ['Port shut, according to @Reuters', 'out:reuters'],
    ['Port shut since noon, writes «Haifa. Night desk»', 'ch:haifa_night'],
    ['Нас подхватили! Порт есть уже и в @gory_ryadom. Значит, правда', 'ch:gory_ryadom'],
    ['Порт закрыт. С той стороны, «Горы рядом», так что делим на два', 'ch:gory_ryadom'],
    ['تم نقل المنشور من قناة «أخبار الساحل» كما هو', 'ch:sahil_akhbar'],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual([expected])
  })

  it.each([
    'TASS journalist killed near the front',
    'Al Jazeera office in the city closed by police',
    'Власти заблокировали сайт Би-би-си',
    'Zelensky: we will not sign',
    'Зеленский заявил, что подписи не будет',
    'דובר צה"ל: כוחותינו פועלים באזור',
    'Kremlin denied the Reuters report',
    'МИД опроверг данные Reuters',
    'Port shut since noon\n\nHarbour Watch | @harbour_watch',
    'Port shut since noon\n\nSubscribe: @gory_ryadom | Chat: @gory_chat',
    'Порт закрыт\n\nПодпишись 👉 t.me/gory_ryadom',
    'Порт закрыт\n\nПрислать новость @gory_news_bot',
    'Port shut. Source: @harbour_tips_bot',
    'Port shut. Source: @harbour_watch',
    'We wrote of it yesterday: https://t.me/harbour_watch/12',
    'Join https://t.me/+AbCdEf and https://t.me/gory_ryadom?boost',
    'Port shut\n@gory_ryadom @plain_word',
    'Photo: Reuters',
    'Пристань осмотрели. Фото: РИА Новости',
    'Сигнал подан всем постам',
    'Порт работает, а что в «Горы рядом», то фейк',
    'Есть ли горы рядом с портом',
    'Haifa. Night desk staff wanted',
    'Details in [the post](https://t.me/gory_ryadom/31)',
    'דווח כאן על פיצוץ',
    'Write to press@reuters.com about it',
    'mentions AP style and the ft of rope',
    '',
  ])('names nobody as a source: %s', (text) => {
    expect(cited(text)).toEqual([])
  })

  it('takes a relayed outlet for the source, not the one that relays it', () => {
    expect(cited('TASS, citing Reuters: talks resume')).toEqual(['out:reuters'])
    expect(cited('ТАСС со ссылкой на Reuters: переговоры возобновятся')).toEqual(['out:reuters'])
  })

  it('takes every outlet of a list', () => {
    expect(cited('According to Reuters and AP, talks resume')).toEqual(['out:reuters', 'out:ap'])
    expect(cited('Об этом пишут РБК и Коммерсант')).toEqual(['out:rbc', 'out:kommersant'])
  })

  it('does not take a channel of an outlet to cite that outlet', () => {
    const tass = { channel: 'tass_agency', title: 'ТАСС' }
    expect(cited('Переговоры возобновятся, сообщает ТАСС', tass)).toEqual([])
    expect(cited('Переговоры возобновятся, сообщает Reuters', tass)).toEqual(['out:reuters'])
  })

  it('tells the rule and the words of the text', () => {
    const [mention] = find('The deal is done, according to the agency Reuters.', own)
    expect(mention).toEqual({
      to: { kind: 'outlet', outlet: 'reuters' },
      from: 18,
      rule: 'cue before',
      words: 'according to the agency Reuters',
    })
  })

  it('tells a target once, with the post its link leads to', () => {
    const text = 'via @gory_ryadom: port shut (t.me/gory_ryadom/9), @gory_ryadom reports'
    expect(cited(text)).toEqual(['ch:gory_ryadom/9'])
  })

  it('answers any text, with words that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const text = `${noise} via @gory_ryadom ${noise}`
        for (const { from, words } of find(text, own)) {
          expect(text.slice(from).startsWith(words)).toBe(true)
        }
      }),
    )
  })

  it.each([
    'a.',
    'a_',
    '@',
    'via ',
    'https://',
    'Reuters ',
    '((',
    '. ',
    'x-',
    '@abcd\n',
    'x — Reuters. ',
    'Reuters, AP ',
    'https://t.me/abcd/1 ',
    't.me/abcd/1\n',
  ])('reads a post of 100,000 characters of "%s" without running away', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(() => find(text, own)).not.toThrow()
  })
})
