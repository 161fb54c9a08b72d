import { dropped, elided, toPlainText } from './plain-text.ts'

/** A sentence as it may be quoted, and where it stands in the text it was taken from. */
export interface Extract {
  /** Words as posted, in one line, without emoji, markup, links and handles. */
  text: string
  from: number
  to: number
  /** A name was left out: `[…]` stands for it. */
  elides: boolean
}

const boundary = /[.!?…؟۔]+[\u0000"'»”’)\]]*|\n/gu
const arabicScript = /[\u0600-\u06ff]/
const abbreviations = new Set(
  (
    'mr mrs ms dr st gen col lt sgt maj capt rep sen gov prof jr sr inc ltd corp vs no nos approx est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n a.m p.m e.g i.e ' +
    'г гг ул им тыс млн млрд руб обл стр ст т.е т.д т.п т.к т.н д пр просп др см кв м км р рр вул грн буд смт'
  ).split(' '),
)

/**
 * The sentences of a post in any of the desk's languages, footers left out. Breaks at end marks, line
 * breaks and bullets; not after abbreviations, initials and enumerators, nor inside a wrapped line.
 */
export function splitSentences(
  text: string,
  ownNames: readonly string[] = [],
  hidden: readonly string[] = [],
): Extract[] {
  const plain = toPlainText(text, ownNames, hidden)
  const found: Extract[] = []
  let start = 0
  const take = (end: number) => {
    const extract = toExtract(plain, start, end)
    if (extract) found.push(extract)
    start = end
  }
  for (const match of plain.matchAll(boundary)) {
    const end = match.index + match[0].length
    if (
      match[0] === '\n'
        ? endsAtLineBreak(plain, match.index)
        : endsAt(plain, start, match.index, end)
    )
      take(end)
  }
  take(plain.length)
  return found
}

const nextVisible = (plain: string, from: number) =>
  /[^\s\u0000]/u.exec(plain.slice(from, from + 200))?.[0] ?? ''
const lastVisible = (plain: string, to: number) =>
  /([^\s\u0000])[\s\u0000]*$/u.exec(plain.slice(Math.max(0, to - 200), to))?.[1] ?? ''

/** A line that goes on in lower case after no end mark was only wrapped. */
function endsAtLineBreak(plain: string, at: number): boolean {
  if (plain[at + 1] === '\n' || plain[at - 1] === '\n') return true
  return !(/[\p{L}\p{N},]/u.test(lastVisible(plain, at)) && /\p{Ll}/u.test(nextVisible(plain, at)))
}

function endsAt(plain: string, start: number, mark: number, end: number): boolean {
  const following = plain.slice(end, end + 200).replaceAll(dropped, '')
  const next = following.trimStart().charAt(0)
  if (next === '') return true
  const before = /[^\s\u0000]*$/u.exec(plain.slice(Math.max(start, mark - 40), mark))?.[0] ?? ''
  const loud = /[!?؟]/.test(plain.slice(mark, end))
  if (!/^\s/.test(following)) return endsWithoutSpace(before, next, loud)
  if (/\p{Ll}/u.test(next)) return false
  if (loud || plain[mark] === '…') return true
  const word = before.replace(/^[("«“[]+/u, '')
  if (/^\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase())) return false
  return !/^\d{1,2}$/.test(plain.slice(start, mark).replaceAll(dropped, '').trim())
}

/** Line breaks and spaces are often lost on the way: "…است.مسئول", "…пожар.На месте". */
function endsWithoutSpace(before: string, next: string, loud: boolean): boolean {
  if (arabicScript.test(next)) return arabicScript.test(before.slice(-1))
  if (/[\u0400-\u042f]/.test(next)) return /[\u0430-\u045f]{3}$/.test(before)
  return loud && /\p{L}/u.test(next)
}

const opening = /^(?:[\s\u0000|:;,.!·~=_/\\>\-–—*+]|\d{1,2}[.)](?=\s))+/u
const closing = /[\s\u0000|:;,·~=_/\\<\-–—*+(«“[]+$/u
const newsTag =
  /^(?:(?:BREAKING(?: NEWS)?|URGENT|JUST IN|FLASH|EXCLUSIVE|UPDATE|ALERT|NEW|NOW|СРОЧНО|МОЛНИЯ|ВАЖНО|ТЕРМІНОВО|БЛИСКАВКА)(?![\p{L}\p{N}])|(?:breaking(?: news)?|urgent|just in|flash|exclusive|update|alert|срочно|молния|важно|терміново|блискавка|עדכון|דחוף|מבזק|بیان فوری|خبر عاجل|عاجل(?: جدا)?|فوری|فوري)(?=[\s\u0000]*(?:[:!|\n–—-]|$)))[\s\u0000:!|–—-]*/iu
const upperTag = /^\p{Lu}[\p{Lu}\s]*(?![\p{Ll}])/u

function toExtract(plain: string, start: number, end: number): Extract | undefined {
  let from = start
  for (let skipped = -1; skipped !== from;) {
    skipped = from
    from += opening.exec(plain.slice(from, end))?.[0].length ?? 0
    from += tagLength(plain.slice(from, end))
  }
  from += leadingName.exec(plain.slice(from, end))?.[0].length ?? 0
  const to = end - trailingLength(plain.slice(from, end))
  const words = plain.slice(from, Math.max(from, to))
  const text = words
    .replaceAll(dropped, '')
    .replace(new RegExp(`(?:${elided}[\\s\\u0000]*)+(?<=(\\s?))`, 'gu'), '[…]$1')
    .replace(/\s+/gu, ' ')
    .replace(/\( ?\)|\[ ?\]|« ?»/gu, '')
    .replace(/ +([.,;:!?؟،])/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
  return /\p{L}{2}/u.test(text.replace('[…]', ''))
    ? { text, from, to, elides: words.includes(elided) }
    : undefined
}

/** "BREAKING" and its like, in capitals or followed by a colon, say nothing of the event. */
function tagLength(plain: string): number {
  const tag = newsTag.exec(plain)?.[0] ?? ''
  if (tag === '') return 0
  const cased = /\p{Lu}|\p{Ll}/u.test(tag)
  const separated = /[:!|–—-]/.test(tag) || tag.length === plain.length
  return !cased || separated || upperTag.test(tag) ? tag.length : 0
}

const credits =
  'via|per|by|from|h/t|source|according to|по данным|сообщает|пишет|источник|за даними|повідомляє|пише|джерело|לפי|על פי|דרך|نقلا عن|نقلاً عن|عبر|به نقل از|از'
/** A name that opens a sentence, with a colon after it, only says whose words they are. */
const leadingName = new RegExp(
  `^(?:(?:${credits})[\\s\\u0000]+)?(?:${elided}[\\s\\u0000]*)+[:—–|-]|^(?:[\\s${elided}])+$`,
  'iu',
)
const trailingName = new RegExp(
  `[\\s\\u0000,(|/–—-]*(?:(?<![\\p{L}])(?:${credits}))?[\\s\\u0000:]*(?:${elided}[\\s\\u0000|/).,]*)+` +
    '(?:(?:reports?|says?|said|reported|writes|пишет|сообщает|передает|пише|повідомляє|передає)[\\s\\u0000.]*)?$',
  'iu',
)

/** Trailing separators, and "via […]" where a name ended the sentence. */
function trailingLength(plain: string): number {
  const shown = plain.replace(trailingName, '').replace(closing, '')
  return plain.length - shown.length
}
