import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Payload, PayloadKind, Reading } from '../../src/model/delivery.ts'
import { JsonScanner } from '../../src/sources/file/json-scanner.ts'
import { readers } from '../../src/sources/readers.ts'

const read = (kind: PayloadKind, body: unknown, over: Partial<Payload> = {}): Reading =>
  readers[kind]({
    source: 'file:test',
    kind,
    receivedAt: '2026-03-01T10:00:00Z',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...over,
  })

const line = { channel: 'alpha', id: 1, at: '2026-03-01T08:00:00Z', text: 'one' }

describe('the JSON Lines reader', () => {
  it('reads every member of the format', () => {
    const full = {
      ...line,
      title: 'Alpha',
      forwardedFrom: { channel: 'beta', id: 2, at: '2026-03-01T07:00:00Z' },
      replyTo: 3,
      edits: [{ at: '2026-03-01T09:00:00Z', text: 'two' }],
      deletedAt: '2026-03-01T09:30:00Z',
      views: 7,
      media: [
        { kind: 'photo', url: 'https://x.example/1.jpg' },
        { kind: 'video', sha256: 'ab', bytes: 900, width: 640, height: 360 },
      ],
      url: 'https://t.me/alpha/1',
    }
    expect(read('jsonl', full).posts).toEqual([full])
  })

  it('refuses no post for the size of its media', () => {
    const media = [{ kind: 'photo', bytes: 'big', width: null, height: 480 }]
    const { posts, rejected } = read('jsonl', { ...line, media })
    expect(rejected).toEqual([])
    expect(posts[0]?.media).toEqual([{ kind: 'photo', height: 480 }])
  })

  it('passes over members it does not know, and takes null for not known', () => {
    const { posts } = read('jsonl', { ...line, cluster: 9, title: null, forwardedFrom: null })
    expect(posts).toEqual([line])
  })

  it('rejects one bad line alone, with its number in the file and the reason', () => {
    const body = [JSON.stringify(line), '{"broken', '', JSON.stringify({ ...line, id: 'x' })]
    const { posts, rejected } = read('jsonl', body.join('\r\n'), { meta: { firstLine: '1001' } })
    expect(posts).toHaveLength(1)
    expect(rejected).toMatchObject([
      { reason: 'malformed', place: 'line 1002', raw: '{"broken' },
      {
        reason: 'malformed',
        place: 'line 1004',
        detail: expect.stringMatching(/^id: /) as unknown,
      },
    ])
  })

  it.each([
    [{ at: undefined }, 'missing-date'],
    [{ at: null }, 'missing-date'],
    [{ at: '' }, 'missing-date'],
    [{ at: 'yesterday' }, 'malformed'],
    [{ at: '2026-02-30T00:00:00Z' }, 'malformed'],
    [{ id: 0 }, 'malformed'],
    [{ id: 1.5 }, 'malformed'],
    [{ id: 2 ** 60 }, 'malformed'],
    [{ text: 5 }, 'malformed'],
    [{ channel: undefined }, 'malformed'],
    [{ media: [{ kind: 'hologram' }] }, 'malformed'],
  ])('rejects %j as %s', (over, reason) => {
    expect(read('jsonl', { ...line, ...over })).toMatchObject({ posts: [], rejected: [{ reason }] })
  })

  it.each([
    ['2026-03-01T10:00:00+02:00', '2026-03-01T08:00:00Z'],
    ['2026-03-01 08:00:00', '2026-03-01T08:00:00Z'],
    ['2026-03-01T08:00:00.123Z', '2026-03-01T08:00:00Z'],
    ['2199-01-01T00:00:00Z', '2199-01-01T00:00:00Z'],
  ])('passes %s on as %s', (at, utc) => {
    expect(read('jsonl', { ...line, at }).posts[0]?.at).toBe(utc)
  })

  it('passes on a megabyte of text and a lone surrogate', () => {
    const long = 'x'.repeat(1_000_000)
    const body = `${JSON.stringify({ ...line, text: long })}\n{"channel":"a","id":2,"at":"${line.at}","text":"\\ud800"}`
    expect(read('jsonl', body).posts.map(({ text }) => text)).toEqual([long, '\ud800'])
  })

  it('takes the channel of the file where a line names none', () => {
    const { posts } = read('jsonl', { ...line, channel: undefined }, { channel: 'given' })
    expect(posts[0]?.channel).toBe('given')
  })

  it('says that a line was cut for its length', () => {
    const { rejected } = read('jsonl', '{"channel":"a', { meta: { firstLine: '5', tooLong: '5' } })
    expect(rejected).toMatchObject([{ reason: 'too-long', place: 'line 5' }])
  })

  it('reads a list of rows, and what stands before a cut', () => {
    const rows = JSON.stringify([line, { ...line, id: 2 }, { ...line, id: 3 }], null, 1)
    const { posts, rejected } = read('jsonl', rows.slice(0, -40))
    expect(posts.map(({ id }) => id)).toEqual([1, 2])
    expect(rejected).toMatchObject([{ reason: 'malformed', place: 'row 3' }])
  })
})

