import { describe, expect, it } from 'vitest'
import {
  describeFollowing,
  FollowBook,
  type Following,
} from '../../../src/analysis/origins/follow-book.ts'
import { takenBy } from '../../../src/analysis/origins/follow-links.ts'
import { easingOf, isHabit } from '../../../src/analysis/origins/follow-prior.ts'
import type { Link } from '../../../src/model/link.ts'
import { makeSignal } from '../../helpers/make-signal.ts'

const minuteMs = 60_000

/** A book in which beta posted so often, and copied alpha in every `every`th post after so many minutes. */
function bookOf({ posts = 60, every = 3, minutes = 6, window = 120 } = {}): FollowBook {
  const book = new FollowBook(window)
  for (let id = 1; id <= posts; id++) {
    const taken = id % every === 0 ? [{ channel: 'alpha', gapMs: minutes * minuteMs }] : []
    book.learn(`beta/${id}`, 'beta', id * minuteMs, taken)
  }
  return book
}

describe('who copies whom', () => {
  it('is told by share and by the median of the times between', () => {
    expect(bookOf().of('beta', 'alpha')).toEqual({ copied: 20, posts: 60, medianMinutes: 6 })
    expect(bookOf().of('alpha', 'beta')).toBeUndefined()
  })

  it('is told of the last posts only', () => {
    const book = bookOf({ posts: 100, every: 2, window: 50 })
    expect(book.of('beta', 'alpha')).toMatchObject({ copied: 25, posts: 50 })
    book.learn('beta/1', 'beta', minuteMs, [{ channel: 'alpha', gapMs: 0 }])
    expect(book.of('beta', 'alpha')).toMatchObject({ copied: 25, posts: 50 })
  })

  it('forgets a copy that is judged otherwise later', () => {
    const book = bookOf({ posts: 60, every: 12 })
    book.learn('beta/12', 'beta', 12 * minuteMs, [])
    expect(book.of('beta', 'alpha')).toMatchObject({ copied: 4 })
  })

  it('is not told of few posts or few copies', () => {
    expect(bookOf({ posts: 29, every: 2 }).of('beta', 'alpha')).toBeUndefined()
    expect(bookOf({ posts: 60, every: 20 }).of('beta', 'alpha')).toBeUndefined()
  })

  it('puts the most copied first', () => {
    const book = bookOf()
    for (let id = 61; id <= 65; id++)
      book.learn(`beta/${id}`, 'beta', id * minuteMs, [{ channel: 'gamma', gapMs: undefined }])
    expect(book.sourcesOf('beta').map(({ source }) => source)).toEqual(['alpha', 'gamma'])
    expect(book.of('beta', 'gamma')?.medianMinutes).toBeUndefined()
  })

  it.each([
    [0.5, '30 seconds'],
    [6, '6 minutes'],
    [120, '2 hours'],
    [3 * 24 * 60, '3 days'],
  ])('is worded with the time between: %s minutes', (medianMinutes, said) => {
    expect(describeFollowing('beta', 'alpha', { copied: 41, posts: 120, medianMinutes })).toBe(
      `beta copied alpha in 41 of its last 120 posts, in ${said} at the median`,
    )
  })
})

describe('the links it is learned from', () => {
  const at = makeSignal({ channel: 'beta', id: 2 })
  const link = (more: Partial<Link>): Link => ({
    from: at.key,
    to: 'alpha/1',
    kind: 'copy',
    score: 1,
    reason: '',
    ...more,
  })
  const source = { atMs: 1000 }
  const signals = new Map([['alpha/1', source]])

  it('are sure copies of other channels; what rests on the habit does not confirm it', () => {
    const links = [
      link({}),
      link({ to: 'gamma/1', score: 0.6 }),
      link({ to: 'delta/1', kind: 'cite' }),
      link({ to: 'beta/1' }),
      link({ to: 'ch:outside' }),
    ]
    expect(takenBy({ channel: 'beta', atMs: 4000 }, links, signals)).toEqual([
      { channel: 'alpha', gapMs: 3000 },
      { channel: 'outside', gapMs: undefined },
    ])
  })
})

describe('the prior', () => {
  const following = (copied: number, posts = 120): Following => ({
    copied,
    posts,
    medianMinutes: 6,
  })

  it('asks less likeness the more was copied, and never more than without it', () => {
    const easings = [undefined, following(4), following(12), following(41), following(120)].map(
      easingOf,
    )
    expect(easings).toEqual([...easings].sort((a, b) => a - b))
    expect(easings[0]).toBe(0)
    expect(Math.max(...easings)).toBeLessThanOrEqual(0.15)
    expect(easingOf(following(41))).toBeGreaterThan(0.1)
  })

  it('trusts a share of many posts more than the same of few', () => {
    expect(easingOf(following(12, 120))).toBeGreaterThan(easingOf(following(4, 40)))
    expect(isHabit(following(20, 120))).toBe(true)
    expect(isHabit(following(4, 30))).toBe(false)
  })
})
