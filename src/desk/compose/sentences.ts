import { type Extract, toExtract } from './extract.ts'
import { dropped, toPlainText } from './plain-text.ts'

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
  const before =
    /(?<![^\s\u0000])[^\s\u0000]*$/u.exec(plain.slice(Math.max(start, mark - 40), mark))?.[0] ?? ''
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
