import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAddresses } from '../../../src/analysis/citations/citation-links.ts'

describe('links and handles of a text', () => {
  it.each([
    ['t.me/alpha/12', { kind: 'post', handle: 'alpha', id: 12 }],
    ['https://t.me/s/alpha/12?single', { kind: 'post', handle: 'alpha', id: 12 }],
    ['https://t.me/alpha/5/12', { kind: 'post', handle: 'alpha', id: 12 }],
    ['http://telegram.me/alpha', { kind: 'channel', handle: 'alpha' }],
    ['https://t.me/c/1234567890/7', { kind: 'post', handle: 'tg1234567890', id: 7 }],
    ['tg://resolve?domain=alpha&post=3', { kind: 'post', handle: 'alpha', id: 3 }],
    ['https://t.me/+AbC_dEf', { kind: 'invite' }],
    ['https://t.me/alpha?boost', { kind: 'invite' }],
    ['https://t.me/addlist/abc', { kind: 'invite' }],
    ['https://t.me/alpha/99999999999999', { kind: 'channel', handle: 'alpha' }],
    ['@Alpha_News', { kind: 'handle', handle: 'Alpha_News' }],
    ['alpha_news', { kind: 'handle', handle: 'alpha_news', bare: true }],
    ['https://x.com/alpha/status/1', { kind: 'site', host: 'x.com', handle: 'alpha' }],
    ['https://www.example.com/a/b', { kind: 'site', host: 'example.com', article: true }],
    ['example.com', { kind: 'site', host: 'example.com', article: false }],
  ])('%s', (text, expected) => {
    expect(findAddresses(`see ${text}, please`)).toEqual([
      { from: 4, to: 4 + text.length, ...expected },
    ])
  })

  it.each(['write to desk@example.org', 'half past 3.30', 'no links here', '5@home'])(
    'finds no link in "%s"',
    (text) => {
      expect(findAddresses(text)).toEqual([])
    },
  )

  it('parts a handle from the link glued to it', () => {
    const found = findAddresses('@alphahttps://t.me/beta/2')
    expect(found.map(({ handle }) => handle)).toContain('alpha')
  })

  it('answers any text, in order and within it', () => {
    const piece = fc.constantFrom('@ab', 't.me/', 'https://', '.', '_', '/', 'c/1', '?', 'é', ' ')
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const { from, to } of findAddresses(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
