import { type ScanForm, scanForm } from './scan-form.ts'

/** Before a name: whose words they are, or where to find it. */
const credits = [
  'via citing cites cited quoting quotes source sources channel channels outlet telegram tg courtesy credit subscribe join follow',
  'по данным|со ссылкой на|сообщает|сообщил|сообщили|сообщают|передает|передаёт|пишет|пишут|источник|источники|канал|канала|каналу|каналом|телеграм-канал|паблик|подписывайтесь на|подпишись на',
  'за даними|з посиланням на|повідомляє|повідомили|пише|джерело|каналу|телеграм-канал|підписуйтесь на',
  'نقلا عن|نقلاً عن|بحسب|وفقا ل|وفق|المصدر|مصدر|قناة|تابعوا|اشتركوا في',
  'به نقل از|به گزارش|بنا بر گزارش|منبع|کانال|دنبال کنید',
  'לפי|על פי|לדברי|ערוץ|בערוץ|מקור|דיווח|הצטרפו ל',
  'according to|reported by|posted by|published by|circulated via|the channel|h/t|©',
].flatMap((line) => (line.includes('|') ? line.split('|') : line.split(' ')))

/** Before a name too, and before any other noun. */
const prepositions =
  'by|from|per|says|said|photo|video|footage|через|عبر|حسب|از طریق|מתוך|דרך'.split('|')

/** After a name: that it speaks. */
const speaking = [
  'channel channels telegram reports reported report says said writes wrote posts posted claims claimed shared published notes noted adds added citing quoting correspondent editors',
  'сообщает сообщил сообщили сообщают пишет пишут передает передаёт передают утверждает публикует канал',
  'повідомляє повідомили пише пишуть передає публікує канал',
  'تقول قالت ذكرت أفادت نشرت نقلت',
  'نوشت گزارش منتشر اعلام',
  'דיווח דיווחו פרסם פרסמו כותב',
].flatMap((line) => line.split(' '))

const anyOf = (cues: readonly string[]) =>
  cues
    .map((cue) =>
      scanForm(cue)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s+'),
    )
    .join('|')

const opening = `["'«»“”„‘’(*_[]{0,3}`
const closing = `["'«»“”’)*_\\]]{0,3}`
const leading = (cues: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${anyOf(cues)})\\s*:?\\s*(?<article>(?:the|an?|its)\\s+)?${opening}$`,
    'u',
  )
const credited = leading(credits)
const afterPreposition = leading(prepositions)
const speaks = new RegExp(
  `^${closing}(?:'s|’s)?\\s*(?:(?:has|have|had|also|later|live|news)\\s+){0,2}(?:${anyOf(speaking)})(?![\\p{L}\\p{N}])`,
  'u',
)
/** At the head of a sentence or line: "Mash: three were hurt". */
const opensCredit = /(?:^|[.!?…>"«“]\s*|\n[^\S\n]*)$/u
const credit = /^["'»”)]{0,2}\s*[:|]/u
const opensClause =
  /(?:^|[.!?…,;:>"«“(—–]\s*|\n[^\S\n]*|(?<!\p{L})(?:as|that|and|but|while|what|как|что|и|як|що)\s+)$/u
const endsClause = new RegExp(`^${closing}\\s*(?:$|[.!?…,;:)\\]|<\\n—–•])`, 'u')
const quotes: readonly [RegExp, RegExp] = [/["'«“„‘]$/u, /^["'»”’]/u]

const around = 60

/**
 * A single word counts as a name where somebody is said to speak by it, where it is credited, and where it is
 * a whole value: an attribute, a tag, a comment, a line. An everyday word after such a cue counts only where
 * it is written as a name is: with a capital, in quotation marks, in another script than its neighbours, or
 * as all that is credited ("via shot."; not "via the shot glass").
 */
export function isUsedAsName({ text, cased }: ScanForm, from: number, to: number): boolean {
  const head = text.slice(Math.max(0, from - around), from)
  const tail = text.slice(to, to + around)
  if (isWholeValue(head, tail) || (opensCredit.test(head) && credit.test(tail))) return true
  const isCredited = credited.exec(head)
  const isSpeaking = speaks.test(tail)
  const lead = isCredited ?? afterPreposition.exec(head)
  if (lead === null && !isSpeaking) return false
  const name = cased.slice(from, to)
  const [before, after] = [
    cased.slice(Math.max(0, from - around), from),
    cased.slice(to, to + around),
  ]
  if ((quotes[0].test(head) && quotes[1].test(tail)) || isOtherScript(name, before, after))
    return true
  const hasArticle = lead?.groups?.['article'] !== undefined
  // "Via the Shot Glass": the name, or the headline, is longer.
  if (/\p{Lu}/u.test(name)) return !hasArticle || isSpeaking || !/^\s\p{Lu}/u.test(after)
  if (!/\p{Ll}/u.test(name)) return isSpeaking || isCredited !== null || endsClause.test(tail)
  return (
    (isCredited !== null && !hasArticle && endsClause.test(tail)) ||
    (isSpeaking && opensClause.test(head))
  )
}

const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Greek'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
)
const scriptOf = (letter: string | undefined) =>
  letter === undefined ? undefined : scripts.find((script) => script.test(letter))

/** A Latin name among Cyrillic letters is no word of the sentence. */
function isOtherScript(name: string, before: string, after: string): boolean {
  const own = scriptOf(name)
  const beside = [before.match(/\p{L}/gu)?.at(-1), /\p{L}/u.exec(after)?.[0]].map(scriptOf)
  return own !== undefined && beside.some((script) => script !== undefined && script !== own)
}

function isWholeValue(head: string, tail: string): boolean {
  const quotedHere = /[=:[,]\s*["'`]$/.test(head) && /^["'`]/.test(tail)
  const bareValue = /[=:]\s*$/.test(head) && /^\s*(?:[,;}\]\n<&]|$)/.test(tail)
  const element = />\s*$/.test(head) && /^\s*</.test(tail)
  const comment = /<!--\s*$/.test(head) || /^\s*-->/.test(tail)
  const line = /(?:^|\n)(?:[>*#•-]|[^\S\n])*["'`]?$/.test(head) && /^["'`]?\s*(?:\n|$)/.test(tail)
  return quotedHere || bareValue || element || comment || line
}
