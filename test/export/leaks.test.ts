import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectSecrets, findLeaks } from '../../src/export/leaks/leaks.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Edition } from '../../src/model/desk.ts'
import type { Signal } from '../../src/model/signal.ts'
import { makeEdition } from '../helpers/make-edition.ts'
import { makeChannel, makeLink, makeStub, makeTold } from '../helpers/make-story.ts'
import { encodings, hide } from './encodings.ts'

const channels = new ChannelBook([
  makeChannel('canary_alpha', {
    title: 'Canary Alpha Live',
    aliases: ['Канарейка'],
    owner: 'canary_house',
    telegramId: 1_987_654_321,
  }),
  makeChannel('mash', { title: 'Mash' }),
  makeChannel('open_desk', { title: 'Canary Alpha Live Open', nameable: true }),
])

const told: Signal[] = [
  makeTold('canary_alpha/77', 'Three were hurt at Sumy.', {
    url: 'https://feeds.example/canary/77?x=1',
    media: [{ kind: 'photo', url: 'https://cdn.example/p/77.jpg' }],
    handedInBy: 424_242_424,
    forwardedFrom: { channel: 'tg1555666777', title: 'Hidden Nest', id: 5 },
  }),
  makeTold('mash/12', 'A strike on Sumy hurt four.'),
  makeTold('open_desk/3', 'Shots at Sumy.'),
]

const edition: Edition = makeEdition(makeStub(told), {
  namings: [
    { signal: 'open_desk/3', reason: 'they were the only ones there', by: 'Dana Levy', at: '' },
  ],
})
const members = [{ id: 313_131_313, name: 'Omer', role: 'editor', from: 'config' }] as const
const sources = {
  signals: told,
  channels,
  members,
  links: [makeLink('mash/12', 'ch:silent_nest', 'cite')],
}
const secrets = collectSecrets(edition, sources)
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
const find = (text: string) =>
  findLeaks([{ field: 'body', bytes: text }], secrets).map(({ kind }) => kind)

