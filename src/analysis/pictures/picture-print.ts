/** Side of the square of luminances that a print is made of. */
export const printSide = 64
const frequencies = 16
const printBytes = (frequencies * frequencies) / 8

/**
 * Prints with at most this many different bits of 256 are of the same picture, recompressed, resized or
 * lightly retouched; unrelated ones differ in about 128. The threshold that PDQ's authors recommend.
 */
export const mostDifferentBits = 31
/** Below this of 100 a picture is too plain for its print to tell it from others; after PDQ's authors, too. */
const leastQuality = 50

export interface PicturePrint {
  /** 256 bits. */
  print: Uint8Array
  /** The print that the picture would have if its left and right were exchanged. */
  mirrored: Uint8Array
}

/**
 * A perceptual hash after PDQ (Facebook, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing
 * algorithm", 2019): the 16 × 16 lowest frequencies of a discrete cosine transform, each above or below their
 * median. `luminance` is 64 × 64 bytes, row by row. Undefined for a picture too plain to be told from others.
 */
export function printOf(luminance: Uint8Array): PicturePrint | undefined {
  if (qualityOf(luminance) < leastQuality) return undefined
  const spectrum = transform(luminance)
  // Mirroring turns the sign of every other column of the spectrum.
  const mirrored = spectrum.map((value, at) => (at % 2 === 0 ? -value : value))
  return { print: quantise(spectrum), mirrored: quantise(mirrored) }
}

/** How many bits of two prints differ. */
export function differentBits(one: Uint8Array, other: Uint8Array): number {
  let bits = 0
  for (let at = 0; at < printBytes; at += 1) {
    let different = (one[at] ?? 0) ^ (other[at] ?? 0)
    for (; different !== 0; different &= different - 1) bits += 1
  }
  return bits
}

/** How much neighbouring luminances differ, from 0 (one colour) to 100; steps below 1 % of the range count nothing. */
function qualityOf(luminance: Uint8Array): number {
  let steps = 0
  const step = (one: number, other: number) =>
    Math.trunc((Math.abs((luminance[one] ?? 0) - (luminance[other] ?? 0)) * 100) / 255)
  for (let row = 0; row < printSide; row += 1) {
    for (let column = 0; column < printSide; column += 1) {
      const at = row * printSide + column
      if (column + 1 < printSide) steps += step(at, at + 1)
      if (row + 1 < printSide) steps += step(at, at + printSide)
    }
  }
  return Math.min(100, Math.trunc(steps / 90))
}

/** Rows of the cosine transform for the frequencies 1 to 16; the frequency 0, the mean, tells nothing. */
const cosines = Array.from({ length: frequencies }, (_, frequency) =>
  Float64Array.from({ length: printSide }, (__, at) =>
    Math.cos((Math.PI / 2 / printSide) * (frequency + 1) * (2 * at + 1)),
  ),
)

/** Both directions one after the other; the constant factor is left out, as only the order counts. */
function transform(luminance: Uint8Array): Float64Array {
  const spectrum = new Float64Array(frequencies * frequencies)
  for (const [vertical, weights] of cosines.entries()) {
    const line = new Float64Array(printSide)
    for (let row = 0; row < printSide; row += 1) {
      const weight = weights[row] ?? 0
      for (let column = 0; column < printSide; column += 1)
        line[column] = (line[column] ?? 0) + weight * (luminance[row * printSide + column] ?? 0)
    }
    for (const [horizontal, across] of cosines.entries()) {
      let sum = 0
      for (let column = 0; column < printSide; column += 1)
        sum += (line[column] ?? 0) * (across[column] ?? 0)
      spectrum[vertical * frequencies + horizontal] = sum
    }
  }
  return spectrum
}

function quantise(spectrum: Float64Array): Uint8Array {
  const ordered = spectrum.toSorted()
  const median = ordered[ordered.length / 2 - 1] ?? 0
  const print = new Uint8Array(printBytes)
  for (const [at, value] of spectrum.entries())
    if (value > median) print[at >> 3] = (print[at >> 3] ?? 0) | (1 << (at & 7))
  return print
}
