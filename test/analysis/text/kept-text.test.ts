import { describe, expect, it } from 'vitest'
import { KeptText, UnreadText } from '../../../src/analysis/text/kept-text.ts'
import { normalise, withoutLines } from '../../../src/analysis/text/normalise.ts'

const text = 'Alpha News\nA drone hit a depot in Odesa\nAlpha News\n14 wounded\nAlpha News'

describe('KeptText', () => {
  it('reads again what it did not keep', () => {
    const whole = normalise(text)
    const kept = new KeptText(text, whole)
    expect(kept.words).toEqual(whole.words)
    expect(kept.lines).toEqual(whole.lines)
    expect(kept.tokens).toEqual(whole.tokens)
  })

  it('leaves out the lines that were left out, and none that are like them', () => {
    const whole = normalise(text)
    const edges = new Set([whole.lines[0], whole.lines[4]])
    const part = withoutLines(whole, (line) => edges.has(line))
    const kept = new KeptText(text, part)
    expect(kept.words).toEqual(part.words)
    expect(kept.words.map(({ word }) => word).join(' ')).toContain('odesa alpha news 14 wounded')
    expect(kept.lines).toEqual(part.lines)
  })
})

describe('UnreadText', () => {
  it('is the text as it would be read', () => {
    const whole = normalise(text)
    const unread = new UnreadText(text)
    expect(unread.tokens).toEqual(whole.tokens)
    expect(unread.tokens).toBe(unread.tokens)
    expect(unread.words).toEqual(whole.words)
    expect(unread.lines).toEqual(whole.lines)
  })
})
