import { describe, expect, it } from 'vitest'
import { readQuery, toMatch } from '../../src/store/search/search-query.ts'

const match = (typed: string) => toMatch(readQuery(typed))

describe('a query', () => {
  it.each([
    ['harbour fire', '("harbour") AND ("fire" *)'],
    ['fire* harbour x', '("fire" *) AND ("harbour") AND ("x")'],
    ['"harbour fire"', '("harbour fire")'],
    ['«пожар в порту» ночью', '("пожар в порту") AND ("ночью" *)'],
    ['“Harbour fire” night', '("harbour fire") AND ("night" *)'],
    ['F-16', '("f 16")'],
    ['killed 12', '("killed") AND ("12")'],
    ['12*', '("12" *)'],
    ['AND OR NOT NEAR(', '("and") AND ("or") AND ("not") AND ("near" *)'],
    ['п*', '("п")'],
    ['"unclosed', '("unclosed" *)'],
    ['* " ( ) ^ : {}', ''],
    ['', ''],
  ])('%j is %j', (typed, expected) => {
    expect(match(typed)).toBe(expected)
  })

  it('takes the quotation mark inside a Hebrew acronym for a letter', () => {
    expect(readQuery('דובר צה"ל הודיע')[1]?.choices[0]).toEqual(['צהל'])
  })

  it('tries what Hebrew and Arabic write to the word', () => {
    const hebrew = readQuery('מלחמה')[0]?.choices.flat()
    const arabic = readQuery('الرئيس')[0]?.choices.flat()
    expect(hebrew).toEqual(expect.arrayContaining(['מלחמה', 'המלחמה', 'ומלחמה', 'במלחמה']))
    expect(arabic).toContain('رييس')
    expect(arabic).toContain('والرييس')
    expect(readQuery('война')[0]?.choices).toEqual([['война']])
  })

  it('is cut where it is absurdly long', () => {
    expect(readQuery('word '.repeat(10_000))).toHaveLength(32)
  })
})
