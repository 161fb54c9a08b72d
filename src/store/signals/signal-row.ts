import { epochSeconds } from '../../lib/time.ts'

const slotsPerSecond = 2 ** 20
const idBits = 10

/** First row that a signal of this instant may have: rows follow time, and stay below 2^53 until 2242. */
export function firstRowAt(at: string): number {
  return epochSeconds(at) * slotsPerSecond
}

/** Where a signal goes if nothing is there: in its second by channel, then by id, so that order survives an import order. */
export function rowFor(at: string, channel: string, id: number): number {
  const slot = hash(channel.toLowerCase()) * 2 ** idBits + (id % 2 ** idBits)
  return firstRowAt(at) + slot
}

/** Other rows in the same second, tried when the first is taken; 64 fail only where a second is nearly full. */
export function* otherRows(row: number): Generator<number> {
  const second = row - (row % slotsPerSecond)
  let slot = row % slotsPerSecond
  for (let attempt = 0; attempt < 64; attempt++) {
    // A full-period generator modulo 2^20: odd increment, multiplier ≡ 1 (mod 4).
    slot = (slot * 4093 + 40_503) % slotsPerSecond
    yield second + slot
  }
}

/** FNV-1a, folded to ten bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return ((value >>> 20) ^ (value >>> 10) ^ value) & 0x3ff
}
