import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFontWidths } from './true-type.ts'

export type Weight = 'regular' | 'bold'

/** The one family that pictures are set in, and what layout must know of it. */
export interface Typeface {
  family: string
  /** Paths of its files, for the renderer. */
  files: readonly string[]
  draws: (character: string) => boolean
  /** Pixels the text takes in this size; for joined Arabic letters the most it can take. */
  width: (text: string, size: number, weight?: Weight) => number
}

const weightFiles = {
  regular: '@expo-google-fonts/rubik/400Regular/Rubik_400Regular.ttf',
  bold: '@expo-google-fonts/rubik/700Bold/Rubik_700Bold.ttf',
} as const satisfies Record<Weight, string>

/**
 * Rubik has Latin, Cyrillic, Hebrew, Arabic and Persian letters in one file. The renderer loses text whose
 * letters it must fetch from several fonts and that has ligatures, as Arabic has; with one font it never does.
 */
export function openTypeface(): Typeface {
  const resolve = createRequire(import.meta.url).resolve
  const files = { regular: resolve(weightFiles.regular), bold: resolve(weightFiles.bold) }
  const fonts = {
    regular: readFontWidths(readFileSync(files.regular)),
    bold: readFontWidths(readFileSync(files.bold)),
  }
  return {
    family: 'Rubik',
    files: Object.values(files),
    draws: (character) => fonts.regular.advance(character.codePointAt(0) ?? 0) !== undefined,
    width: (text, size, weight = 'regular') => {
      let em = 0
      for (const character of text) em += fonts[weight].advance(character.codePointAt(0) ?? 0) ?? 0
      return em * size
    },
  }
}
