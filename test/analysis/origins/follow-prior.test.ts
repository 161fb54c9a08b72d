import { describe, expect, it } from 'vitest'
import type { RawPost } from '../../../src/model/signal.ts'
import { feed } from '../../helpers/feed.ts'

const minute = (minutes: number) => new Date(Date.UTC(2026, 6, 3, 9, minutes)).toISOString()

/** Words that no dictionary holds, others for each seed. */
function wordsOf(seed: number, count: number): string[] {
  let state = seed * 2654435761
  const syllable = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 'bdfgklmnprst'.charAt((state >>> 8) % 12) + 'aeiou'.charAt((state >>> 16) % 5)
  }
  return Array.from({ length: count }, () => syllable() + syllable() + syllable())
}

/** Posts of alpha, each of which the follower carries word for word three minutes later. */
const habit = (follower: string): RawPost[] =>
  Array.from({ length: 40 }, (_, index) => {
    const text = `${wordsOf(index + 1, 18).join(' ')}.`
    return [
      { channel: 'alpha', id: index + 1, at: minute(index * 10), text },
      { channel: follower, id: index + 1, at: minute(index * 10 + 3), text },
    ]
  }).flat()

const told = wordsOf(77, 20)
/** Two thirds of the words again in another order: too little for two strangers, enough for one who always copies. */
const retold = [...told.slice(0, 14).reverse(), ...wordsOf(78, 5)]

const claim = (channel: string): RawPost[] => [
  { channel: 'alpha', id: 90, at: minute(600), text: `${told.join(' ')}.` },
  { channel, id: 91, at: minute(605), text: `${retold.join(' ')}.` },
]

const linkOf = async (posts: RawPost[], from: string) =>
  (await feed({ posts })).links.find((link) => link.from === from)

describe('a rewording that strangers may have come to by themselves', () => {
  it('is a copy by a channel that copies the other all the time, and says how often', async () => {
    const link = await linkOf([...habit('beta'), ...claim('beta')], 'beta/91')
    expect(link).toMatchObject({ kind: 'copy', to: 'alpha/90' })
    expect(link?.score).toBeLessThan(0.7)
    expect(link?.reason).toMatch(/beta copied alpha in \d+ of its last \d+ posts, in 3 minutes/)
  })

  it('is none by a channel that never copied it', async () => {
    expect(await linkOf([...habit('beta'), ...claim('gamma')], 'gamma/91')).toBeUndefined()
  })
})
