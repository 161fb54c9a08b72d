import { describe, expect, it } from 'vitest'
import {
  differentBits,
  mostDifferentBits,
  printOf,
  printSide,
} from '../../../src/analysis/pictures/picture-print.ts'
import { makeLuminance } from '../../helpers/make-luminance.ts'

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

function need(luminance: Uint8Array) {
  const print = printOf(luminance)
  if (print === undefined) throw new Error('the picture is too plain')
  return print
}

const mirror = (luminance: Uint8Array) =>
  luminance.map((_, at) => {
    const row = at - (at % printSide)
    return luminance[row + printSide - 1 - (at % printSide)] ?? 0
  })

describe('the print of a picture', () => {
  it.each(seeds)('survives noise, other contrast and brightness (picture %i)', (seed) => {
    const picture = makeLuminance(seed)
    const { print } = need(picture)
    const noisy = picture.map((value, at) => Math.min(255, value + ((at * 31) % 5)))
    const flat = picture.map((value) => Math.round(30 + value * 0.7))
    expect(differentBits(print, need(noisy).print)).toBeLessThanOrEqual(mostDifferentBits)
    expect(differentBits(print, need(flat).print)).toBeLessThanOrEqual(mostDifferentBits)
  })

  it.each(seeds)('is that of the mirrored picture where it says so (picture %i)', (seed) => {
    const { mirrored, print } = need(makeLuminance(seed))
    const turned = need(mirror(makeLuminance(seed)))
    expect(differentBits(mirrored, turned.print)).toBeLessThanOrEqual(2)
    expect(differentBits(print, turned.print)).toBeGreaterThan(mostDifferentBits)
  })

  it('tells every two pictures apart', () => {
    const prints = seeds.map((seed) => need(makeLuminance(seed)).print)
    const distances = prints.flatMap((one, at) =>
      prints.slice(at + 1).map((other) => differentBits(one, other)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(mostDifferentBits)
  })

  it('has half of its bits set, so that none is worth more than another', () => {
    const { print } = need(makeLuminance(3))
    expect(differentBits(print, new Uint8Array(32))).toBe(128)
  })

  it('is none where a picture is too plain', () => {
    expect(printOf(new Uint8Array(printSide * printSide).fill(200))).toBeUndefined()
    const slope = Uint8Array.from({ length: printSide * printSide }, (_, at) => at % printSide)
    expect(printOf(slope)).toBeUndefined()
  })
})
