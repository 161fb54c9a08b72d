import type { Stub } from '../../src/model/stub.ts'
import { makeChannel, makeLink, makeOrigin, makeStub, makeTold } from '../helpers/make-story.ts'

/** Channel ids and titles of the cases, which no public output may hold. */
export const canaries = [
  'canary_alpha',
  'Canary Alpha Live',
  'canary_beta',
  'Канарейка Бета',
  'canary_g',
]

const channels = [
  makeChannel('canary_alpha', { title: 'Canary Alpha Live' }),
  makeChannel('canary_beta', { title: 'Канарейка Бета' }),
  makeChannel('canary_g', { title: 'canary_g' }),
]

const patriot = makeTold(
  'osintdefender/4711',
  'Ukrainian President Volodymyr Zelensky calls for the domestic production of Patriot air-defense missiles in Ukraine, following a "significant" Russian attack on Kyiv. Zelensky argued that domestic manufacturing is essential for reliably protecting lives and strengthening national security.',
)

/** Two signals, one origin, and earlier dispatches on June 21 and July 2. */
export const english = (): Stub =>
  makeStub([patriot, makeTold('canary_alpha/77', patriot.text, { at: '2026-07-10T17:46:30Z' })], {
    story: {
      story: 4711,
      sourcing: 'echoed',
      event: 'statement',
      notStated: ['casualty figures', 'target locations', 'the number of incoming missiles'],
    },
    links: [makeLink('canary_alpha/77', 'osintdefender/4711', 'copy')],
    channels: [
      ...channels,
      makeChannel('osintdefender', {
        title: 'OSINTdefender',
        nameable: true,
        beat: 'Statecraft',
        topic: 'Political',
      }),
    ],
    prior: [
      {
        dispatch: 'zioneer-0621',
        date: '2026-06-21',
        headline: 'Zelensky presses Kushner on Patriot production lines in Europe',
        relation: 'repeats',
        url: 'https://example.org/wire/patriot-kushner',
      },
      {
        dispatch: 'zioneer-0702',
        date: '2026-07-02',
        headline: 'Kyiv appeals to Washington for a Patriot licence',
        relation: 'repeats',
      },
    ],
    reviewed: 2,
  })

export const hebrew = (): Stub =>
  makeStub(
    [
      makeTold(
        'canary_alpha/8',
        '🔴 עדכון: צה"ל תקף 3 משגרים בדרום לבנון, סמוך למרג\' עיון. הכוח שב לשטח ישראל בלי נפגעים.\n\nלהצטרפות לערוץ: https://t.me/canary_alpha',
        { lang: 'he' },
      ),
    ],
    { story: { story: 21, event: 'strike', notStated: ['casualty figures'] }, channels },
  )

export const arabic = (): Stub =>
  makeStub(
    [
      makeTold(
        'canary_alpha/9',
        'عاجل | رويترز: انهيار الجسر الحديدي في دير الزور بعد مرور رتل شاحنات، وسقوط 3 سيارات في النهر.\nالدفاع المدني يبحث عن مفقودين.',
        { lang: 'ar' },
      ),
      makeTold('canary_g/10', 'انهيار الجسر الحديدي في دير الزور، وسقوط 3 سيارات في النهر', {
        lang: 'ar',
        at: '2026-07-10T21:20:00Z',
      }),
    ],
    {
      story: {
        story: 22,
        event: 'accident',
        sourcing: 'echoed',
        origins: [makeOrigin('out:reuters', ['canary_alpha/9', 'canary_g/10'])],
        notStated: ['casualty figures', 'the cause'],
      },
      links: [
        makeLink('canary_alpha/9', 'out:reuters', 'cite'),
        makeLink('canary_g/10', 'canary_alpha/9', 'copy'),
      ],
      channels,
    },
  )

