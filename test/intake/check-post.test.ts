import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPost } from '../../src/intake/check-post.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { makePost } from '../helpers/make-post.ts'

const context = { receivedAt: '2026-03-04T03:00:00Z', editors: new Set([5]) }
const check = (overrides: Partial<RawPost>) => checkPost(makePost(overrides), context)
const accept = (overrides: Partial<RawPost>) => {
  const result = check(overrides)
  return result.kind === 'ok' ? result.post : undefined
}

describe('a post is rejected', () => {
  it.each<[string, Partial<RawPost>]>([
    ['missing-date', { at: '' }],
    ['invalid-date', { at: 'yesterday' }],
    ['invalid-date', { at: '2026-03-04T02:14:36' }],
    ['invalid-date', { at: '2026-02-30T00:00:00Z' }],
    ['future-date', { at: '2026-03-05T03:00:01Z' }],
    ['ancient-date', { at: '2004-12-31T23:59:59Z' }],
    ['bad-id', { id: 0 }],
    ['bad-id', { id: -4 }],
    ['bad-id', { id: 1.5 }],
    ['bad-id', { id: 2 ** 53 }],
    ['bad-id', { id: NaN }],
    ['bad-channel', { channel: '' }],
    ['bad-channel', { channel: 'a/b' }],
    ['bad-channel', { channel: 'name:Somebody' }],
    ['bad-channel', { channel: 'x'.repeat(65) }],
    ['too-long', { text: 'x'.repeat(256 * 1024 + 1) }],
    ['too-long', { edits: [{ at: '2026-03-04T02:20:00Z', text: 'x'.repeat(2 ** 20) }] }],
    ['not-a-member', { handedInBy: 6 }],
    ['invalid-date', { editedAt: 'later' }],
    ['future-date', { deletedAt: '2027-01-01T00:00:00Z' }],
    ['invalid-date', { edits: [{ at: 'later', text: 'x' }] }],
    ['malformed', { replyTo: 0 }],
    ['malformed', { forwardedFrom: { channel: 'not a channel' } }],
    ['malformed', { forwardedFrom: { channel: 'beta', id: -1 } }],
    ['malformed', { forwardedFrom: { channel: 'beta', at: 'then' } }],
  ])('as %s: %j', (reason, overrides) => {
    expect(check(overrides)).toMatchObject({ kind: 'rejected', rejection: { reason } })
  })

  it('with its place, a sentence, and the piece itself, cut', () => {
    const result = check({ id: 9, text: 'x'.repeat(2 ** 20) })
    if (result.kind === 'ok') throw new Error('was accepted')
    expect(result.rejection.place).toBe('post alpha/9')
    expect(result.rejection.detail).toContain('1048576')
    expect(result.rejection.raw).toMatch(/^\{"channel":"alpha","id":9/)
    expect(result.rejection.raw.length).toBeLessThanOrEqual(2000)
  })
})

describe('a post is accepted', () => {
  it('with every fact it has', () => {
    const post: RawPost = makePost({
      title: 'Alpha',
      forwardedFrom: { channel: 'beta', id: 7, at: '2026-03-04T01:00:00Z', title: 'Beta' },
      replyTo: 3,
      edits: [{ at: '2026-03-04T02:20:00Z', text: 'b' }],
      editedAt: '2026-03-04T02:20:00Z',
      deletedAt: '2026-03-04T02:30:00Z',
      views: 10,
      media: [{ kind: 'photo', url: 'https://cdn.example/1.jpg', sha256: 'a'.repeat(64) }],
      url: 'https://t.me/alpha/1',
      album: 'g1',
      outlet: 'Reuters',
      handedInBy: 5,
    })
    expect(checkPost(post, context)).toEqual({ kind: 'ok', post })
  })

  it.each<[string, Partial<RawPost>, Partial<RawPost>]>([
    ['in UTC', { at: '2026-03-04T05:14:36.500+03:00' }, { at: '2026-03-04T02:14:36Z' }],
    [
      'up to a day ahead of the clock',
      { at: '2026-03-05T03:00:00Z' },
      { at: '2026-03-05T03:00:00Z' },
    ],
    ['at the longest', { text: 'x'.repeat(256 * 1024) }, { text: 'x'.repeat(256 * 1024) }],
    ['without the @ of its channel', { channel: '@Alpha.x-1' }, { channel: 'Alpha.x-1' }],
    ['of a channel known by number', { channel: 'tg123' }, { channel: 'tg123' }],
    [
      'with lone surrogates replaced',
      { text: 'a\ud800b \u{1f600}' },
      { text: 'a\ufffdb \u{1f600}' },
    ],
    [
      'without control characters',
      { text: 'a\u0000\u0002b\u001b[31m\u0085\tc\nd' },
      { text: 'ab[31m\tc\nd' },
    ],
    ['with line feeds only', { text: 'a\r\nb\rc' }, { text: 'a\nb\nc' }],
    ['with marks and joiners kept', { text: 'می\u200cرود صֱ' }, { text: 'می\u200cرود صֱ' }],
    [
      'with clean edits',
      { edits: [{ at: '2026-03-04T02:20Z', text: 'a\u0007' }] },
      { edits: [{ at: '2026-03-04T02:20:00Z', text: 'a' }] },
    ],
    [
      'from a hidden origin',
      { forwardedFrom: { channel: 'name:Иван Петров' } },
      { forwardedFrom: { channel: 'name:Иван Петров' } },
    ],
    ['without text', { text: '' }, { text: '' }],
  ])('%s', (_, overrides, expected) => {
    expect(accept(overrides)).toEqual({ ...makePost(), ...overrides, ...expected })
  })

  it('without side facts that make no sense', () => {
    const post = accept({
      views: -1,
      url: 'javascript:alert(1)',
      title: ' \u0000 ',
      media: [{ kind: 'photo', url: 'x'.repeat(5000), sha256: 'short' }],
      outlet: '',
    })
    expect(post).toEqual(makePost({ media: [{ kind: 'photo' }] }))
  })

  it('whatever is in it, only with text that can be stored and read back', () => {
    const text = fc.string({ unit: 'binary' })
    const any = fc.record({ text, title: text, url: fc.webUrl(), outlet: text })
    fc.assert(
      fc.property(any, (overrides) => {
        const post = accept(overrides)
        const strings = [post?.text, post?.title, post?.outlet].filter((line) => line !== undefined)
        for (const line of strings) {
          expect(Buffer.from(line).toString()).toBe(line)
          expect(line).not.toMatch(/(?![\n\t])\p{Cc}/u)
        }
        if (post) expect(checkPost(post, context)).toEqual({ kind: 'ok', post })
      }),
    )
  })
})