const desktopMessage = {
  id: 7,
  type: 'message',
  date: '2026-03-01T10:00:00',
  date_unixtime: '1772352000',
  text: '',
  text_entities: [
    { type: 'plain', text: 'By ' },
    { type: 'text_link', text: 'Pierside', href: 'https://t.me/pierside/77' },
    { type: 'plain', text: '.' },
  ],
}
const desktopChat = (messages: unknown[], over = {}) => ({
  name: 'Harbour',
  type: 'public_channel',
  id: 2447,
  messages,
  ...over,
})

describe('the Telegram Desktop reader', () => {
  it('reads a message with its time in UTC, and links hidden behind words', () => {
    expect(read('telegram-desktop', desktopChat([desktopMessage])).posts).toEqual([
      {
        channel: 'tg2447',
        id: 7,
        at: '2026-03-01T08:00:00Z',
        text: 'By Pierside (https://t.me/pierside/77).',
        title: 'Harbour',
      },
    ])
  })

  it.each([
    [{ text_entities: undefined, text: 'plain' }, { text: 'plain' }],
    [{ text_entities: [], text: ['a ', { type: 'bold', text: 'b' }] }, { text: 'a b' }],
    [{ edited_unixtime: '1772355600' }, { editedAt: '2026-03-01T09:00:00Z' }],
    [
      { forwarded_from: 'Pierside', forwarded_from_id: 'channel99' },
      { forwardedFrom: { channel: 'tg99', title: 'Pierside' } },
    ],
    [
      { forwarded_from: 'A sailor', forwarded_from_id: 'user5' },
      { forwardedFrom: { channel: 'name:A sailor', title: 'A sailor' } },
    ],
    [{ reply_to_message_id: 3 }, { replyTo: 3 }],
    [{ photo: 'photos/1.jpg' }, { media: [{ kind: 'photo' }] }],
    [
      { photo: 'photos/1.jpg', photo_file_size: 81_000, width: 1280, height: 720 },
      { media: [{ kind: 'photo', bytes: 81_000, width: 1280, height: 720 }] },
    ],
    [{ file: 'x.mp4', media_type: 'video_file' }, { media: [{ kind: 'video' }] }],
    [
      { file: 'x.mp4', media_type: 'video_file', file_size: 'big', width: -1 },
      { media: [{ kind: 'video' }] },
    ],
    [{ file: 'x', media_type: 'video_message' }, { media: [{ kind: 'round-video' }] }],
    [{ file: 'x.pdf' }, { media: [{ kind: 'document' }] }],
    [
      {
        text_entities: [],
        poll: { question: 'Open?', answers: [{ text: 'Yes' }, { text: 'No' }] },
      },
      { text: 'Open?\nYes\nNo', media: [{ kind: 'poll' }] },
    ],
  ])('reads %j', (over, expected) => {
    const { posts, rejected } = read(
      'telegram-desktop',
      desktopChat([{ ...desktopMessage, ...over }]),
    )
    expect(rejected).toEqual([])
    expect(posts).toMatchObject([expected])
  })

  it('passes over service messages, and rejects a message whose time has no zone', () => {
    const { posts, rejected, ignored } = read(
      'telegram-desktop',
      desktopChat([
        { ...desktopMessage, type: 'service' },
        { ...desktopMessage, date_unixtime: undefined },
        { ...desktopMessage, id: 'seven' },
      ]),
    )
    expect(posts).toEqual([])
    expect(ignored).toBe(1)
    expect(rejected).toMatchObject([
      { reason: 'missing-date', place: 'message 7' },
      { reason: 'malformed', place: 'message 3 of the file' },
    ])
  })

  it('reads the channels of an account and leaves conversations alone', () => {
    const { posts, ignored } = read('telegram-desktop', {
      about: 'Here is the data you requested.',
      personal_information: { user_id: 1 },
      chats: {
        about: 'x',
        list: [
          desktopChat([desktopMessage], { type: 'personal_chat', id: 1 }),
          desktopChat([desktopMessage]),
          desktopChat([desktopMessage], { type: 'private_channel', id: 8 }),
        ],
      },
    })
    expect(posts.map(({ channel }) => channel)).toEqual(['tg2447', 'tg8'])
    expect(ignored).toBe(1)
  })

  it('reads every whole message before a cut, wherever it is, and reports the cut', () => {
    const messages = [1, 2, 3, 4, 5].map((id) => ({ ...desktopMessage, id }))
    const whole = JSON.stringify(desktopChat(messages), null, 1)
    fc.assert(
      fc.property(fc.integer({ min: 100, max: whole.length - 1 }), (length) => {
        const { posts, rejected } = read('telegram-desktop', whole.slice(0, length))
        const complete = messages.filter(
          ({ id }) => whole.indexOf('\n  }', whole.indexOf(`"id": ${id},`)) + 4 <= length,
        )
        expect(posts.map(({ id }) => id)).toEqual(complete.map(({ id }) => id))
        expect(rejected).toMatchObject([{ reason: 'cut-short' }])
      }),
    )
  })

  it('rejects one spoiled message alone', () => {
    const body = JSON.stringify(desktopChat([desktopMessage, { ...desktopMessage, id: 8 }]))
    const { posts, rejected } = read('telegram-desktop', body.replace('"id":7', '"id":007'))
    expect(posts.map(({ id }) => id)).toEqual([8])
    expect(rejected).toMatchObject([{ reason: 'malformed', place: 'message 1 of the file' }])
  })

  it.each(['{}', '{"name":"x","type":"public_channel","id":1}', 'nonsense', ''])(
    'rejects %j as no export',
    (body) => {
      const { posts, rejected } = read('telegram-desktop', body)
      expect(posts).toEqual([])
      expect(rejected).toHaveLength(1)
    },
  )

  it('finds nothing wrong with a channel without posts', () => {
    expect(read('telegram-desktop', desktopChat([]))).toEqual({
      posts: [],
      rejected: [],
      ignored: 0,
    })
  })

  const recorded = resolve(
    import.meta.dirname,
    '../../../shared/fixtures/exports/telegram-desktop-result.json',
  )
  it.skipIf(!existsSync(recorded))(
    'reads a real export (skipped where ../shared is absent)',
    () => {
      const { posts, rejected } = read('telegram-desktop', readFileSync(recorded, 'utf8'))
      expect(rejected).toEqual([])
      expect(posts).toHaveLength(6)
      expect(posts[0]).toMatchObject({
        channel: 'tg2447843635',
        id: 3858,
        at: '2026-06-19T11:26:50Z',
        media: [{ kind: 'photo' }],
        text: expect.stringContaining('ТЕЛЕГА (https://t.me/papapachuca)') as unknown,
      })
      expect(posts[1]?.media).toEqual([
        { kind: 'video', bytes: 1_078_558_941, width: 1280, height: 720 },
      ])
    },
  )
})

