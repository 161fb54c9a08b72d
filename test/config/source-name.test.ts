import { expect, test } from 'vitest'
import { inUse } from '../../src/config/source-name.ts'
import type { ChannelConfig } from '../../src/config/schema.ts'

const channel = (id: string, kind: string, enabled = true) =>
  ({ id, enabled, source: { kind } }) as ChannelConfig

test('a source is in use while an enabled channel of the config is read by it', () => {
  const channels = [
    channel('alpha', 'telegram-preview'),
    channel('beta', 'telegram-preview', false),
    channel('gamma', 'feed'),
    channel('delta', 'telegram-bot'),
  ]
  const states = [
    'feed:alpha',
    'feed:gamma',
    'file:/archive/result.json',
    'preview:alpha',
    'preview:beta',
    'preview:left',
    'telegram-bot',
  ].map((source) => ({ source }))
  expect(inUse(states, { channels }).map(({ source }) => source)).toEqual([
    'feed:gamma',
    'file:/archive/result.json',
    'preview:alpha',
    'telegram-bot',
  ])
})
