/**
 * Case endings by the class of a name's last letters. A form of the name is its stem with one of them;
 * classes keep Сумы from matching сума and Киев from losing its -ев.
 */
const cyrillicClasses: readonly (readonly [ending: RegExp, endings: readonly string[]])[] = [
  [
    /(?:ий|ый|ой|ій)$/,
    ['ий', 'ый', 'ой', 'ій', 'ого', 'его', 'ому', 'ему', 'ым', 'им', 'ом', 'ем'],
  ],
  [/(?:ая|яя)$/, ['ая', 'яя', 'ой', 'ей', 'ую', 'юю', 'ою', 'ею']],
  [/(?:ое|ее)$/, ['ое', 'ее', 'ого', 'его', 'ому', 'ему', 'ым', 'им', 'ом', 'ем']],
  [/(?:ые|ие)$/, ['ые', 'ие', 'ых', 'их', 'ым', 'им', 'ыми', 'ими']],
  [/(?:ия|ія)$/, ['ия', 'ии', 'ию', 'ией', 'ія', 'ії', 'ію', 'ією', 'єю']],
  [/ська$/, ['ська', 'ської', 'ській', 'ську', 'ською']],
  [/а$/, ['а', 'ы', 'и', 'е', 'у', 'ой', 'ою', 'ей', 'і', 'ам', 'ами', 'ах', '']],
  [/я$/, ['я', 'и', 'е', 'ю', 'ей', 'ею', 'і', 'ї', 'єю', 'ям', 'ями', 'ях']],
  [/(?:ы|и)$/, ['ы', 'и', '', 'ам', 'ям', 'ами', 'ями', 'ах', 'ях', 'ей', 'ов', 'ів']],
  [/ь$/, ['ь', 'я', 'ю', 'е', 'и', 'ем', 'ем', 'ью', 'і', 'ем', 'єм', 'лю']],
  [/й$/, ['й', 'я', 'ю', 'е', 'ем', 'і', 'єм', 'ї', 'єві']],
  [/о$/, ['о', 'а', 'у', 'е', 'ом', 'і']],
  [/[бвгджзклмнпрстфхцчшщ]$/, ['', 'а', 'у', 'ом', 'ем', 'е', 'і', 'ові', 'ою']],
]

/** Ukrainian і of a closed syllable, and vowels that leave the stem: Харків – Харкова, Донец – Донца. */
const stemChanges: readonly (readonly [RegExp, string])[] = [
  [/їв$/, 'єв'],
  [/ів$/, 'ов'],
  [/іг$/, 'ог'],
  [/ріг$/, 'рог'],
  [/ець$/, 'ц'],
  [/ец$/, 'ц'],
  [/нь$/, 'н'],
]

/** A word of a name with what its inflected forms may look like. */
export interface NameWord {
  word: string
  stem: string
  /** Endings a form may have after the stem; a word without them matches itself only. */
  endings?: ReadonlySet<string>
}

const cyrillic = /^[\u0400-\u04ff]{4,}$/

/** The ways a folded word of a name is inflected; two where the stem itself changes. */
export function nameWords(word: string): NameWord[] {
  const self = { word, stem: word }
  if (!cyrillic.test(word)) return [self]
  const found = cyrillicClasses.find(([ending]) => ending.test(word))
  if (found === undefined) return [self]
  const [ending, endings] = found
  const stem = word.replace(ending.source === '[бвгджзклмнпрстфхцчшщ]$' ? /$/ : ending, '')
  const forms = [{ word, stem, endings: new Set(endings) }]
  const change = stemChanges.find(([tail]) => tail.test(word))
  if (change !== undefined) {
    const other = word.replace(change[0], change[1])
    forms.push({
      word,
      stem: other,
      endings: new Set(['а', 'я', 'у', 'ю', 'ом', 'ем', 'і', 'е', 'ові']),
    })
  }
  return forms
}

/** True where the folded word of a text is a form of the name's word. */
export function isFormOf(name: NameWord, word: string): boolean {
  if (name.endings === undefined) return name.word === word
  return word.startsWith(name.stem) && name.endings.has(word.slice(name.stem.length))
}

const hebrewPrefixes = [
  '',
  'ו',
  'ה',
  'ב',
  'ל',
  'מ',
  'ש',
  'כ',
  'וב',
  'ול',
  'ומ',
  'וה',
  'שב',
  'של',
  'שמ',
  'מה',
  'שה',
]
const arabicPrefixes = ['', 'و', 'ف', 'ب', 'ل', 'ک', 'وب', 'ول', 'فب', 'فل']

/** A stem under which a name may be found, and how many letters of a prefix the word has before it. */
export interface WordReading {
  stem: string
  prefix: string
}

/** How a folded word of a text may begin a name: without a prefix, or without its case ending. */
export function readingsOf(word: string): WordReading[] {
  const code = word.charCodeAt(0)
  if (code >= 0x400 && code <= 0x4ff) return cyrillicReadings(word)
  if (code >= 0x590 && code <= 0x5ff) return prefixReadings(word, hebrewPrefixes)
  if (code >= 0x600 && code <= 0x6ff) return arabicReadings(word)
  return [{ stem: word, prefix: '' }]
}

function cyrillicReadings(word: string): WordReading[] {
  const found: WordReading[] = []
  for (let cut = 0; cut <= 3 && word.length - cut >= 2; cut++) {
    found.push({ stem: word.slice(0, word.length - cut), prefix: '' })
  }
  return found
}

function prefixReadings(word: string, prefixes: readonly string[]): WordReading[] {
  return prefixes
    .filter(
      (prefix) =>
        word.startsWith(prefix) && word.length - prefix.length >= 3 - Number(prefix === ''),
    )
    .map((prefix) => ({ stem: word.slice(prefix.length), prefix }))
}

function arabicReadings(word: string): WordReading[] {
  const found = prefixReadings(word, arabicPrefixes)
  // لل stands for ل and ال.
  const joined = /^[وف]?لل/.exec(word)
  if (joined !== null) found.push({ stem: 'ال' + word.slice(joined[0].length), prefix: joined[0] })
  return found
}
