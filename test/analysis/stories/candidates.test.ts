import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CandidateIndex, type TermedSignal } from '../../../src/analysis/stories/candidates.ts'
import { TermWeights } from '../../../src/analysis/text/term-weights.ts'

const hourMs = 3_600_000
const spanHours = 36

/** An index of signals, in the order they came; each with the words and the hour it was posted at. */
function indexOf(signals: readonly { key: string; words: string; hour: number }[]) {
  const weights = new TermWeights()
  const index = new CandidateIndex()
  const reads = signals.map(({ key, words, hour }) => termed(weights, key, words, hour))
  for (const read of reads) {
    weights.add(read.terms)
    index.add(read, weights)
  }
  return {
    index,
    weights,
    find: (words: string, hour: number, key = 'new/1') =>
      index.find(termed(weights, key, words, hour), weights, spanHours),
  }
}

function termed(weights: TermWeights, key: string, words: string, hour: number): TermedSignal {
  const terms = [...new Set(words.split(' '))].map((label) => ({
    kind: 'stem' as const,
    hash: Number.parseInt(label, 36),
    label,
  }))
  return { signal: { key }, atMs: hour * hourMs, terms: weights.intern(terms) }
}

describe('candidates', () => {
  it('come with most weight in common first', () => {
    const { find } = indexOf([
      { key: 'a/1', words: 'drone oil', hour: 1 },
      { key: 'a/2', words: 'drone oil depot', hour: 2 },
      { key: 'a/3', words: 'talks in paris', hour: 3 },
    ])
    expect(find('drone hits oil depot', 4)).toEqual(['a/2', 'a/1'])
  })

  it('are no further away than the span, before or after', () => {
    const { find } = indexOf([
      { key: 'a/1', words: 'drone', hour: 0 },
      { key: 'a/2', words: 'drone', hour: 14 },
      { key: 'a/3', words: 'drone', hour: 86 },
      { key: 'a/4', words: 'drone', hour: 87 },
    ])
    expect(find('drone', 50)).toEqual(['a/2', 'a/3'])
  })

  it('are found where old posts came after new ones', () => {
    const { find } = indexOf([
      { key: 'a/2', words: 'drone', hour: 100 },
      { key: 'a/1', words: 'drone', hour: 1 },
    ])
    expect(find('drone', 101)).toEqual(['a/2'])
    expect(find('drone', 2)).toEqual(['a/1'])
  })

  it('leave out the signal itself, and name one with two versions once', () => {
    const { find } = indexOf([
      { key: 'a/1', words: 'drone depot', hour: 1 },
      { key: 'b/1', words: 'drone', hour: 1 },
      { key: 'b/1', words: 'drone depot', hour: 1 },
    ])
    expect(find('drone depot', 2, 'a/1')).toEqual(['b/1'])
  })

  it('are found by what they share, however many words the signal has that no other has', () => {
    const rare = (kind: string) => Array.from({ length: 40 }, (_, at) => `${kind}${at}`).join(' ')
    const own = rare('own')
    const { find, index, weights } = indexOf([
      { key: 'a/1', words: 'drone depot', hour: 1 },
      { key: 'b/1', words: `drone ${own}`, hour: 2 },
    ])
    expect(find(`depot ${rare('new')}`, 3)).toEqual(['a/1'])
    const known = termed(weights, 'b/1', `drone ${own}`, 2)
    expect(index.find(known, weights, spanHours)).toEqual(['a/1'])
  })

  it('are sought again once there is one more', () => {
    const { index, weights } = indexOf([{ key: 'a/1', words: 'drone', hour: 1 }])
    const read = termed(weights, 'new/1', 'drone', 2)
    expect(index.find(read, weights, spanHours)).toEqual(['a/1'])
    index.add(termed(weights, 'a/2', 'drone', 2), weights)
    expect(index.find(read, weights, spanHours)).toEqual(['a/1', 'a/2'])
  })

  it('are the thirty that sorting all by their weight in common puts first', () => {
    const word = fc.constantFrom('drone', 'oil', 'depot', 'fire', 'talks')
    const post = fc.record({
      key: fc.integer({ min: 0, max: 60 }).map((id) => `a/${id}`),
      words: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      hour: fc.integer({ min: 0, max: 80 }),
    })
    fc.assert(
      fc.property(fc.array(post, { maxLength: 120 }), (posts) => {
        const { find, weights } = indexOf(posts)
        const said = 'drone oil depot'
        const sought = Array.from(termed(weights, 'new/1', said, 40).terms)
        const scored = posts
          .filter(({ hour }) => Math.abs(hour - 40) <= spanHours)
          .map(({ key, words }) => {
            const own = new Set(words.split(' '))
            const shared = sought.filter(
              (term) => own.has(weights.labelOf(term)) && !weights.isCommon(term),
            )
            return { key, score: shared.reduce((sum, term) => sum + weights.weightOf(term), 0) }
          })
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score)
        const scores = new Map(scored.map(({ key, score }) => [key, score]).reverse() as [])
        const best = [...new Set(scored.map(({ key }) => key))].slice(0, 30)
        const found = find(said, 40)
        expect(found.map((key) => scores.get(key as never))).toEqual(
          best.map((key) => scores.get(key as never)),
        )
      }),
    )
  })
})
