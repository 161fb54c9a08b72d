import { describe, expect, it } from 'vitest'
import { CopyIndex, type CopyDocument } from '../../../src/analysis/copies/copies.ts'
import { normalise } from '../../../src/analysis/text/normalise.ts'

const original =
  'Container ship MERIDIAN STAR lost power off Tarifa at about 05:40 local, drifting SW at 2 knots. ' +
  'Two tugs out of Algeciras are heading to her. No injuries reported by the crew.'

function document(signal: string, text: string): CopyDocument {
  return { signal, channel: signal.split('/')[0] ?? '', atMs: 0, text, normal: normalise(text) }
}

function compare(first: string, second: string) {
  const index = new CopyIndex()
  index.add(document('alpha/1', first))
  return index.find(document('beta/2', second))[0]
}

const commentary =
  'We have been saying for months that the western lane is an accident waiting to happen, and nobody ' +
  'in any ministry seems to read our posts. Same story every winter: old engines, tired crews, no money.'

describe('CopyIndex finds a copy', () => {
  it.each([
    ['to the letter', original],
    ['in capitals and other quotes', `“${original.toUpperCase()}”`],
    [
      'with a prefix, a footer and emoji',
      `🚨🚨 BREAKING\n\n${original}\n\n👉 Subscribe @relay | t.me/relay`,
    ],
    ['cut to its first sentence', `${original.slice(0, original.indexOf(' Two tugs'))}…`],
    ['inside a longer post', `${commentary}\n\n${original}\n\n${commentary}`],
    [
      'with some words changed',
      original.replace('lost', 'has lost').replace('reported by', 'among'),
    ],
    ['with letters of another script', original.replaceAll('a', 'а')],
  ])('%s', (_, text) => {
    expect(compare(original, text)?.kind).toBe('copy')
  })

  it('and says how much is shared', () => {
    const match = compare(original, `${commentary}\n\n${original}`)
    expect(match?.how).toBe('embedded')
    expect(match?.overlap.ofEarlier).toBe(1)
    expect(match?.overlap.ofLater).toBeLessThan(0.6)
  })

  it('in Arabic without its marks, tatweel and letter forms', () => {
    const text = 'انهيار الجسر الحديدي في دير الزور بعد مرور رتل شاحنات وسقوط ثلاث سيارات في النهر'
    const other =
      'إنهيار الجسر الحديدى فـي دير الزّور بعد مرور رتل شاحنات وسقوط ثلاث سيارات في النهر'
    expect(compare(text, other)?.how).toBe('whole')
  })
})

describe('CopyIndex finds no copy', () => {
  it('in another report of the same event', () => {
    expect(
      compare(
        original,
        'A cargo vessel is adrift near the Strait; rescue tugs were sent from Spain.',
      ),
    ).toBeUndefined()
  })

  it('in a text of the signal’s own', () => {
    const index = new CopyIndex()
    index.add(document('alpha/1', original))
    expect(index.find(document('alpha/1', original))).toEqual([])
  })

  it('of a greeting', () => {
    expect(compare('Good morning!', 'Good morning!')).toBeUndefined()
  })
})

describe('CopyIndex tells a variant', () => {
  it.each([
    ['by its figures', original, original.replace('2 knots', '9 knots')],
    [
      'by a link to another page',
      'How to read a satellite picture of a port, part of our guide https://example.org/guide/12',
      'How to read a satellite picture of a port, part of our guide https://example.org/guide/13',
    ],
  ])('%s', (_, first, second) => {
    const match = compare(first, second)
    expect(match?.kind).toBe('variant')
    expect(match?.difference).toBeDefined()
  })

  it('not by a figure that was only added', () => {
    expect(compare(original, original.replace('Two tugs', 'Two tugs, 40 tonnes each,'))?.kind).toBe(
      'copy',
    )
  })

  it('not by the way a number is written', () => {
    const text =
      'With the river rising, 1,200 residents of the lower town have been moved to a school hall'
    expect(compare(text, text.replace('1,200', '1 200'))?.kind).toBe('copy')
  })
})
