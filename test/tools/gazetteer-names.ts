import { placeLanguages } from '../../src/analysis/places.ts'

export type Names = Record<string, string | string[]>

/** A place while the gazetteer is built. */
export interface Place {
  id: number
  kind: 'country' | 'region' | 'city'
  country: string
  population: number
  names: Record<string, string[]>
  /** Written or checked by hand: no name is dropped. */
  hand: boolean
}

const scripts: Record<string, RegExp> = {
  en: /^[\p{Script=Latin}\p{M}\s.'’ʻʼ-]+$/u,
  ru: /^[\u0400-\u04ff\s.'’-]+$/u,
  uk: /^[\u0400-\u04ff\s.'’ʼ-]+$/u,
  ar: /^[\u0600-\u06ff\u064b-\u065f\s-]+$/u,
  fa: /^[\u0600-\u06ff\u200c\s-]+$/u,
  he: /^[\u0590-\u05ff\s"'׳״-]+$/u,
}

/** A name as it may stand in a text, or nothing when it is in another script; suffixes are cut. */
export function cleanName(name: string, lang: string): string[] {
  const bare = name.replace(/\s*[(,،].*$/, '').trim()
  const letters = bare.replace(/[^\p{L}]/gu, '')
  return letters.length >= 3 && scripts[lang]?.test(bare) === true ? [bare] : []
}

/** Rows of patch.tsv. */
export function readPatch(text: string): Pick<Place, 'kind' | 'country' | 'names'>[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, country = '', ...columns] = line.split('\t')
      if (kind !== 'city' && kind !== 'region' && kind !== 'country') {
        throw new Error(`patch.tsv: "${line}" names no kind of place`)
      }
      const order = ['en', 'ru', 'uk', 'ar', 'fa', 'he']
      const names = Object.fromEntries(
        placeLanguages.map((lang) => {
          const value = columns[order.indexOf(lang)] ?? ''
          return [lang, value.split('|').filter((name) => name !== '')]
        }),
      )
      return { kind, country, names }
    })
}
