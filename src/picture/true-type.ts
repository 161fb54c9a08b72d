/** What a font file says of a character's width. */
export interface FontWidths {
  /** Width in em of the glyph that stands for the character; undefined where the font has none. */
  advance: (codePoint: number) => number | undefined
}

/** Reads the tables `cmap`, `head`, `hhea` and `hmtx` of a TrueType file (OpenType 1.9, chapter 5). */
export function readFontWidths(file: Buffer): FontWidths {
  const table = tableStarts(file)
  const unitsPerEm = file.readUInt16BE(table('head') + 18)
  const metrics = file.readUInt16BE(table('hhea') + 34)
  const hmtx = table('hmtx')
  const glyphs = readCharacterMap(file, table('cmap'))
  return {
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint)
      if (glyph === undefined) return undefined
      // Glyphs beyond the last metric have its width.
      return file.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm
    },
  }
}

function tableStarts(file: Buffer): (tag: string) => number {
  const starts = new Map<string, number>()
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    starts.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8))
  }
  return (tag) => {
    const start = starts.get(tag)
    if (start === undefined) throw new Error(`The font has no table ${tag}.`)
    return start
  }
}

/** The glyphs of a Unicode subtable of format 4: segments of characters, the form that every font has. */
function readCharacterMap(file: Buffer, cmap: number): ReadonlyMap<number, number> {
  const starts = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, index) => cmap + file.readUInt32BE(cmap + 8 + 8 * index),
  )
  const start = starts.find((at) => file.readUInt16BE(at) === 4)
  if (start === undefined) throw new Error('The font has no character map of format 4.')
  const bytes = file.readUInt16BE(start + 6)
  const ends = start + 14
  const glyphs = new Map<number, number>()
  for (let at = 0; at < bytes; at += 2) {
    const last = file.readUInt16BE(ends + at)
    const segment = ends + bytes + 2 + at
    const first = file.readUInt16BE(segment)
    const delta = file.readUInt16BE(segment + bytes)
    const offsetAt = segment + 2 * bytes
    const offset = file.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : file.readUInt16BE(offsetAt + offset + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
