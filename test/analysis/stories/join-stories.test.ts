import { describe, expect, it } from 'vitest'
import type { RawPost } from '../../../src/model/signal.ts'
import { feed } from '../../helpers/feed.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 6, 3, 9, minute)).toISOString()

const smoke: RawPost = {
  channel: 'alpha',
  id: 1,
  at: at(0),
  text: 'Constanta port: smoke over the grain terminal on Pier 31, fire engines from Tulcea on their way.',
}
const crane: RawPost = {
  channel: 'beta',
  id: 1,
  at: at(10),
  text: 'Crane operator Ilinca Dumbrava is trapped. Divers of the coast guard are at work in the port.',
}
const both: RawPost = {
  channel: 'gamma',
  id: 1,
  at: at(20),
  text:
    'Constanta port fire: smoke over the grain terminal on Pier 31, ' +
    'crane operator Ilinca Dumbrava trapped, divers at work.',
}

describe('a signal that is much like posts of two stories', () => {
  it('makes one of them', async () => {
    const before = await feed({ posts: [smoke, crane] })
    expect(before.stories).toHaveLength(2)
    const after = await feed({ posts: [smoke, crane, both] })
    expect(after.stories.map(({ signals }) => signals)).toEqual([['alpha/1', 'beta/1', 'gamma/1']])
    expect(after.suggestions).toEqual([])
  })

  it('joins the likest and asks about the other where a post there is of its own channel', async () => {
    const own = { ...both, channel: 'beta', id: 2 }
    const { storyOf, suggestions } = await feed({ posts: [smoke, crane, own] })
    expect(storyOf('beta/2')).toBe(storyOf('alpha/1'))
    expect(storyOf('beta/1')).not.toBe(storyOf('alpha/1'))
    expect(suggestions.map(({ stories }) => stories)).toEqual([
      [storyOf('alpha/1'), storyOf('beta/1')],
    ])
  })
})
