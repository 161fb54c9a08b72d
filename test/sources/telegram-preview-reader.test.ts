import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Payload, Reading } from '../../src/model/delivery.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { readTelegramPreview } from '../../src/sources/telegram/telegram-preview-reader.ts'
import { readViews } from '../../src/sources/telegram/telegram-preview-post.ts'
import { renderPage } from './preview-site.ts'

const root = resolve(import.meta.dirname, '../..')
const recorded = resolve(root, '../shared/fixtures/tme')

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
const holding = (part: string): unknown => expect.stringContaining(part)

const read = (body: string, over: Partial<Payload> = {}): Reading =>
  readTelegramPreview({
    source: 'preview:test',
    kind: 'telegram-preview',
    receivedAt: '2026-03-01T10:00:00Z',
    body,
    ...over,
  })

describe('the preview reader', () => {
  const reading = read(readFileSync(resolve(root, 'test/fixtures/preview/kinds.html'), 'utf8'), {
    channel: 'harbour',
    meta: { name: 'HarbourWatch', last: '107' },
  })
  const post = (id: number): RawPost | undefined => reading.posts.find((read) => read.id === id)

  it('reads every post under the configured channel, and passes over service rows', () => {
    expect(reading.posts.map(({ channel, id }) => `${channel}/${id}`)).toEqual(
      [101, 102, 103, 104, 107, 108].map((id) => `harbour/${id}`),
    )
    expect(reading.ignored).toBe(1)
    expect(reading.rejected).toEqual([])
  })

  it('keeps emoji, line breaks and mentions, and writes out links hidden behind words', () => {
    expect(post(101)?.text).toBe(
      '🚢 Two ferries stopped at the north pier.\n\n' +
        'Reported by Pierside (https://t.me/pierside/77), seen by @quaynews. Subscribe',
    )
  })

  it('reads the time in UTC, rounded views, the title and the address', () => {
    expect(post(101)).toMatchObject({
      at: '2026-03-01T06:15:30Z',
      views: 1200,
      title: 'Harbour Watch & Co ⚓',
      url: 'https://t.me/harbourwatch/101',
    })
    expect(post(103)?.views).toBe(3_000_000)
  })

  it('reads a forward with its origin post, and the reply without its quotation', () => {
    expect(post(102)).toMatchObject({
      text: 'Ferries move again',
      forwardedFrom: { channel: 'pierside', id: 78, title: 'Pierside' },
      replyTo: 101,
    })
  })

  it('names a hidden origin by its display name and a private one by its number', () => {
    expect(post(103)?.forwardedFrom).toEqual({
      channel: 'name:A quiet sailor',
      title: 'A quiet sailor',
    })
    expect(post(108)?.forwardedFrom).toEqual({
      channel: 'tg1234567',
      id: 9,
      title: 'Closed circle',
    })
  })

  it('reads an album as one post with the media of all its parts', () => {
    expect(post(104)).toMatchObject({
      text: 'שני מעבורות\nליד הרציף',
      media: [
        { kind: 'photo', url: 'https://cdn.example/a.jpg' },
        { kind: 'video', url: 'https://cdn.example/b.mp4' },
      ],
    })
  })

  it('links a video that is too big to the post, and reads a poll by question and options', () => {
    expect(post(103)?.media).toEqual([{ kind: 'video', url: 'https://t.me/harbourwatch/103' }])
    expect(post(107)?.text).toBe('Will the pier open today?\nYes\nNo')
  })

  it('covers the stretch shown, with service rows and album parts', () => {
    expect(reading.covers).toEqual({
      channel: 'harbour',
      from: 100,
      to: 108,
      ids: [100, 101, 102, 103, 104, 105, 107, 108],
    })
  })

  it('covers up to the bound that was asked for, or the last id seen on the newest page', () => {
    const page = renderPage('quay', [
      [5, 'five'],
      [7, 'seven'],
    ])
    expect(read(page, { meta: { name: 'quay', before: '11' } }).covers).toMatchObject({
      from: 5,
      to: 10,
    })
    expect(read(page, { meta: { name: 'quay', last: '9' } }).covers).toMatchObject({ to: 9 })
    expect(read(page, { meta: { name: 'quay' } }).covers).toMatchObject({ to: 7 })
  })

  it('claims nothing to be gone from a page that was cut off', () => {
    const page = renderPage('quay', [
      [5, 'five'],
      [7, 'seven'],
    ])
    const cut = read(page.slice(0, page.indexOf('seven') + 5), { meta: { last: '9' } })
    expect(cut.posts.map(({ id }) => id)).toEqual([5])
    expect(cut.covers).toBeUndefined()
  })

  it.each([
    [
      'missing-date',
      (html: string) =>
        html.replaceAll(
          /<time[^>]*quay\/7.*?>|datetime="[^"]*07:00[^"]*"|datetime="2026-01-01T00:07[^"]*"/g,
          '',
        ),
    ],
    [
      'other-channel',
      (html: string) => html.replace('data-post="quay/7"', 'data-post="elsewhere/7"'),
    ],
    ['unknown-shape', (html: string) => html.replace('data-post="quay/7"', 'data-post="quay"')],
    ['unknown-shape', (html: string) => html.replace('js-message_text">seven', 'new-name">seven')],
  ])('rejects one block alone with %s', (reason, spoil) => {
    const page = renderPage('quay', [
      [5, 'five'],
      [7, 'seven'],
    ])
    const { posts, rejected } = read(spoil(page), { meta: { name: 'quay' } })
    expect(posts.map(({ id }) => id)).toEqual([5])
    expect(rejected).toMatchObject([{ reason }])
    expect(rejected[0]?.raw).toContain('seven')
  })

  it.each([
    ['436.6K', 436_600],
    ['16.3M', 16_300_000],
    ['1', 1],
    ['1,234', 1234],
    ['', undefined],
    ['many', undefined],
    ['1.2.3', undefined],
  ])('reads %j views as %j', (shown, views) => {
    expect(readViews(shown)).toBe(views)
  })
})

