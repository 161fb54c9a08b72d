import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { differentBits, mostDifferentBits } from '../../../src/analysis/pictures/picture-print.ts'
import { decodePicture } from '../../../src/intake/pictures/decode-picture.ts'
import { drawPicture, makeJpeg } from '../../helpers/make-picture.ts'

async function printOf(bytes: Uint8Array) {
  const print = (await decodePicture(bytes))?.print
  if (print === undefined) throw new Error('there is no print')
  return print
}

describe('decoding a picture', () => {
  it('tells its format and size', async () => {
    const { type, width, height } = (await decodePicture(await makeJpeg(1))) ?? {}
    expect([type, width, height]).toEqual(['jpeg', 640, 480])
  })

  it.each<[string, (seed: number) => Promise<Buffer>]>([
    ['compressed to little', (seed) => makeJpeg(seed, 25)],
    ['a quarter of the size', (seed) => drawPicture(seed).jpeg().toBuffer().then(shrink)],
    ['as PNG', (seed) => drawPicture(seed).png().toBuffer()],
    ['as WebP', (seed) => drawPicture(seed).webp({ quality: 40 }).toBuffer()],
    ['as GIF', (seed) => drawPicture(seed).gif().toBuffer()],
    ['turned on its side by a note in the file', turnedByNote],
  ])('gives the same picture %s the same print', async (_title, change) => {
    for (const seed of [1, 2, 3]) {
      const { print } = await printOf(await makeJpeg(seed))
      const changed = await printOf(await change(seed))
      expect(differentBits(print, changed.print)).toBeLessThanOrEqual(mostDifferentBits)
    }
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="4"/></svg>'
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['nothing', () => new Uint8Array()],
    ['a page', () => Buffer.from('<html><body>Sign in</body></html>')],
    ['a drawing, which may name files', () => Buffer.from(svg)],
    ['half a picture', async () => (await makeJpeg(1)).subarray(0, 2000)],
    ['a format that nobody posts photos in', () => drawPicture(1).tiff().toBuffer()],
    ['a picture of 156 million pixels in a few kilobytes', () => bomb()],
  ])('takes %s for no picture', async (_title, make) => {
    expect(await decodePicture(await make())).toBeUndefined()
  })

  it('answers whatever the bytes', async () => {
    const whole = await makeJpeg(5)
    const damaged = fc
      .array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 40 })
      .map((changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), async (bytes) => {
        const decoded = await decodePicture(bytes)
        expect(decoded === undefined || decoded.width > 0).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

const shrink = (bytes: Buffer) => sharp(bytes).resize(160, 120).jpeg().toBuffer()

/** Stored lying on its side, with a note that it is to be turned by a quarter before it is shown. */
const turnedByNote = async (seed: number) =>
  sharp(await drawPicture(seed).png().toBuffer())
    .rotate(-90)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const bomb = () =>
  sharp({ create: { width: 12_500, height: 12_500, channels: 3, background: 'black' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
