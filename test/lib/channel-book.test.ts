import { describe, expect, it } from 'vitest'
import type { ConfiguredChannel } from '../../src/lib/channel-book.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'

const configured = (overrides: Partial<ConfiguredChannel> = {}): ConfiguredChannel => ({
  id: 'AlphaNews',
  title: 'Alpha News',
  owner: 'alpha-group',
  outlet: false,
  aliases: ['Alpha'],
  languages: ['en'],
  reliability: 'B',
  nameable: true,
  telegramId: 123,
  ...overrides,
})

const unknown = {
  outlet: false,
  aliases: [],
  languages: [],
  reliability: 'F',
  nameable: false,
}

describe('a channel book', () => {
  it.each(['AlphaNews', 'alphanews', '@ALPHANEWS', 'tg123', 'TG123'])('knows %s', (name) => {
    const book = new ChannelBook([configured()])
    expect(book.canonical(name)).toBe('AlphaNews')
    expect(book.get(name)).toEqual(configured())
    expect(book.owner(name)).toBe('alpha-group')
    expect(book.has(name)).toBe(true)
  })

  it('answers for a channel nobody configured', () => {
    const book = new ChannelBook([configured()])
    expect(book.canonical('@Beta')).toBe('Beta')
    expect(book.canonical('tg99')).toBe('tg99')
    expect(book.canonical('name:Somebody')).toBe('name:Somebody')
    expect(book.get('Beta')).toEqual({ id: 'Beta', title: 'Beta', ...unknown })
    expect(book.owner('Beta')).toBeUndefined()
    expect(book.has('Beta')).toBe(false)
  })

  it('keeps the first spelling and the last title of a channel it meets', () => {
    const book = new ChannelBook([])
    expect(book.meet('BetaNews', 'Beta')).toBe('BetaNews')
    expect(book.meet('betanews')).toBe('BetaNews')
    expect(book.get('BETANEWS').title).toBe('Beta')
    expect(book.meet('betanews', 'Beta now')).toBe('BetaNews')
    expect(book.get('BetaNews')).toEqual({ id: 'BetaNews', title: 'Beta now', ...unknown })
  })

  it('lets no post rename a configured channel', () => {
    const book = new ChannelBook([configured()])
    expect(book.meet('tg123', 'Impostor')).toBe('AlphaNews')
    expect(book.get('AlphaNews').title).toBe('Alpha News')
  })

  it('spells a channel as its posts were stored', () => {
    const book = new ChannelBook([configured()], [{ channel: 'alphanews', title: 'x' }])
    expect(book.canonical('tg123')).toBe('alphanews')
    expect(book.get('AlphaNews')).toEqual({ ...configured(), id: 'alphanews' })
    expect(book.all()).toHaveLength(1)
  })

  it('leaves out what the configuration leaves out', () => {
    const bare = configured({ owner: undefined, telegramId: undefined })
    const channel = new ChannelBook([bare]).get('AlphaNews')
    expect(Object.keys(channel)).not.toContain('owner')
    expect(Object.keys(channel)).not.toContain('telegramId')
  })

  it('lists every name of its channels once', () => {
    const book = new ChannelBook([configured()], [{ channel: 'beta', title: 'beta' }])
    expect(book.names()).toEqual([
      { name: 'AlphaNews', channel: 'AlphaNews' },
      { name: 'Alpha News', channel: 'AlphaNews' },
      { name: 'Alpha', channel: 'AlphaNews' },
      { name: 'beta', channel: 'beta' },
    ])
  })
})