describe.skipIf(!existsSync(recorded))(
  'the preview reader on recorded blocks (skipped where ../shared is absent)',
  () => {
    const block = (name: string): Reading => read(readFileSync(resolve(recorded, name), 'utf8'))
    const only = (name: string): RawPost => {
      const { posts, rejected } = block(name)
      expect(rejected).toEqual([])
      expect(posts).toHaveLength(1)
      return posts[0] as RawPost
    }

    it.each([
      [
        'B01-durov-525-block.html',
        {
          text: matching(
            /^🔄 Telegram’s new update is out\. Lots of great new features\.\n\n😂 But most/,
          ),
          views: 16_300_000,
          title: 'Pavel Durov',
        },
      ],
      [
        'audio_document.html',
        { text: 'Povo hebreu', media: [{ kind: 'audio', url: 'https://t.me/tchantest/12' }] },
      ],
      [
        'audio_message.html',
        { text: '', media: [{ kind: 'voice', url: holding('OLZMt_4wwx1A') }] },
      ],
      ['emoji_message.html', { text: '👍', title: "tchan's test channel 👍" }],
      [
        'forwarded_text_message.html',
        { text: ';)', forwardedFrom: { channel: 'some_user', title: 'Some user' } },
      ],
      ['location_message.html', { media: [{ kind: 'location', url: holding('maps.google.com') }] }],
      ['location_message_2.html', { media: [{ kind: 'location', url: holding('-23.5323') }] }],
      ['location_message_3.html', { media: [{ kind: 'location', url: holding('-23.5319') }] }],
      [
        'message_weird_preview.html',
        {
          text: matching(/^_\n\n✍️ CÂMARA APROVA\n_\n\n\n🔸 Projeto [^]*clicando aqui!\n____$/),
          views: 1200,
        },
      ],
      [
        'multimedia_message.html',
        {
          text: 'Multiple videos and pictures',
          media: ['video', 'photo', 'video', 'photo'].map((kind) => ({
            kind,
            url: holding('https://cdn'),
          })),
        },
      ],
      [
        'photo_multiple.html',
        {
          text: 'Multiple pics',
          media: [
            { kind: 'photo', url: holding('7nbDwDRQ.jpg') },
            { kind: 'photo', url: holding('160MHckA.jpg') },
          ],
        },
      ],
      [
        'photo_single.html',
        {
          text: 'Picture by telegram camera',
          media: [{ kind: 'photo', url: holding('mhKLr5wA.jpg') }],
        },
      ],
      [
        'poll.html',
        { text: "Let's do a quick poll quizz mode\nOpt1\nOpt2\nOpt3", media: [{ kind: 'poll' }] },
      ],
      [
        'round_video_single.html',
        { media: [{ kind: 'round-video', url: holding('LEbwfCTbQPFw') }] },
      ],
      [
        'signed_edited_text_message.html',
        { text: 'Hello! Signed and edited message', at: '2023-02-24T07:29:57Z' },
      ],
      [
        'sticker_message.html',
        { text: '', media: [{ kind: 'sticker', url: holding('lZEJywBw_7pg') }] },
      ],
      [
        'text_message_link_no_preview.html',
        { text: 'This is a message with a link\n\nhttps://brasil.io/' },
      ],
      [
        'text_message_link_with_regular_preview.html',
        { text: matching(/^https:\/\/agenciabrasil\S+$/) },
      ],
      [
        'text_message_link_with_right_preview.html',
        { text: 'link with preview https://python.org/' },
      ],
      ['text_message_multiline.html', { text: 'Bigger\ntext\nmessage\nnumber\n34' }],
      ['text_message_signed_not_edited.html', { text: 'Signed and not edited' }],
      [
        'text_reply_to_video.html',
        { text: 'Reply to a video (not recorded in telegram)', replyTo: 19 },
      ],
      [
        'unsigned_text_message.html',
        { text: 'Unsigned message', views: 2, at: '2023-02-24T07:30:39Z' },
      ],
      [
        'video_big.html',
        {
          text: 'some text',
          views: 436_600,
          media: [{ kind: 'video', url: 'https://t.me/some_random_user/5343' }],
        },
      ],
      [
        'video_single.html',
        {
          text: 'Video by telegram camera',
          media: [{ kind: 'video', url: holding('sxs6f1j7Wjyw') }],
        },
      ],
      [
        'video_single_2.html',
        { text: '', media: [{ kind: 'video', url: holding('6oz0QqAntnWA') }] },
      ],
    ])('reads %s', (name, expected) => {
      expect(only(name)).toMatchObject(expected)
    })

    it.each(['channel_created', 'channel_name_changed', 'channel_photo_updated', 'pinned'])(
      'passes over service_message_%s',
      (name) => {
        expect(block(`service_message_${name}.html`)).toMatchObject({
          posts: [],
          rejected: [],
          ignored: 1,
        })
      },
    )

    it('reads service_message_channel_video_changed.html as the post that its markup says it is', () => {
      const text = '+ "Channel video changed"'
      expect(only('service_message_channel_video_changed.html')).toMatchObject({ id: 82, text })
    })

    it('reads no posts and no fault from a page without posts', () => {
      expect(block('no_posts_found.html')).toEqual({ posts: [], rejected: [], ignored: 0 })
    })

    it('reads the whole page, and tells the blocks of other channels', () => {
      const { posts, rejected, ignored } = block('_assembled_page.html')
      expect(posts.length).toBe(24)
      expect(ignored).toBe(4)
      expect(rejected.map(({ reason, place }) => `${reason} ${place}`)).toEqual([
        'other-channel message 7334',
        'other-channel message 5343',
      ])
    })

    it.each(['channel', 'no-iframe', 'post-full-image', 'post-link-image', 'post-right-preview'])(
      'tells that not-a-feed/%s is a landing page',
      (name) => {
        const { posts, rejected } = block(`not-a-feed/${name}.html`)
        expect(posts).toEqual([])
        expect(rejected).toMatchObject([{ reason: 'landing', place: 'page' }])
      },
    )
  },
)
