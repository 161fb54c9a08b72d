import { describe, expect, it } from 'vitest'
import { StoryBook } from '../../../src/analysis/stories/story-book.ts'
import { makeStory } from '../../helpers/make-story.ts'

describe('StoryBook', () => {
  it('numbers stories on, and gives a founding signal the number it had', () => {
    const book = new StoryBook(20)
    book.learnFounders(new Map([['alpha/1', 7]]))
    expect(book.found('alpha/1')).toBe(7)
    expect(book.found('beta/1')).toBe(20)
    expect(book.found('gamma/1')).toBe(21)
  })

  it('merges into the lowest number and says so once', () => {
    const book = new StoryBook(1)
    const stories = ['alpha/1', 'beta/1', 'gamma/1'].map((key) => book.found(key))
    expect(book.merge([...stories].reverse())).toBe(1)
    expect(book.signalsOf(1)).toEqual(expect.arrayContaining(['alpha/1', 'beta/1', 'gamma/1']))
    expect(book.storyOf('gamma/1')).toBe(1)
    expect(book.current(3)).toBe(1)
    expect(book.takeMerged()).toEqual([
      { from: 2, into: 1 },
      { from: 3, into: 1 },
    ])
    expect(book.takeMerged()).toEqual([])
  })

  it('keeps no merge beyond its telling', () => {
    const book = new StoryBook(1)
    for (const key of ['alpha/1', 'beta/1']) book.found(key)
    book.merge([1, 2])
    expect(book.current(2)).toBe(1)
    book.takeMerged()
    expect(book.current(2)).toBe(2)
  })

  it('enters a judgement in the history only when sourcing or origins changed', () => {
    const book = new StoryBook(1)
    const story = makeStory([], { story: 1, sourcing: 'single-source' })
    expect(book.record(story, 'first')).toMatchObject({ at: 'first', sourcing: 'single-source' })
    expect(book.record({ ...story, headline: 'Other words' }, 'second')).toBeUndefined()
    expect(book.record({ ...story, sourcing: 'echoed' }, 'third')).toMatchObject({ at: 'third' })
  })

  it('goes on after the stories that were stored', () => {
    const book = new StoryBook(1)
    book.restore(makeStory([], { story: 41, signals: ['alpha/1'] }))
    expect(book.storyOf('alpha/1')).toBe(41)
    expect(book.found('beta/1')).toBe(42)
  })

  it('forgets a story with its last signal, and the number that the signal founded', () => {
    const book = new StoryBook(1)
    book.learnFounders(new Map([['alpha/1', 7]]))
    expect(book.found('alpha/1')).toBe(7)
    book.forget('alpha/1')
    expect(book.storyOf('alpha/1')).toBeUndefined()
    expect(book.sizeOf(7)).toBe(0)
    expect(book.found('alpha/1')).toBe(1)
  })
})
