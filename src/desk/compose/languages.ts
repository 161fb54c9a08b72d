/** The language that the desk's own words are written in; all else is quoted as it stands. */
export const proseLanguage = 'en'

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'ckb', 'sd', 'ug', 'dv'])

/** English name of a language: `Russian`; `another language` where it is not known. */
export function languageName(lang: string): string {
  const name = /^[a-z]{2,3}$/.test(lang) && lang !== 'und' ? names.of(lang) : undefined
  return name ?? 'another language'
}

/** The direction a language is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang) ? 'rtl' : 'ltr'
}
