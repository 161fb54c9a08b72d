import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { differentBits, mostDifferentBits } from '../../../src/analysis/pictures/picture-print.ts'
import { PrintIndex } from '../../../src/analysis/pictures/print-index.ts'

function flip(print: Uint8Array, bits: number): Uint8Array {
  const flipped = Uint8Array.from(print)
  for (let bit = 0; bit < bits; bit += 1)
    flipped[(bit * 3) % 32] = (flipped[(bit * 3) % 32] ?? 0) ^ (1 << Math.floor(bit / 32))
  return flipped
}

/** Bits that no two numbers share many of. */
const printNumber = (number: number): Uint8Array =>
  createHash('sha256').update(String(number)).digest()

const other = printNumber(999_983)
const ask = (print: Uint8Array) => ({ print, mirrored: other })

describe('the index of prints', () => {
  it('finds what differs in as many bits as are allowed, and not one more', () => {
    const index = new PrintIndex(10)
    const print = printNumber(1)
    index.add(1, flip(print, mostDifferentBits))
    index.add(2, flip(print, mostDifferentBits + 1))
    index.add(3, print)
    expect(index.like(ask(print))).toEqual([
      { picture: 1, differentBits: mostDifferentBits, mirrored: false },
      { picture: 3, differentBits: 0, mirrored: false },
    ])
  })

  it('finds a mirrored picture, and says that it is', () => {
    const index = new PrintIndex(10)
    index.add(7, other)
    expect(index.like(ask(printNumber(1)))).toEqual([
      { picture: 7, differentBits: 0, mirrored: true },
    ])
  })

  it('agrees with a comparison bit by bit, among more prints than it began with room for', () => {
    const index = new PrintIndex(100_000)
    const prints = Array.from({ length: 5000 }, (_, at) => printNumber(at % 1700))
    for (const [picture, print] of prints.entries()) index.add(picture, print)
    const sought = flip(printNumber(33), 20)
    const expected = prints.flatMap((print, picture) =>
      differentBits(print, sought) <= mostDifferentBits ? [picture] : [],
    )
    expect(expected.length).toBeGreaterThanOrEqual(3)
    expect(index.like(ask(sought)).map(({ picture }) => picture)).toEqual(expected)
  })

  it('forgets the first where it is full', () => {
    const index = new PrintIndex(2)
    for (const picture of [1, 2, 3]) index.add(picture, printNumber(picture))
    expect(index.like(ask(printNumber(1)))).toEqual([])
    expect(index.like(ask(printNumber(2)))).toMatchObject([{ picture: 2 }])
    expect(index.like(ask(printNumber(3)))).toMatchObject([{ picture: 3 }])
  })
})