/** A Russian post, its English translation, and three more accounts in other languages. */
export const fiveLanguages = (): Stub =>
  makeStub(
    [
      makeTold(
        'canary_beta/1',
        '⚡️Сызрань. Атака БПЛА на НПЗ, жители слышали 6–7 взрывов.\n\nКанарейка Бета | Прислать новость @canary_beta_bot',
        { lang: 'ru' },
      ),
      makeTold(
        'canary_alpha/2',
        'Drone attack on the oil refinery in Syzran, residents heard 6–7 explosions. Firefighters are on site.',
        { at: '2026-07-10T17:50:00Z' },
      ),
      makeTold('canary_g/3', 'Бачу заграву над заводом у Сизрані з балкона, горить сильно', {
        lang: 'uk',
        at: '2026-07-10T17:58:00Z',
      }),
      makeTold('delta/4', 'בית הזיקוק בסיזרן עולה באש, כך מדווחים תושבים', {
        lang: 'he',
        at: '2026-07-10T18:05:00Z',
      }),
      makeTold('epsilon/5', 'حمله پهپادی به پالایشگاه سیزران؛ ۶ تا ۷ انفجار شنیده شد', {
        lang: 'fa',
        at: '2026-07-10T18:09:00Z',
      }),
    ],
    {
      story: {
        story: 23,
        event: 'strike',
        sourcing: 'corroborated',
        origins: [
          makeOrigin('ch:canary_beta', ['canary_beta/1', 'canary_alpha/2', 'epsilon/5']),
          makeOrigin('ch:canary_g', ['canary_g/3']),
          makeOrigin('ch:delta', ['delta/4']),
        ],
        notStated: ['casualty figures', 'the damage'],
      },
      links: [
        makeLink('canary_alpha/2', 'canary_beta/1', 'translation'),
        makeLink('epsilon/5', 'canary_beta/1', 'translation'),
      ],
      channels,
      composedAt: '2026-07-10T18:30:00Z',
    },
  )

export const contestedSignals = [
  makeTold(
    'canary_alpha/31',
    'A passenger bus overturned on the desert road near Mallawi, 16 people were killed.',
  ),
  makeTold('canary_g/32', 'انقلاب حافلة ركاب على الطريق الصحراوي قرب ملوي ومصرع 12 شخصاً', {
    lang: 'ar',
    at: '2026-07-10T18:40:00Z',
  }),
]

export const contested = (): Stub =>
  makeStub(contestedSignals, {
    story: {
      story: 24,
      event: 'accident',
      sourcing: 'contested',
      origins: [
        makeOrigin('ch:canary_alpha', ['canary_alpha/31']),
        makeOrigin('ch:canary_g', ['canary_g/32']),
      ],
      conflicts: [
        {
          detail: 'killed',
          values: [
            { value: '16', signals: ['canary_alpha/31'], origins: ['ch:canary_alpha'] },
            { value: '12', signals: ['canary_g/32'], origins: ['ch:canary_g'] },
          ],
        },
      ],
      notStated: ['the cause'],
    },
    channels,
    composedAt: '2026-07-10T19:00:00Z',
  })

export const withdrawn = (): Stub =>
  makeStub(
    [
      makeTold(
        'canary_alpha/41',
        'BREAKING: Shots near Republic Square metro, people are running down the avenue.',
        {
          deletedAt: '2026-07-10T18:20:00Z',
          deletion: 'declared',
        },
      ),
      makeTold(
        'canary_g/42',
        'Shots near Republic Square metro, people are running down the avenue',
        {
          at: '2026-07-10T17:52:00Z',
        },
      ),
    ],
    {
      story: {
        story: 25,
        event: 'strike',
        sourcing: 'withdrawn',
        origins: [makeOrigin('ch:canary_alpha', ['canary_alpha/41', 'canary_g/42'], true)],
      },
      links: [makeLink('canary_g/42', 'canary_alpha/41', 'copy')],
      channels,
    },
  )

/** A post that is nothing but an attack on the page it is shown in. */
export const hostile = (): Stub =>
  makeStub(
    [
      makeTold(
        'canary_alpha/51',
        '<script>alert(1)</script> "><img src=x onerror=alert(2)> says the ministry\n' +
          '[click](javascript:alert(3)) ![x](https://evil.example/x.png) --- | # heading ``` \u202e\u0000 end of it </title></style> now\n' +
          'Canary Alpha Live reports via @canary_alpha that "all is well" https://t.me/canary_alpha/51',
      ),
    ],
    {
      story: { story: 26, event: 'strike', notStated: ['<b>names</b>'] },
      channels,
      prior: [
        {
          dispatch: 'x',
          date: '2026-07-01',
          headline: '<svg onload=alert(4)>',
          relation: 'contradicts',
          url: 'javascript:alert(5)',
        },
      ],
    },
  )

export const stubCases = { english, hebrew, arabic, fiveLanguages, contested, withdrawn, hostile }
