import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Version } from '../../src/store/signals/revise.ts'
import { firstVersions, laterVersions } from '../../src/store/signals/revise.ts'
import { makePost } from '../helpers/make-post.ts'

const at = (minute: number) => `2026-03-04T02:${String(minute).padStart(2, '0')}:00Z`
const version = (minute: number, text: string): Version => ({ at: at(minute), text })

describe('the versions of a new post', () => {
  it('are its text and each edit that changed it', () => {
    const edits = [version(1, 'a'), version(2, 'b'), version(3, 'b')]
    const versions = firstVersions(makePost({ at: at(0), text: 'a', edits }))
    expect(versions).toEqual([version(0, 'a'), version(2, 'b')])
  })

  it('are in the order of their times, none before the post', () => {
    const edits = [version(9, 'c'), version(2, 'b')]
    const versions = firstVersions(makePost({ at: at(5), text: 'a', edits }))
    expect(versions).toEqual([version(5, 'a'), version(5, 'b'), version(9, 'c')])
  })

  it('start at the edit where only an edited text is known', () => {
    const versions = firstVersions(makePost({ at: at(0), text: 'b', editedAt: at(7) }))
    expect(versions).toEqual([version(7, 'b')])
  })
})

const seenAt = at(30)
const once = [version(0, 'a')]
const twice = [version(0, 'a'), version(10, 'b')]
type Case = [string, readonly Version[], Parameters<typeof laterVersions>[1], readonly Version[]]

const cases: Case[] = [
  ['the same text is nothing new', once, { text: 'a' }, []],
  ['another text is an edit seen now', once, { text: 'b' }, [version(30, 'b')]],
  ['a dated edit keeps its date', once, { text: 'b', editedAt: at(9) }, [version(9, 'b')]],
  ['the original read again is nothing new', twice, { text: 'a' }, []],
  ['the original dated before the edit is nothing new', twice, { text: 'a', editedAt: at(5) }, []],
  [
    'going back to the original, dated later, is an edit',
    twice,
    { text: 'a', editedAt: at(12) },
    [version(12, 'a')],
  ],
  [
    'an unknown text dated before the standing one is too late',
    twice,
    { text: 'x', editedAt: at(5) },
    [],
  ],
  [
    'two edits in one second both count',
    twice,
    { text: 'c', editedAt: at(10) },
    [version(10, 'c')],
  ],
  [
    'a list of edits adds those not known',
    twice,
    { text: 'a', edits: [version(10, 'b'), version(11, 'c')] },
    [version(11, 'c')],
  ],
  [
    'an original never seen is left out where a later text stands',
    [version(0, 'b')],
    { text: 'a', edits: [version(3, 'b')] },
    [],
  ],
]

describe('the versions that a post adds', () => {
  it.each(cases)('%s', (_, known, post, expected) => {
    expect(laterVersions(known, post, seenAt)).toEqual(expected)
  })

  it('an undated text from before the last edit is too late', () => {
    expect(laterVersions(twice, { text: 'x' }, at(9))).toEqual([])
  })

  it('counts an edit seen by a clock that is behind the platform', () => {
    expect(laterVersions([version(10, 'a')], { text: 'b' }, at(9))).toEqual([version(9, 'b')])
  })

  it('twice is once, whatever the post', () => {
    const minutes = fc.integer({ min: 0, max: 59 })
    const edits = fc.array(fc.record({ at: minutes.map(at), text: fc.constantFrom('a', 'b', 'c') }))
    const post = fc.record(
      { text: fc.constantFrom('a', 'b', 'c', 'd'), edits, editedAt: minutes.map(at) },
      { requiredKeys: ['text'] },
    )
    fc.assert(
      fc.property(fc.array(post, { maxLength: 4 }), post, (earlier, last) => {
        const add = (known: readonly Version[], next: typeof last) =>
          known.concat(laterVersions(known, next, seenAt))
        const before = earlier.reduce<readonly Version[]>(add, once)
        const after = add(before, last)
        expect(add(after, last)).toEqual(after)
      }),
    )
  })
})
