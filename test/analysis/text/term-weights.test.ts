import { describe, expect, it } from 'vitest'
import { hashText } from '../../../src/analysis/text/hash.ts'
import { meet, shareOf } from '../../../src/analysis/stories/meeting.ts'
import { scorePair } from '../../../src/analysis/stories/story-score.ts'
import { TermWeights } from '../../../src/analysis/text/term-weights.ts'
import { type Term, type TermKind } from '../../../src/analysis/text/terms.ts'

const term = (label: string, kind: TermKind = 'stem'): Term => ({
  kind,
  hash: hashText(`${kind}:${label}`),
  label,
})
const stems = (words: string) => words.split(' ').map((label) => term(label))

describe('term weights', () => {
  it('know a term again by its hash, and what it is', () => {
    const weights = new TermWeights()
    const [drone = -1, odesa = -1] = weights.intern([term('drone'), term('Odesa', 'place')])
    expect(Array.from(weights.intern([term('Odesa', 'place'), term('drone')]))).toEqual([
      odesa,
      drone,
    ])
    expect(weights.labelOf(odesa)).toBe('Odesa')
    expect(weights.kindOf(odesa)).toBe('place')
    expect(weights.hashOf(drone)).toBe(term('drone').hash)
  })

  it('take back terms as they were stored', () => {
    const weights = new TermWeights()
    const terms = [term('drone'), term('Odesa', 'place'), term('14', 'figure')]
    const hashes = Uint32Array.from(terms, ({ hash }) => hash)
    const ids = weights.internStored(hashes, Uint8Array.of(0, 0x81, 2), 'drone\nOdesa\n14')
    expect(ids).toEqual(weights.intern(terms))
    expect(Array.from(ids, (id) => weights.kindOf(id))).toEqual(['stem', 'place', 'figure'])
    expect(Array.from(ids, (id) => weights.labelOf(id))).toEqual(['drone', 'Odesa', '14'])
  })

  it('make a term lighter the more texts have it', () => {
    const weights = new TermWeights()
    const [drone = -1, talks = -1] = weights.intern(stems('drone talks'))
    for (const words of ['drone', 'drone talks', 'drone']) weights.add(weights.intern(stems(words)))
    expect(weights.weightOf(drone)).toBeLessThan(weights.weightOf(talks))
  })

  it('forget rare terms of no signal at hand, and give their numbers to others', () => {
    const weights = new TermWeights()
    const kept = weights.intern(stems('drone depot'))
    const gone = weights.intern(stems('misspeling'))
    const common = weights.intern(stems('talks'))
    weights.add(kept)
    weights.add(gone)
    for (let text = 0; text < 4; text++) weights.add(common)
    const weight = weights.weightOf(common[0] ?? -1)
    weights.forgetRare([{ terms: kept }])
    expect(weights.intern(stems('drone depot'))).toEqual(kept)
    expect(weights.intern(stems('talks'))).toEqual(common)
    expect(weights.weightOf(common[0] ?? -1)).toBe(weight)
    expect(weights.intern(stems('another'))).toEqual(gone)
    expect(weights.labelOf(gone[0] ?? -1)).toBe('another')
    expect(weights.intern(stems('misspeling'))).not.toEqual(gone)
  })

  it('forget what a few of very many texts had, so that they do not grow with every text', () => {
    const weights = new TermWeights()
    const [once = -1, often = -1] = weights.intern(stems('depot talks'))
    for (let text = 0; text < 200_000; text += 1) {
      weights.add(Uint32Array.from(text < 5 ? [once, often] : text < 50 ? [often] : []))
    }
    weights.forgetRare([])
    expect(weights.labelOf(once)).toBe('')
    expect(weights.labelOf(often)).toBe('talks')
  })
})

describe('two texts that meet', () => {
  it('share as much as scoring them says', () => {
    const weights = new TermWeights()
    const [first, second, other] = ['drone hits depot', 'depot hit by drone', 'talks in paris'].map(
      (words) => ({ terms: weights.intern([...stems(words), term('Odesa', 'place')]) }),
    )
    if (first === undefined || second === undefined || other === undefined) throw new Error('none')
    for (const { terms } of [first, second, other]) weights.add(terms)
    const meeting = meet(first, second, weights)
    expect(shareOf(meeting, false)).toBeCloseTo(scorePair(first, second, weights).score, 12)
    expect(meeting.telling).toBe(3)
    expect(shareOf(meeting, true)).toBeCloseTo(1, 12)
    expect(meet(first, other, weights).common.stems).toBe(0)
  })
})
