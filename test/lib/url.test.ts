import { describe, expect, it } from 'vitest'
import { isPrivateHost, readTelegramAddress, redactUrl } from '../../src/lib/url.ts'

describe('readTelegramAddress', () => {
  it.each([
    ['https://t.me/durov/525', { channel: 'durov', id: 525 }],
    ['http://telegram.me/durov/525?single', { channel: 'durov', id: 525 }],
    ['t.me/durov', { channel: 'durov' }],
    ['/durov/5?single', { channel: 'durov', id: 5 }],
    ['https://t.me/s/durov/7', { channel: 'durov', id: 7 }],
    ['https://t.me/c/123/45', { channel: 'tg123', id: 45 }],
    ['https://t.me/c/123/9/45', { channel: 'tg123', id: 45 }],
    ['https://t.me/durov/0', { channel: 'durov' }],
  ])('finds the channel and post of %s', (address, found) => {
    expect(readTelegramAddress(address)).toEqual(found)
  })

  it.each([
    'https://t.me/+AbCdEf',
    'https://t.me/joinchat/AbCdEf',
    'https://t.me/share/url?url=x',
    'https://t.me/c/abc/1',
    'https://example.com/durov/525',
    'https://t.me.example.com/durov/525',
    'tg://resolve?domain=durov',
    'javascript:alert(1)',
    '?q=%23tag',
    'https://[broken',
    '',
  ])('finds no channel in %j', (address) => {
    expect(readTelegramAddress(address)).toBeUndefined()
  })
})

describe('redactUrl', () => {
  it.each([
    ['https://user:pass@host.org/feed?key=1', 'https://host.org/feed?…'],
    ['https://api.telegram.org/bot12:AbC/getMe', 'https://api.telegram.org/bot…/getMe'],
    ['nonsense', 'an address that is not a URL'],
  ])('writes %s as %s', (address, written) => {
    expect(redactUrl(address)).toBe(written)
  })
})

describe('isPrivateHost', () => {
  it.each(['localhost', '127.0.0.1', '10.2.3.4', '192.168.0.1', '169.254.169.254', '[::1]'])(
    'takes %s for private',
    (host) => {
      expect(isPrivateHost(host)).toBe(true)
    },
  )
  it.each(['t.me', '8.8.8.8', '172.32.0.1', 'localhost.example.com', '[2001:db8::1]'])(
    'takes %s for public',
    (host) => {
      expect(isPrivateHost(host)).toBe(false)
    },
  )
})