const telethonRow = {
  _: 'Message',
  id: 5,
  peer_id: { _: 'PeerChannel', channel_id: 77 },
  date: '2026-03-01T08:00:00+00:00',
  message: 'Ferries stopped',
}

describe('the Telethon reader', () => {
  it('reads a row as to_dict() gives it', () => {
    expect(read('telethon', telethonRow).posts).toEqual([
      { channel: 'tg77', id: 5, at: '2026-03-01T08:00:00Z', text: 'Ferries stopped' },
    ])
  })

  it.each([
    [{ date: '2026-03-01 10:00:00+02:00' }, { at: '2026-03-01T08:00:00Z' }],
    [{ date: 1_772_352_000 }, { at: '2026-03-01T08:00:00Z' }],
    [
      {
        fwd_from: {
          from_id: { _: 'PeerChannel', channel_id: 9 },
          channel_post: 4,
          date: '2026-03-01T07:00:00+00:00',
        },
      },
      { forwardedFrom: { channel: 'tg9', id: 4, at: '2026-03-01T07:00:00Z' } },
    ],
    [
      { fwd_from: { from_id: null, from_name: 'A sailor' } },
      { forwardedFrom: { channel: 'name:A sailor', title: 'A sailor' } },
    ],
    [
      { fwd_from: { from_id: { _: 'PeerUser', user_id: 3 } } },
      { forwardedFrom: { channel: 'name:user 3' } },
    ],
    [{ reply_to: { reply_to_msg_id: 2 } }, { replyTo: 2 }],
    [{ edit_date: '2026-03-01T09:00:00+00:00' }, { editedAt: '2026-03-01T09:00:00Z' }],
    [
      { views: 12, grouped_id: 13_000 },
      { views: 12, album: '13000' },
    ],
    [{ media: { _: 'MessageMediaPhoto' } }, { media: [{ kind: 'photo' }] }],
    [
      {
        media: {
          _: 'MessageMediaDocument',
          document: { attributes: [{ _: 'DocumentAttributeVideo', round_message: true }] },
        },
      },
      { media: [{ kind: 'round-video' }] },
    ],
    [
      {
        media: {
          _: 'MessageMediaDocument',
          document: { size: 900, attributes: [{ _: 'DocumentAttributeVideo', w: 640, h: 360 }] },
        },
      },
      { media: [{ kind: 'video', bytes: 900, width: 640, height: 360 }] },
    ],
    [
      {
        media: {
          _: 'MessageMediaDocument',
          document: { attributes: [{ _: 'DocumentAttributeAudio', voice: true }] },
        },
      },
      { media: [{ kind: 'voice' }] },
    ],
    [
      {
        message: '⚓ by Pierside.',
        entities: [
          { _: 'MessageEntityBold', offset: 0, length: 1 },
          { _: 'MessageEntityTextUrl', offset: 5, length: 8, url: 'https://t.me/pierside/7' },
        ],
      },
      { text: '⚓ by Pierside (https://t.me/pierside/7).' },
    ],
    [{ message: null }, { text: '' }],
  ])('reads %j', (over, expected) => {
    const { posts, rejected } = read('telethon', { ...telethonRow, ...over })
    expect(rejected).toEqual([])
    expect(posts).toMatchObject([expected])
  })

  it('takes an edit that Telegram hides, and a link preview, for none', () => {
    const over = {
      edit_date: '2026-03-01T09:00:00+00:00',
      edit_hide: true,
      media: { _: 'MessageMediaWebPage' },
    }
    const [post] = read('telethon', { ...telethonRow, ...over }).posts
    expect(post).not.toHaveProperty('editedAt')
    expect(post).not.toHaveProperty('media')
  })

  it('gives the name of the file to its first channel only', () => {
    const other = { ...telethonRow, peer_id: { _: 'PeerChannel', channel_id: 88 } }
    const { posts } = read('telethon', [telethonRow, other], {
      channel: 'harbour',
      meta: { peer: '77' },
    })
    expect(posts.map(({ channel }) => channel)).toEqual(['harbour', 'tg88'])
  })

  it('passes over service rows and rejects what is no message', () => {
    const rows = [
      { ...telethonRow, _: 'MessageService' },
      { ...telethonRow, date: null },
      { ...telethonRow, peer_id: null },
      { ...telethonRow, id: 'five' },
      7,
    ]
    const { posts, rejected, ignored } = read(
      'telethon',
      rows.map((row) => JSON.stringify(row)).join('\n'),
    )
    expect(posts).toEqual([])
    expect(ignored).toBe(1)
    expect(rejected.map(({ reason, place }) => `${reason} ${place}`)).toEqual([
      'missing-date line 2',
      'malformed line 3',
      'malformed line 4',
      'malformed line 5',
    ])
  })
})

