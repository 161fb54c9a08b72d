interface Inflection {
  ending: RegExp
  endings: ReadonlySet<string>
}

/** Endings parted by spaces; "-" is none. */
function endingsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((ending) => (ending === '-' ? '' : ending)))
}

const inflection = (ending: RegExp, endings: string): Inflection => ({
  ending,
  endings: endingsOf(endings),
})

/**
 * Russian and Ukrainian case endings by the last letters of a name. A form of the name is its stem with
 * one of them; classes keep Сумы from matching сума and Киев from losing its -ев.
 */
const inflections: readonly Inflection[] = [
  inflection(/(?:ий|ый|ой|ій)$/, 'ий ый ой ій ого его ому ему ым им ом ем'),
  inflection(/(?:ая|яя)$/, 'ая яя ой ей ую юю ою ею'),
  inflection(/(?:ое|ее)$/, 'ое ее ого его ому ему ым им ом ем'),
  inflection(/(?:ые|ие)$/, 'ые ие ых их ым им ыми ими'),
  inflection(/(?:ия|ія)$/, 'ия ии ию ией ія ії ію ією єю'),
  inflection(/ська$/, 'ська ської ській ську ською'),
  inflection(/а$/, 'а ы и е у ой ою ей і ам ами ах'),
  inflection(/я$/, 'я и е ю ей ею і ї єю ям ями ях'),
  inflection(/[ыи]$/, 'ы и - ам ям ами ями ах ях ей ов ів'),
  inflection(/ь$/, 'ь я ю е и ем ью і єм лю'),
  inflection(/й$/, 'й я ю е ем і єм ї єві'),
  // Пушкино, Иваново: their other forms are those of surnames.
  inflection(/(?:ов|ев|ин|ын)о$/, 'о е'),
  inflection(/е$/, 'е я ю ем ого ому им а у і'),
  inflection(/о$/, 'о а у е ом і'),
  // Курском is rather the adjective's form than the town's.
  inflection(/[сц]к$/, '- а у е і'),
  inflection(/[бвгджзклмнпрстфхцчшщ]$/, '- а у ом ем е і ові ою'),
]

/** Ukrainian і of a closed syllable, and vowels that leave the stem: Харків – Харкова, Донец – Донца. */
const stemChanges: readonly (readonly [RegExp, string])[] = [
  [/їв$/, 'єв'],
  [/ів$/, 'ов'],
  [/іг$/, 'ог'],
  [/ець$/, 'ц'],
  [/ец$/, 'ц'],
  [/нь$/, 'н'],
]
const changedStemEndings = endingsOf('а я у ю ом ем і е ові')

/** A word of a name with what its inflected forms may look like. */
export interface NameWord {
  word: string
  stem: string
  /** Endings a form may have after the stem; a word without them matches itself only. */
  endings?: ReadonlySet<string>
}

/** A name of one word is not inflected below this length: its forms would be other words. */
const shortestInflected = 4

/** The ways a folded word of a name is inflected; two where the stem itself changes. */
export function nameWords(word: string, alone = true): NameWord[] {
  const self = { word, stem: word }
  const least = alone ? shortestInflected : 2
  if (word.length < least || !/^[\u0400-\u04ff]+$/.test(word)) return [self]
  const found = inflections.find(({ ending }) => ending.test(word))
  if (found === undefined) return [self]
  const endsInConsonant = /[бвгджзклмнпрстфхцчшщ]$/.test(word)
  const stem = endsInConsonant ? word : word.replace(found.ending, '')
  const forms: NameWord[] = [{ word, stem, endings: found.endings }]
  const change = stemChanges.find(([tail]) => tail.test(word))
  if (change !== undefined) {
    forms.push({ word, stem: word.replace(change[0], change[1]), endings: changedStemEndings })
  }
  return forms
}

/** True where the folded word of a text is a form of the name's word. */
export function isFormOf(name: NameWord, word: string): boolean {
  if (name.endings === undefined) return name.word === word
  return word.startsWith(name.stem) && name.endings.has(word.slice(name.stem.length))
}

/** Letters that Hebrew and Arabic write before a name in one word, by the first of them. */
const prefixes = byFirstLetter([
  ...['ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ', 'וב', 'ול', 'ומ', 'וה', 'שב', 'של', 'שמ', 'מה', 'שה'],
  ...['و', 'ف', 'ب', 'ل', 'ک', 'وب', 'ول', 'فب', 'فل'],
])

/** Inflected endings are at most so long. */
const longestEnding = 3

/** A stem under which a name may be found, and the letters written before it. */
export interface WordReading {
  stem: string
  prefix: string
}

/** Those stems, of the ones `isStem` knows, with which a folded word of a text may begin a name. */
export function readingsOf(word: string, isStem: (stem: string) => boolean): WordReading[] {
  const readings: WordReading[] = []
  const add = (stem: string, prefix: string) => {
    if (isStem(stem)) readings.push({ stem, prefix })
  }
  add(word, '')
  const code = word.charCodeAt(0)
  if (code >= 0x400 && code <= 0x4ff) {
    for (let cut = 1; cut <= longestEnding && word.length - cut >= 2; cut++) {
      add(word.slice(0, word.length - cut), '')
    }
  }
  if (code < 0x590 || code > 0x6ff) return readings
  for (const prefix of prefixes.get(code) ?? []) {
    if (word.length - prefix.length >= 2 && word.startsWith(prefix)) {
      add(word.slice(prefix.length), prefix)
    }
  }
  // لل stands for ل and ال.
  const joined = /^[وف]?لل/.exec(word)?.[0]
  if (joined !== undefined) add('ال' + word.slice(joined.length), joined)
  return readings
}

function byFirstLetter(list: readonly string[]): Map<number, string[]> {
  const map = new Map<number, string[]>()
  for (const prefix of list) {
    const code = prefix.charCodeAt(0)
    map.set(code, [...(map.get(code) ?? []), prefix])
  }
  return map
}
