import { francAll } from 'franc'
import { dominantScript } from '../lib/text.ts'
import { blankLinks } from './normalise.ts'

const codes: Record<string, string> = {
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  heb: 'he',
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  tur: 'tr',
}

export interface LanguageHint {
  languages?: readonly string[]
  history?: ReadonlyMap<string, number>
}

/** Which language a text is in, ISO 639-1, or `und`. */
export function detectLanguage(
  text: string,
  hint: LanguageHint = {},
): { lang: string; confidence: number } {
  const plain = blankLinks(text).slice(0, 400)
  const script = dominantScript(plain)
  if (script === 'other') return { lang: 'und', confidence: 0 }
  if (script === 'hebrew') return { lang: 'he', confidence: 0.99 }
  const ranked = francAll(plain, { only: Object.keys(codes), minLength: 3 })
  const usual = hint.languages ?? []
  const best = ranked
    .map(([code, score]) => ({
      lang: codes[code] ?? 'und',
      score: score + (usual.includes(codes[code] ?? '') ? 0.1 : 0),
    }))
    .sort((a, b) => b.score - a.score)[0]
  return best === undefined
    ? { lang: 'und', confidence: 0 }
    : { lang: best.lang, confidence: Math.min(0.95, best.score * 0.9) }
}
