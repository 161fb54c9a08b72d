import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersOf } from '../../../src/analysis/text/letter-grams.ts'
import { LetterWeights } from '../../../src/analysis/text/letter-weights.ts'
import { words } from '../../../src/lib/text.ts'

const read = (text: string) => lettersOf(words(text))

function weighing(...texts: readonly string[]): LetterWeights {
  const weights = new LetterWeights()
  for (const text of texts) weights.add(read(text))
  return weights
}

describe('likeness of letters', () => {
  const { likeness } = {
    likeness: (a: string, b: string) => weighing(a, b).likeness(read(a), read(b)),
  }

  it('is whole for the same words in any order, and none for others', () => {
    expect(likeness('harbour fire tonight', 'tonight fire harbour')).toBeCloseTo(1, 6)
    expect(likeness('harbour fire tonight', 'школа зачинена')).toBe(0)
  })

  it('outlives inflection that no stemmer knows', () => {
    expect(likeness('бензовозы загорелись', 'бензовоз загорелся')).toBeGreaterThan(0.5)
  })

  it('counts what few texts have for more', () => {
    const weights = weighing(...Array.from({ length: 20 }, (_, n) => `police said ${n}`), 'ammonia')
    const rare = weights.likeness(read('police ammonia'), read('ammonia school'))
    const common = weights.likeness(read('police ammonia'), read('police school'))
    expect(rare).toBeGreaterThan(common)
  })

  it('lies between 0 and 1 and does not depend on the order, for any two texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const weights = weighing(a, b)
        const value = weights.likeness(read(a), read(b))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-9)
        expect(weights.likeness(read(b), read(a))).toBeCloseTo(value, 9)
      }),
    )
  })

  it('looks at the lead of a long text', () => {
    const lead = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
    expect(read(`${lead} background`)).toEqual(read(lead))
  })
})
