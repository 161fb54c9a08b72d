import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectSecrets, findLeaks } from '../../src/export/leaks.ts'
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
    ['its number', 'chat 1987654321', 'channel'],
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
    const bytes = [Buffer.from('canary_alpha'), Buffer.from('canary_alpha', 'utf16le')]
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
        const text = composed
          .toSorted((a, b) => Number(b.by === 'case') - Number(a.by === 'case'))
          .reduce((inner, { by, seed }) => hide(inner, by, seed), name)
        expect(find(`<p>Three were hurt. ${text} was there.</p>`), text).not.toEqual([])
      }),
      { numRuns: 400 },
    )
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
