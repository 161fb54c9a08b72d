import { renderAsync } from '@resvg/resvg-js'
import type { Typeface } from './typeface.ts'

/** The picture as PNG. Fonts of the machine are left alone: the same SVG gives the same bytes everywhere. */
export async function renderPicture(svg: string, { family, files }: Typeface): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: family },
  })
  return image.asPng()
}
