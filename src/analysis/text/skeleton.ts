/**
 * Consonants of a name as they sound in Latin letters, so that Зеленский, Zelensky, زيلينسكي and זלנסקי
 * meet. Vowels and doubled letters are dropped, and sounds that spellings mix up are one: b/p/v/w/f,
 * k/q/g/kh, s/z/ts/sh/zh/ch/j and d/t.
 */
const sounds: Record<string, string> = {
  // Latin
  b: 'b',
  c: 'k',
  d: 't',
  f: 'b',
  g: 'k',
  j: 's',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'b',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'b',
  x: 'ks',
  z: 's',
  // Cyrillic
  б: 'b',
  в: 'b',
  г: 'k',
  д: 't',
  ж: 's',
  з: 's',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'b',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'b',
  х: 'k',
  ц: 's',
  ч: 's',
  ш: 's',
  щ: 's',
  // Arabic and Persian, after folding
  ب: 'b',
  پ: 'b',
  ت: 't',
  ث: 't',
  ج: 's',
  چ: 's',
  ح: 'k',
  خ: 'k',
  د: 't',
  ذ: 's',
  ر: 'r',
  ز: 's',
  ژ: 's',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 't',
  ط: 't',
  ظ: 's',
  غ: 'k',
  ف: 'b',
  ق: 'k',
  ک: 'k',
  گ: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  // Hebrew, after folding
  ב: 'b',
  ג: 'k',
  ד: 't',
  ז: 's',
  ח: 'k',
  ט: 't',
  כ: 'k',
  ל: 'l',
  מ: 'm',
  נ: 'n',
  ס: 's',
  פ: 'b',
  צ: 's',
  ק: 'k',
  ר: 'r',
  ש: 's',
  ת: 't',
}

const latinPairs: readonly (readonly [RegExp, string])[] = [
  [/sch|shch|tch|tsch|sh|ch|zh|ts|tz/g, 's'],
  [/kh|gh/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 's'],
]

/** The consonant skeleton of a folded word; too short to tell names apart when under three letters. */
export function skeletonOf(word: string): string {
  let latin = word
  for (const [pattern, sound] of latinPairs) latin = latin.replace(pattern, sound)
  let skeleton = ''
  for (const letter of latin) {
    const sound = sounds[letter] ?? ''
    if (sound !== '' && !skeleton.endsWith(sound)) skeleton += sound
  }
  return skeleton
}
