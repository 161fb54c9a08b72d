import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptNumbers, PostingIndex } from '../../../src/analysis/copies/posting-index.ts'

const listed = (index: PostingIndex, hash: number) => {
  const found: number[] = []
  index.each(hash, (document) => found.push(document) > 0)
  return found
}

describe('PostingIndex', () => {
  it('answers what a map of lists would, newest first, however it grows', () => {
    const postings = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(1000)), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(postings, (added) => {
        const index = new PostingIndex()
        const expected = new Map<number, number[]>()
        for (const [hash, document] of added) {
          index.add(hash, document)
          expected.set(hash, [document, ...(expected.get(hash) ?? [])])
        }
        for (const [hash, documents] of expected) {
          expect(listed(index, hash)).toEqual(documents)
          expect(index.count(hash)).toBe(documents.length)
        }
      }),
    )
  })

  it('outgrows its first tables', () => {
    const index = new PostingIndex()
    for (let hash = 1; hash <= 20_000; hash++) index.add(hash * 4096, hash)
    expect(listed(index, 4096 * 20_000)).toEqual([20_000])
    expect(listed(index, 7)).toEqual([])
    expect(index.count(7)).toBe(0)
  })

  it('stops when it is told to', () => {
    const index = new PostingIndex()
    for (let document = 0; document < 5; document++) index.add(9, document)
    const found: number[] = []
    index.each(9, (document) => found.push(document) < 2)
    expect(found).toEqual([4, 3])
  })

  it('keeps the order of the documents that stay when others leave', () => {
    const index = new PostingIndex()
    for (let document = 0; document < 20_000; document++) index.add(1 + (document % 7), document)
    index.renumber(keptNumbers(Array.from({ length: 20_000 }, (_, document) => document >= 19_990)))
    // 19,990 is 5 more than a multiple of 7.
    expect(listed(index, 6)).toEqual([7, 0])
    expect(index.count(6)).toBe(2)
    index.add(6, 10)
    expect(listed(index, 6)).toEqual([10, 7, 0])
  })
})
