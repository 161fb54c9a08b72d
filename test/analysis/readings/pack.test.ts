import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../../src/analysis/readings/pack.ts'

describe('packed numbers and text', () => {
  it('come back as they were, wherever their bytes lie', () => {
    const contents = fc.record({
      wide: fc.uint32Array(),
      medium: fc.uint16Array(),
      narrow: fc.uint8Array(),
      text: fc.string({ unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(contents, fc.nat(7), (unpacked, offset) => {
        const bytes = pack(unpacked)
        const moved = new Uint8Array(bytes.length + offset)
        moved.set(bytes, offset)
        expect(unpack(moved.subarray(offset))).toEqual(unpacked)
        expect(unpack(Buffer.from(bytes))).toEqual(unpacked)
      }),
    )
  })
})
