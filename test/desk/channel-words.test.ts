import { expect, it } from 'vitest'
import { describeChannelEvent } from '../../src/desk/notices/channel-words.ts'
import type { ChannelEventDetail, ChannelEventKind } from '../../src/model/channel-event.ts'

const words = (kind: ChannelEventKind, detail: ChannelEventDetail = {}) =>
  describeChannelEvent({ kind, channel: 'alpha', detail }, 'Asia/Jerusalem')

it('names both names of a channel that moved, and where its posts stay', () => {
  expect(words('moved', { now: 'alpha_new', was: 'alpha' })).toMatch(
    /@alpha_new now, and was @alpha\. .*kept as alpha/,
  )
})

it('tells a channel from another that took its name, by the numeric ids where they are known', () => {
  const replaced = words('replaced', { idNow: 22, idWas: 11, successor: 'tg22' })
  expect(replaced).toContain('Telegram id 22, not 11')
  expect(replaced).toContain('kept apart, as tg22')
  expect(words('replaced', { successor: 'tg22' })).not.toContain('Telegram id')
})

it('tells since when a channel is silent, by the desk’s clock, and what is usual for it', () => {
  const lastAt = '2026-07-03T21:30:00Z'
  expect(words('silent', { lastAt, usualMinutes: 20 })).toMatch(/since Jul.* 4, 00:30; .*20 min/)
  expect(words('silent', { lastAt, usualMinutes: 300 })).toMatch(/shorter than 5 h/)
  expect(words('silent', { lastAt, usualMinutes: 0.2 })).toMatch(/shorter than 1 min/)
})

it('tells a closed channel from one that is gone', () => {
  expect(words('private')).toContain('went private')
  expect(words('gone')).toContain('No channel has its name')
})

it('says of a new title what it was', () => {
  expect(words('retitled', { now: 'Beta', was: 'Alpha' })).toContain('“Beta” now, and was “Alpha”')
})
