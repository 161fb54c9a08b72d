import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Reading } from '../../src/model/delivery.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { readTelegramUpdate } from '../../src/sources/telegram/telegram-update.ts'
import { alphaChat, makeChannelPost, makeMessage } from '../helpers/telegram-updates.ts'

type Fields = Record<string, unknown>

const read = (update: Fields): Reading =>
  readTelegramUpdate({
    source: 'telegram-bot',
    kind: 'telegram-update',
    receivedAt: '2025-06-15T15:07:00Z',
    body: JSON.stringify({ update_id: 31, ...update }),
  })

/** The one post of an update that holds one. */
function readOne(update: Fields): RawPost {
  const { posts, rejected, ignored } = read(update)
  expect({ rejected, ignored, posts: posts.length }).toEqual({ rejected: [], ignored: 0, posts: 1 })
  return posts[0] as RawPost
}

const readPost = (overrides: Fields) => readOne({ channel_post: makeChannelPost(overrides) })

describe('a channel post', () => {
  it('is a post under its username, with title, time and address', () => {
    expect(readPost({})).toEqual({
      channel: 'alpha',
      id: 7,
      at: '2025-06-15T15:06:40Z',
      text: 'Sirens in the north.',
      title: 'Alpha',
      url: 'https://t.me/alpha/7',
    })
  })

  it('of a channel without a username goes by its id without the -100', () => {
    const chat = { id: -1001234567890, type: 'channel', title: 'Closed' }
    expect(readPost({ chat })).toMatchObject({
      channel: 'tg1234567890',
      url: 'https://t.me/c/1234567890/7',
    })
  })

  it('that was edited tells when', () => {
    const edited = makeChannelPost({ text: 'Sirens in the south.', edit_date: 1_750_000_060 })
    expect(readOne({ edited_channel_post: edited })).toMatchObject({
      id: 7,
      at: '2025-06-15T15:06:40Z',
      text: 'Sirens in the south.',
      editedAt: '2025-06-15T15:07:40Z',
    })
  })

  it('that is a part of an album names the album', () => {
    const part = { text: undefined, media_group_id: '1399', photo: [{}] }
    expect(readPost(part)).toMatchObject({ text: '', album: '1399', media: [{ kind: 'photo' }] })
  })

  it('has its files by name, size and pixels, of a photo the largest size', () => {
    const photo = [
      { file_id: 'small', file_size: 900, width: 90, height: 60 },
      { file_id: 'LARGE_1-x', file_size: 81_000, width: 1280, height: 853 },
    ]
    expect(readPost({ photo }).media).toEqual([
      { kind: 'photo', file: 'LARGE_1-x', bytes: 81_000, width: 1280, height: 853 },
    ])
    const odd = { file_id: 7, file_size: 'big', width: -1 }
    expect(readPost({ video: odd }).media).toEqual([{ kind: 'video' }])
  })

  it('answers a post of its own channel, and no other', () => {
    const reply = (message_id: number, id: number) => ({
      reply_to_message: { message_id, chat: { id } },
    })
    expect(readPost(reply(3, alphaChat.id)).replyTo).toBe(3)
    expect(readPost(reply(3, -1009))).not.toHaveProperty('replyTo')
    expect(readPost(reply(0, alphaChat.id))).not.toHaveProperty('replyTo')
  })

  it.each<[string, Fields, string[]]>([
    ['a photo', { photo: [{}, {}] }, ['photo']],
    ['a video', { video: {} }, ['video']],
    ['an animation with its stand-in document', { animation: {}, document: {} }, ['video']],
    ['a round video', { video_note: {} }, ['round-video']],
    ['music', { audio: {} }, ['audio']],
    ['a voice', { voice: {} }, ['voice']],
    ['a file', { document: {} }, ['document']],
    ['a sticker', { sticker: {} }, ['sticker']],
    ['a location', { location: {} }, ['location']],
    [
      'paid media',
      { paid_media: { paid_media: [{ type: 'video' }, { type: 'preview' }] } },
      ['video', 'photo'],
    ],
  ])('with %s and a caption tells the kind of media', (_, media, kinds) => {
    const post = readPost({ text: undefined, caption: 'Seen today', ...media })
    expect(post.text).toBe('Seen today')
    expect(post.media?.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('that is a poll or a venue has the words of that', () => {
    const poll = { question: 'Open?', options: [{ text: 'Yes' }, { text: 'No' }] }
    expect(readPost({ text: undefined, poll })).toMatchObject({
      text: 'Open?\nYes\nNo',
      media: [{ kind: 'poll' }],
    })
    const venue = { title: 'Rambam', address: 'Haifa' }
    expect(readPost({ text: undefined, venue, location: {} })).toMatchObject({
      text: 'Rambam\nHaifa',
      media: [{ kind: 'location' }],
    })
  })
})

describe('a forward', () => {
  const date = 1_749_999_000
  const at = '2025-06-15T14:50:00Z'
  const beta = { id: -1005, type: 'channel', title: 'Beta', username: 'beta' }
  const person = { id: 5, is_bot: false, first_name: 'Avi', last_name: 'Cohen' }

  it.each<[string, Fields, RawPost['forwardedFrom']]>([
    [
      'a channel',
      { type: 'channel', chat: beta, message_id: 12, date },
      { channel: 'beta', id: 12, at, title: 'Beta' },
    ],
    [
      'a closed channel',
      { type: 'channel', chat: { id: -1001777, type: 'channel' }, message_id: 12, date },
      { channel: 'tg1001777', id: 12, at },
    ],
    [
      'a group',
      { type: 'chat', sender_chat: { ...beta, type: 'supergroup' }, date },
      { channel: 'beta', at, title: 'Beta' },
    ],
    [
      'a person',
      { type: 'user', sender_user: { ...person, username: 'avi' }, date },
      { channel: 'avi', at, title: 'Avi Cohen' },
    ],
    [
      'a person without a username',
      { type: 'user', sender_user: person, date },
      { channel: 'name:Avi Cohen', at, title: 'Avi Cohen' },
    ],
    [
      'someone hidden',
      { type: 'hidden_user', sender_user_name: 'Avi', date },
      { channel: 'name:Avi', at, title: 'Avi' },
    ],
  ])('of %s names the origin', (_, forward_origin, forwardedFrom) => {
    expect(readPost({ forward_origin })).toMatchObject({ channel: 'alpha', id: 7, forwardedFrom })
    expect(readPost({ forward_origin }).forwardedFrom).toEqual(forwardedFrom)
  })

  it.each<[Fields, RawPost['forwardedFrom']]>([
    [
      { forward_from_chat: beta, forward_from_message_id: 12 },
      { channel: 'beta', id: 12, at, title: 'Beta' },
    ],
    [
      { forward_from_chat: { ...beta, type: 'supergroup' } },
      { channel: 'beta', at, title: 'Beta' },
    ],
    [{ forward_from: person }, { channel: 'name:Avi Cohen', at, title: 'Avi Cohen' }],
    [{ forward_sender_name: 'Avi' }, { channel: 'name:Avi', at, title: 'Avi' }],
  ])('in the fields of older servers is the same: %j', (fields, forwardedFrom) => {
    expect(readPost({ ...fields, forward_date: date }).forwardedFrom).toEqual(forwardedFrom)
  })

  it('of an unknown kind is refused, for it is no original', () => {
    const post = makeChannelPost({ forward_origin: { type: 'satellite', date } })
    expect(read({ channel_post: post }).rejected).toMatchObject([
      { reason: 'unknown-shape', detail: expect.stringContaining('forward_origin') as string },
    ])
  })
})

describe('a post that someone hands in', () => {
  const chat = { id: -1001000000005, type: 'channel', title: 'Beta', username: 'beta' }
  const forward_origin = { type: 'channel', chat, message_id: 12, date: 1_749_999_000 }

  it('is the post of its channel, at the time it was posted there', () => {
    const message = makeMessage({ text: undefined, caption: 'Fire', video: {}, forward_origin })
    expect(readOne({ message })).toEqual({
      channel: 'beta',
      id: 12,
      at: '2025-06-15T14:50:00Z',
      text: 'Fire',
      title: 'Beta',
      media: [{ kind: 'video' }],
      url: 'https://t.me/beta/12',
      handedInBy: 4242,
    })
  })

  it('is the same in the fields of older servers', () => {
    const older = {
      forward_from_chat: chat,
      forward_from_message_id: 12,
      forward_date: 1_749_999_000,
    }
    expect(readOne({ message: makeMessage(older) })).toEqual(
      readOne({ message: makeMessage({ forward_origin }) }),
    )
  })

  it('takes no reply from the chat it was forwarded in', () => {
    const reply_to_message = { message_id: 80, chat: { id: 4242 } }
    const message = makeMessage({ forward_origin, reply_to_message })
    expect(readOne({ message })).not.toHaveProperty('replyTo')
  })

  it.each<[string, Fields]>([
    ['a forward that the platform made', { forward_origin, is_automatic_forward: true }],
    ['a forward without a sender', { forward_origin, from: undefined }],
    [
      'a forward of a person',
      { forward_origin: { type: 'hidden_user', sender_user_name: 'Avi', date: 1 } },
    ],
  ])('%s is none', (_, overrides) => {
    expect(read({ message: makeMessage(overrides) })).toEqual({
      posts: [],
      rejected: [],
      ignored: 1,
    })
  })
})

describe('an update without a post', () => {
  it.each<[string, Fields]>([
    ['a private message', { message: makeMessage() }],
    ['a private message of unknown shape', { message: { message_id: 1, hologram: {} } }],
    ['a button', { callback_query: { id: '1', data: 'x' } }],
    ['the bot made administrator', { my_chat_member: { chat: alphaChat } }],
    ['a pin', { channel_post: makeChannelPost({ text: undefined, pinned_message: {} }) }],
    ['a new title', { channel_post: makeChannelPost({ text: undefined, new_chat_title: 'A' }) }],
    ['a call', { channel_post: makeChannelPost({ text: undefined, video_chat_started: {} }) }],
  ])('is counted as ignored: %s', (_, update) => {
    expect(read(update)).toMatchObject({ posts: [], rejected: [], ignored: 1 })
  })

  it('is known by its id all the same where it stands in a channel', () => {
    const update = { channel_post: makeChannelPost({ text: undefined, new_chat_title: 'New' }) }
    const { passed } = read(update)
    expect(passed).toMatchObject({ channel: 'alpha' })
  })

  it.each<[string, string, Fields]>([
    ['unknown-shape', 'channel_post is no message', { channel_post: 'hello' }],
    ['unknown-shape', 'message is no message', { message: 7 }],
    ['unknown-shape', 'of a kind that is new', { smoke_signal: {} }],
    [
      'unknown-shape',
      'a post with a content that is new',
      { channel_post: makeChannelPost({ text: undefined, hologram: {} }) },
    ],
    [
      'unknown-shape',
      'a username that is a path',
      { channel_post: makeChannelPost({ chat: { ...alphaChat, username: '../x' } }) },
    ],
    ['unknown-shape', 'a text that is none', { channel_post: makeChannelPost({ text: ['a'] }) }],
    ['missing-date', 'a post without a time', { channel_post: makeChannelPost({ date: 0 }) }],
  ])('is rejected as %s: %s', (reason, _, update) => {
    const { posts, rejected, ignored } = read(update)
    expect({ posts, ignored }).toEqual({ posts: [], ignored: 0 })
    expect(rejected).toMatchObject([{ reason, place: 'update 31' }])
    expect(rejected[0]?.raw).toContain('"update_id":31')
  })
})

describe('links hidden behind words', () => {
  const withLink = (text: string, words: string, url: string) =>
    readPost({
      text,
      entities: [{ type: 'text_link', offset: text.indexOf(words), length: words.length, url }],
    }).text

  test.each([
    ['As Beta reports', 'Beta', 'https://t.me/beta/12', 'As Beta (https://t.me/beta/12) reports'],
    ['🔥🔥 Via Beta 🔥', 'Beta', 'https://t.me/beta', '🔥🔥 Via Beta (https://t.me/beta) 🔥'],
    ['דיווח של בטא הערב', 'בטא', 'http://t.me/beta/1', 'דיווח של בטא (https://t.me/beta/1) הערב'],
    ['Subscribe to Alpha', 'Alpha', 'https://t.me/alpha', 'Subscribe to Alpha'],
    ['Read it here', 'here', 'https://example.org/1', 'Read it here'],
  ])('stand in the text: %s', (text, words, url, expected) => {
    expect(withLink(text, words, url)).toBe(expected)
  })

  it('are read from captions, more than one and out of order, and once where they overlap', () => {
    const link = (offset: number, length: number, name: string) => ({
      type: 'text_link',
      offset,
      length,
      url: `https://t.me/${name}/1`,
    })
    const caption = 'Beta and Gamma'
    const caption_entities = [
      { type: 'bold', offset: 0, length: 14 },
      link(9, 5, 'gamma'),
      link(0, 4, 'beta'),
      link(2, 6, 'delta'),
    ]
    expect(readPost({ text: undefined, caption, caption_entities, photo: [{}] }).text).toBe(
      'Beta (https://t.me/beta/1) and Gamma (https://t.me/gamma/1)',
    )
  })

  it('never lose a character of the text, wherever entities point', () => {
    const entity = fc.record({
      type: fc.constantFrom('text_link', 'bold'),
      offset: fc.nat(60),
      length: fc.nat(60),
      url: fc.constantFrom('https://t.me/beta/12', 'https://t.me/alpha', 'tg://user?id=1', ''),
    })
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.array(entity),
        (text, entities) => {
          const revealed = readPost({ text, entities }).text
          expect(revealed.replaceAll(' (https://t.me/beta/12)', '')).toBe(text)
        },
      ),
    )
  })
})
