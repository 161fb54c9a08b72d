import { describe, expect, test } from 'vitest'
import { type Branch, growLineage } from '../../../src/cli/views/lineage.ts'
import type { Link, LinkKind } from '../../../src/model/link.ts'
import { makeOrigin, makeStory, makeTold } from '../../helpers/make-story.ts'

const link = (from: string, to: string, kind: LinkKind = 'copy', score = 1): Link => ({
  from,
  to,
  kind,
  score,
  reason: 'A reason.',
})

const storyOf = (origins: Record<string, string[]>, ...keys: string[]) =>
  makeStory(
    keys.map((key) => makeTold(key, 'A report.')),
    { origins: Object.entries(origins).map(([origin, signals]) => makeOrigin(origin, signals)) },
  )

/** `a/1(b/1 c/1(d/1))`. */
const write = (branches: readonly Branch[]): string =>
  branches
    .map(({ signal, children }) =>
      children.length === 0 ? signal : `${signal}(${write(children)})`,
    )
    .join(' ')

const grown = (story: ReturnType<typeof storyOf>, ...links: Link[]) =>
  Object.fromEntries(
    growLineage(story, links).map(({ origin, children }) => [origin, write(children)]),
  )

describe('who took it from whom', () => {
  test('hangs each signal from what it derives from', () => {
    const story = storyOf({ 'ch:a': ['a/1', 'b/1', 'c/1', 'd/1'] }, 'a/1', 'b/1', 'c/1', 'd/1')
    const links = [link('b/1', 'a/1', 'forward'), link('c/1', 'a/1'), link('d/1', 'c/1')]
    expect(grown(story, ...links)).toEqual({ 'ch:a': 'a/1(b/1 c/1(d/1))' })
  })

  test('puts what an outlet or an owner said under it, and independent signals apart', () => {
    const story = storyOf(
      { 'out:reuters': ['a/1', 'b/1'], 'own:family': ['c/1', 'd/1'], 'ch:e': ['e/1'] },
      'a/1',
      'b/1',
      'c/1',
      'd/1',
      'e/1',
    )
    const links = [link('a/1', 'out:reuters', 'cite'), link('b/1', 'out:reuters', 'cite')]
    expect(grown(story, ...links)).toEqual({
      'out:reuters': 'a/1 b/1',
      'own:family': 'c/1 d/1',
      'ch:e': 'e/1',
    })
  })

  test('takes the link into the story, the surest one, and names the others', () => {
    const story = storyOf({ 'ch:a': ['a/1', 'b/1', 'c/1'] }, 'a/1', 'b/1', 'c/1')
    const links = [
      link('b/1', 'a/1'),
      link('c/1', 'out:reuters', 'cite', 1),
      link('c/1', 'a/1', 'copy', 0.6),
      link('c/1', 'b/1', 'copy', 0.9),
    ]
    expect(grown(story, ...links)).toEqual({ 'ch:a': 'a/1(b/1(c/1))' })
    const [root] = growLineage(story, links)
    const last = root?.children[0]?.children[0]?.children[0]
    expect(last?.also.map(({ to }) => to)).toEqual(['a/1', 'out:reuters'])
  })

  test('a variant derives from nothing', () => {
    const story = storyOf({ 'ch:a': ['a/1'], 'ch:b': ['b/1'] }, 'a/1', 'b/1')
    expect(grown(story, link('b/1', 'a/1', 'variant'))).toEqual({ 'ch:a': 'a/1', 'ch:b': 'b/1' })
  })

  test('signals that quote each other appear once each', () => {
    const story = storyOf({ 'ch:a': ['a/1', 'b/1'] }, 'a/1', 'b/1')
    const text = grown(story, link('a/1', 'b/1'), link('b/1', 'a/1'))['ch:a'] ?? ''
    expect([...text.matchAll(/\w\/1/g)].map(([key]) => key).sort()).toEqual(['a/1', 'b/1'])
  })

  test('what hangs from a post outside the story is not lost', () => {
    const story = storyOf({ 'ch:a': ['a/1'] }, 'a/1', 'b/1')
    expect(grown(story, link('b/1', 'z/9'))).toEqual({ 'ch:a': 'a/1', elsewhere: 'b/1' })
  })
})
