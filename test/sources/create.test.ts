import { describe, expect, it } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { createSource } from '../../src/sources/create.ts'
import { readers } from '../../src/sources/readers.ts'

const config = configSchema.parse({
  desk: { name: 'Desk', byline: 'The Desk', accountability: 'Policy.' },
  channels: [
    { id: 'bot-channel', title: 'A', source: { kind: 'telegram-bot' } },
    { id: 'plain', title: 'B', source: { kind: 'telegram-preview' } },
    { id: 'renamed', title: 'C', source: { kind: 'telegram-preview', address: 'public_name' } },
    { id: 'gazette', title: 'D', source: { kind: 'feed', address: 'https://quay.example/rss' } },
    { id: 'one', title: 'E', source: { kind: 'file', address: '/data/shared.jsonl' } },
    { id: 'two', title: 'F', source: { kind: 'file', address: '/data/shared.jsonl' } },
    { id: 'alone', title: 'G', source: { kind: 'file', address: '/data/alone.jsonl' } },
  ],
})

describe('createSource', () => {
  it('names the source of every kind, one for all channels of a file, none for the bot', () => {
    expect(config.channels.map((channel) => createSource(channel, config)?.name)).toEqual([
      undefined,
      'preview:plain',
      'preview:renamed',
      'feed:gazette',
      'file:/data/shared.jsonl',
      'file:/data/shared.jsonl',
      'file:/data/alone.jsonl',
    ])
  })
})

describe('readers', () => {
  it('answers every kind of payload with a reading, whatever the body', () => {
    for (const [kind, reader] of Object.entries(readers)) {
      const payload = {
        source: 'x',
        kind: kind as keyof typeof readers,
        receivedAt: '',
        body: '{}',
      }
      const { posts, rejected, ignored } = reader(payload)
      expect(posts).toEqual([])
      expect(rejected.length + ignored, kind).toBeGreaterThan(0)
    }
  })
})
