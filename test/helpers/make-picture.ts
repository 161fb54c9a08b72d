import sharp from 'sharp'
import { printSide } from '../../src/analysis/pictures/picture-print.ts'
import { makeLuminance } from './make-luminance.ts'

/** A photo of 640 × 480 pixels; other seeds give others. */
export const drawPicture = (seed: number) =>
  sharp(makeLuminance(seed), { raw: { width: printSide, height: printSide, channels: 1 } }).resize(
    640,
    480,
    { fit: 'fill' },
  )

export const makeJpeg = (seed: number, quality = 80): Promise<Buffer> =>
  drawPicture(seed).jpeg({ quality }).toBuffer()