describe('JsonScanner', () => {
  const wholeOf = (json: string, pieceLength: number): unknown[] => {
    const scanner = new JsonScanner()
    for (let at = 0; at < json.length; at += pieceLength) {
      scanner.push(json.slice(at, at + pieceLength))
    }
    expect(scanner.unfinished()).toBeUndefined()
    return scanner.take().map(({ raw }) => JSON.parse(raw) as unknown)
  }

  it('finds the objects of a list, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 2),
        (objects, pieceLength, indent) => {
          const plain = JSON.parse(JSON.stringify(objects)) as unknown
          expect(wholeOf(JSON.stringify(objects, null, indent), pieceLength)).toEqual(plain)
          const nested = {
            name: 'a"[{',
            chats: { list: [{ id: 1, messages: objects, more: [{}] }] },
          }
          expect(wholeOf(JSON.stringify(nested, null, indent), pieceLength)).toEqual(plain)
        },
      ),
    )
  })

  it('tells the scalars of the object that holds the list', () => {
    const scanner = new JsonScanner()
    scanner.push('{"name":"A \\"b\\"","id":5,"open":true,"messages":[{"id":1}]}')
    expect(scanner.take()[0]?.holder).toEqual({ name: '"A \\"b\\""', id: '5', open: 'true' })
  })
})