describe('findLeaks', () => {
  it.each([
    ['a channel’s id', 'see canary_alpha', 'channel'],
    ['its id in a slug', 'strike-canary-alpha-sumy', 'channel'],
    ['its title', 'as Canary Alpha Live has it', 'title'],
    ['its title as a tag', '#CanaryAlphaLive', 'title'],
    ['its title over markup', 'as Canary <b>Al</b>pha<!-- x --> Live has it', 'title'],
    ['a title in Markdown', 'Canary\\_Alpha\\_Live', 'title'],
    ['an alias that is one telling word', 'Канарейка', 'title'],
    ['its owner', '<p data-x="canary_house">', 'owner'],
    ['its title with emphasis within', 'as Can**ary** Al*ph*a `Live` has it', 'title'],
    ['its id with emphasis within', 'see canary_**al**pha', 'channel'],
    [
      'its title over a tag whose attribute ends it early',
      'Can<b title="a>b">ary</b> Alpha Live',
      'title',
    ],
    ['its title parted by a link', '[Canary](https://example.org/x) Alpha Live', 'title'],
    ['its title in BBCode', 'Can[b]ary[/b] Alpha Live', 'title'],
    ['its title with soft hyphens', 'Can\u00adary&shy; Al\u00adpha Live', 'title'],
    ['its title percent-encoded twice', 'Canary%2520Alpha%2520Live', 'title'],
    ['a title as a domain', 'https://xn--80aaatuceu2a.example/', 'title'],
    [
      'its id in UTF-16, in base64',
      Buffer.from('canary_alpha', 'utf16le').toString('base64'),
      'channel',
    ],
    [
      'a title in UTF-16 the other way round, in base64',
      swapped('Канарейка').toString('base64'),
      'title',
    ],
    ['its id in hexadecimal', Buffer.from('canary_alpha').toString('hex'), 'channel'],
    ['its number', 'chat 1987654321', 'channel'],
    ['its number in groups', 'chat 1 987 654 321', 'channel'],
    ['its number in groups of print', 'chat 1\u202f987\u202f654\u202f321.', 'channel'],
    ['its number with commas', '1,987,654,321 posts', 'channel'],
    ['its number with the prefix, in groups', '-100 1987 654 321', 'channel'],
    ['its number with the prefix', '-1001987654321', 'channel'],
    ['a private link', 'https://t.me/c/1987654321/7', 'channel'],
    ['a post', 'mash/12', 'post'],
    ['a feed’s address', 'http://feeds.example/canary/77?x=1', 'address'],
    ['a photo', 'src="https://cdn.example/p/77.jpg"', 'media'],
    ['where it was forwarded from', 'Hidden Nest', 'title'],
    ['the number it was forwarded from', 'tg1555666777', 'channel'],
    ['a channel it cites', '@silent_nest', 'channel'],
    ['a member', 'by Omer', 'member'],
    ['a member’s id', '313131313', 'member'],
    ['who handed it in', '424242424', 'member'],
    ['who named a channel', 'Dana Levy', 'member'],
    ['why it was named', 'They were the only ones there!', 'reason'],
  ])('finds %s', (_, text, kind) => {
    expect(find(text)).toContain(kind)
  })

  it.each([
    '@mash',
    't.me/mash',
    'https://telegram.me/s/mash/12',
    'tg://resolve?domain=mash&post=12',
    'mash.t.me',
    'preview:mash',
    'ch:mash',
    'according to Mash',
    'Mash reports three hurt',
    'по данным «Mash»',
    'Mash: three were hurt',
    '<meta name="author" content="Mash">',
    '<!-- mash -->',
    '{"channel":"mash"}',
    'tags:\n  - mash\n',
    'mash',
  ])('finds a short word used as a name: %s', (text) => {
    expect(find(text)).not.toEqual([])
  })

  it.each([
    'They mash the potatoes in Sumy.',
    'The mash was cold, mash-like, and mashed.',
    'https://example.org/mashed',
    'Canary wharf, alpha males and live shows',
    'Sumy, 1987654 people',
    'From 1,987,654,3210 to 21 987 654 321',
    'Corrected: three were there',
    'Canary Alpha Live Open',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(find(text)).toEqual([])
  })

  it('never repeats what it found', () => {
    const found = findLeaks([{ field: 'slug', bytes: 'canary_alpha' }], secrets)
    expect(found).toEqual([{ field: 'slug', kind: 'channel' }])
  })

  it('stops what is wrapped too deeply to be read', () => {
    let text = 'canary_alpha'
    for (let round = 0; round < 14; round++)
      text = text.replaceAll(/[%c]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
    expect(find(text)).not.toEqual([])
  })

  it('reads bytes as well as text', () => {
    const bytes = [
      Buffer.from('canary_alpha'),
      Buffer.from('canary_alpha', 'utf16le'),
      Buffer.from('Канарейка', 'utf16le'),
      swapped('Канарейка'),
    ]
    for (const each of bytes)
      expect(findLeaks([{ field: 'file', bytes: each }], secrets)).toHaveLength(1)
  })

  it('finds a name under any composition of encodings', () => {
    const names = [
      'canary_alpha',
      'Canary Alpha Live',
      'канарейка',
      '@mash',
      '-1001987654321',
      'https://t.me/mash/12',
    ]
    const layers = fc.array(fc.record({ by: fc.constantFrom(...encodings), seed: fc.nat() }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.constantFrom(...names), layers, (name, composed) => {
        const inner = composed.filter(({ by }) => by === 'case')
        // A tag within an entity or a word in base64 is no tag: markup parts what is shown, once.
        const markup = composed.filter(({ by }) => by === 'emphasis' || by === 'tags').slice(0, 1)
        const outer = composed.filter(({ by }) => !['case', 'emphasis', 'tags'].includes(by))
        const text = [...inner, ...markup, ...outer].reduce(
          (within, { by, seed }) => hide(within, by, seed),
          name,
        )
        expect(find(`<p>Three were hurt. ${text} was there.</p>`), text).not.toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('a title that is an everyday word', () => {
  const book = new ChannelBook([
    makeChannel('shot', { title: 'Shot' }),
    makeChannel('insider_ua', { title: 'Insider' }),
    makeChannel('vremya', { title: 'Время' }),
    makeChannel('hudud', { title: 'الحدود' }),
    makeChannel('derech', { title: 'הדרך' }),
  ])
  const own = ['shot/1', 'insider_ua/1', 'vremya/1', 'hudud/1', 'derech/1'] as const
  const signals = own.map((key) => makeTold(key, 'Rain.'))
  const everyday = collectSecrets(makeEdition(makeStub(signals)), { signals, channels: book })
  const kinds = (bytes: string) => findLeaks([{ field: 'body', bytes }], everyday)

  it.each([
    'Liquor was served via the shot glass.',
    'He was served via the Shot Glass.',
    'In a video shot by a resident, smoke rises.',
    'Early shot reports were wrong.',
    'One insider says the talks failed, according to insider accounts.',
    'They were paid ten dollars per shot.',
    'Через время огонь погас.',
    'В это время сообщили о взрыве.',
    'مرت القافلة عبر الحدود الشمالية',
    'הם הגיעו דרך הדרך הראשית',
  ])('does not stop a text that uses it as one: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it.each([
    'Three were hurt, via Shot.',
    'Three were hurt (via shot).',
    'Shot reports three hurt.',
    'As shot reports, three were hurt.',
    'according to the Insider, three were hurt',
    'by “shot” on Friday',
    '@shot',
    'https://t.me/shot',
    'пишет Shot, трое ранены',
    'Трое ранены, сообщает shot в субботу',
    'По данным «Время», трое ранены',
    'بحسب الحدود أصيب ثلاثة',
  ])('stops where it is credited: %s', (text) => {
    expect(kinds(text)).not.toEqual([])
  })
})

describe('collectSecrets', () => {
  it('lets a channel be named that a naming or the config permits', () => {
    const naming = { signal: 'canary_alpha/77', reason: '', by: 'Omer', at: '' }
    const named = collectSecrets({ ...edition, namings: [naming] }, sources)
    const text = 'Canary Alpha Live, t.me/canary_alpha/77'
    expect(findLeaks([{ field: 'body', bytes: text }], named)).toEqual([])
    expect(find('open_desk and Canary Alpha Live Open')).toEqual([])
  })

  it('holds a long word that is said in the news of others to be an ordinary one', () => {
    const book = new ChannelBook([makeChannel('ch_one', { title: 'Palestine' })])
    const own = [makeTold('ch_one/1', 'Rain.'), makeTold('ch_two/1', 'Rain in Palestine.')]
    const alone = collectSecrets(makeEdition(makeStub(own.slice(0, 1))), {
      signals: own.slice(0, 1),
      channels: book,
    })
    const both = collectSecrets(makeEdition(makeStub(own)), { signals: own, channels: book })
    const parts = [{ field: 'body', bytes: 'Rain in Palestine today' }]
    expect(findLeaks(parts, alone)).toHaveLength(1)
    expect(findLeaks(parts, both)).toEqual([])
    expect(findLeaks([{ field: 'body', bytes: 'via Palestine' }], both)).toHaveLength(1)
  })

  it('lets an outlet be cited that is monitored too', () => {
    const book = new ChannelBook([makeChannel('rtrs_feed', { title: 'Reuters' })])
    const own = [makeTold('rtrs_feed/1', 'Rain.')]
    const links = [makeLink('ch_two/1', 'out:reuters', 'cite')]
    const found = collectSecrets(makeEdition(makeStub(own)), {
      signals: own,
      channels: book,
      links,
    })
    expect(findLeaks([{ field: 'body', bytes: 'citing Reuters' }], found)).toEqual([])
    expect(findLeaks([{ field: 'body', bytes: 'rtrs_feed' }], found)).toHaveLength(1)
  })
})
