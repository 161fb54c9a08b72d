import { type PicturePrint, printOf, printSide } from '../../analysis/pictures/picture-print.ts'
import { once } from '../../lib/once.ts'

/** More pixels than these are not unpacked: 100 MP, above what cameras and phones make. */
const mostPixels = 100_000_000
const mostSeconds = 10

/** The formats that are read; of all others the library may not even open the head. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif']

/** The library takes a quarter of a second to load: only a desk that looks at pictures waits for it. */
const loadSharp = once(async () => {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}`) })
  // Pictures come one by one, and each only once.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
})

export interface DecodedPicture {
  /** `jpeg`, `png`, `webp`, `gif`. */
  type: string
  /** In pixels, as stored; a note in the file may turn it. */
  width: number
  height: number
  /** Undefined for a picture too plain to be told from others. */
  print?: PicturePrint
}

/** Unpacks a picture as far as its print needs; undefined for what is none, or too large to be unpacked. */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture | undefined> {
  const sharp = await loadSharp()
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' })
    const { format, width, height } = await picture.metadata()
    const luminance = await picture
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .flatten({ background: 'white' })
      .greyscale()
      .resize(printSide, printSide, { fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer()
    const print = printOf(luminance)
    return { type: format, width, height, ...(print && { print }) }
  } catch {
    return undefined
  }
}
