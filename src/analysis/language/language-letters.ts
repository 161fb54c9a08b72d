import type { Script } from '../../lib/text.ts'

/** Languages answered where nothing speaks for another, by script. */
export const usualLanguages: Readonly<Record<Exclude<Script, 'other'>, readonly string[]>> = {
  latin: ['en', 'fr', 'de', 'es', 'tr'],
  cyrillic: ['ru', 'uk', 'be', 'bg'],
  arabic: ['ar', 'fa', 'ur'],
  hebrew: ['he'],
}

/** Letters of a script that tell its languages apart. All others say nothing. */
export const tellingLetters: Readonly<Record<Exclude<Script, 'other'>, ReadonlySet<string>>> = {
  latin: new Set('àâäáãåæçčćđéèêëęąğíîïıìłñńóôöòõőøœřšśßşșțúùûüűýžźżăāēīūə'),
  cyrillic: new Set("ыэёъїієґўищьйюј'љњђћџѓќѕәғқңөұүһ"),
  arabic: new Set('پچژگکیٹڈڑںہھےةيكأإىئؤۆێڕڵەهۀ'),
  hebrew: new Set(),
}

/** The telling letters that each language writes; one it does not write speaks against it. */
export const lettersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('é'),
  fr: new Set('àâæçéèêëîïôœùûü'),
  de: new Set('äöüßé'),
  es: new Set('áéíñóúü'),
  tr: new Set('çğıöşüâîû'),
  it: new Set('àèéìòù'),
  pt: new Set('áâãàçéêíóôõúü'),
  pl: new Set('ąćęłńóśźż'),
  nl: new Set('éëïöüè'),
  ru: new Set('ыэёъищьйю'),
  uk: new Set("їієґищьйю'"),
  be: new Set("ыэёўіьйю'"),
  bg: new Set('ъищьйю'),
  sr: new Set('ијљњђћџ'),
  ar: new Set('ةيكأإىئؤه'),
  fa: new Set('پچژگکیئأؤهۀإ'),
  ur: new Set('پچژگکیٹڈڑںہھےئؤأ'),
  ku: new Set('پچژگکیۆێڕڵەئهح'),
  he: new Set(),
}

/** Letters that one language alone writes, or nearly. */
export const ownLetters: Readonly<Record<string, string>> = {
  ß: 'de',
  ñ: 'es',
  ğ: 'tr',
  ı: 'tr',
  ş: 'tr',
  ї: 'uk',
  є: 'uk',
  ґ: 'uk',
  ў: 'be',
  ة: 'ar',
  أ: 'ar',
  إ: 'ar',
  ٹ: 'ur',
  ڈ: 'ur',
  ڑ: 'ur',
  ں: 'ur',
  ے: 'ur',
  ہ: 'ur',
}

/** Ends of words that one language's grammar makes and its neighbours' does not. */
const endings: Readonly<Record<string, string>> = {
  ru: `ого его ому ему ыми ими ый ые ых ой ую юю ями ами ях ться тся ешь ать ять еть уть ить ость ние
    ний ия ии ией ием ет ют ит ов ев ском ская ские ский ских скую ился илась ались лся лись нный нная
    нные тель телей телем щий щие щих ющий ющие вший ом ем ам ям ю ь`,
  uk: `ого ому ими ий ої ію ією ння нню нням ти тися ться ють ість ості ський ська ське ські ського
    ських цький ів їв ові еві ями ами ях ах ить є ї ію ував ала ився илася лися ного ним них ною ою
    ею ання ення іння ття ків вся лося ові ь`,
  be: `ага яга аму яму ымі імі ай ых іх ую юю амі ямі ах ях цца ць аць яць іць ёць асць ння нне нні
    ання енне анне скі ская скае скія скіх ўся лася ліся аў яў еў іў оў ў ы і ага ыя ія ь`,
  bg: `ът ят та то те ите ата ята ото ето ият ва ха ше ме ния ски ска ско ване ение ният ната ното
    ните ха аме ите ища ове еве ество ости ост ите щ на`,
}

/** Weightier the longer they are. */
export const languagesOfEnding: ReadonlyMap<string, readonly string[]> = invertEndings()

function invertEndings(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [language, list] of Object.entries(endings)) {
    for (const ending of new Set(list.split(/\s+/))) {
      found.set(ending, [...(found.get(ending) ?? []), language])
    }
  }
  return found
}

/** Runs of letters that speak for a language, or against it, in logarithms of odds. */
export const tellingRuns: readonly { run: RegExp; lang: string; weight: number }[] = [
  { run: /ь(?!о)/g, lang: 'bg', weight: -3 },
  { run: /[бвгджзйклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]/g, lang: 'bg', weight: 3 },
  { run: /[бвгджзйклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]/g, lang: 'ru', weight: -3 },
  { run: /щ[еину]|шт/g, lang: 'bg', weight: 0.5 },
  { run: /ськ|цьк|зьк|ьог|йог/g, lang: 'uk', weight: 2 },
  { run: /тся(?!\p{L})|ещё|чт|жд|ии(?!\p{L})|ее(?!\p{L})|ую(?!\p{L})/gu, lang: 'ru', weight: 1 },
  { run: /дз|шч|цц|ця[пнрлд]|аў/g, lang: 'be', weight: 1 },
]
