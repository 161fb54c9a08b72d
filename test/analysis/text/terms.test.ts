import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/analysis/text/normalise.ts'
import { headNamesOf, termsOf } from '../../../src/analysis/text/terms.ts'

/** The words of the text that are among the names of its headline, by their stems. */
function headNames(text: string): string[] {
  const normal = normalise(text)
  const names = headNamesOf(text, normal.words)
  const none = { places: [], concepts: [], numbers: [] }
  return termsOf(text, normal, none)
    .filter(({ hash }) => names.about.has(hash))
    .map(({ label }) => label)
}

describe('the names of a headline', () => {
  it('are its words with a capital, and the one that it opens with', () => {
    expect(headNames('Divers from Odesa search the wreck\n\nThe Navy waits.')).toEqual([
      'diver',
      'odes',
    ])
  })

  it('are its first three words where letters have no capitals', () => {
    expect(headNames('חיל הים סורק את שרידי הספינה\n\nהחיפושים נמשכים')).toHaveLength(3)
  })

  it('are none in a line of small letters', () => {
    expect(headNames('divers search the wreck\n\nThe Navy waits.')).toEqual([])
  })
})
