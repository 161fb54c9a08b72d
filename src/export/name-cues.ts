import { scanForm } from './scan-form.ts'

/** Before a name: whose words they are, or where to find it. */
const before = [
  'via by from per citing cites cited quoting quotes says source sources channel channels outlet telegram tg photo video footage courtesy credit subscribe join follow',
  'по данным|со ссылкой на|сообщает|сообщил|сообщили|сообщают|передает|передаёт|пишет|пишут|источник|источники|канал|канала|каналу|каналом|телеграм-канал|через|паблик|подписывайтесь на|подпишись на',
  'за даними|з посиланням на|повідомляє|повідомили|пише|джерело|каналу|телеграм-канал|підписуйтесь на',
  'نقلا عن|نقلاً عن|بحسب|وفقا ل|وفق|المصدر|مصدر|قناة|عبر|حسب|تابعوا|اشتركوا في',
  'به نقل از|به گزارش|بنا بر گزارش|منبع|کانال|از طریق|دنبال کنید',
  'לפי|על פי|לדברי|מתוך|ערוץ|בערוץ|מקור|דרך|דיווח|הצטרפו ל',
  'according to|reported by|posted by|published by|circulated via|the channel|h/t|©',
].flatMap((line) => (line.includes('|') ? line.split('|') : line.split(' ')))

/** After a name: that it speaks. */
const after = [
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

const leads = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyOf(before)})\\s*:?\\s*(?:(?:the|an?|its)\\s+)?["'«»“”„‘’(*_[]{0,3}$`,
  'u',
)
const follows = new RegExp(
  `^["'«»“”’)*_\\]]{0,3}(?:'s|’s)?\\s*(?:(?:has|have|had|also|later|live|news)\\s+){0,2}(?:${anyOf(after)})(?![\\p{L}\\p{N}])`,
  'u',
)
/** At the head of a sentence or line: "Mash: three were hurt". */
const opensCredit = /(?:^|[.!?…\n>"«“]\s*)$/u
const credit = /^["'»”)]{0,2}\s*[:|•—]/u

/**
 * A single word counts as a name where somebody is said to speak by it, where it is credited, and where it is
 * a whole value: an attribute, a tag, a comment, a line. `head` and `tail` are the text around it.
 */
export function isUsedAsName(head: string, tail: string): boolean {
  return (
    leads.test(head) ||
    follows.test(tail) ||
    (opensCredit.test(head) && credit.test(tail)) ||
    isWholeValue(head, tail)
  )
}

function isWholeValue(head: string, tail: string): boolean {
  const quotedHere = /[=:[,]\s*["'`]$/.test(head) && /^["'`]/.test(tail)
  const bareValue = /[=:]\s*$/.test(head) && /^\s*(?:[,;}\]\n<&]|$)/.test(tail)
  const element = />\s*$/.test(head) && /^\s*</.test(tail)
  const comment = /<!--\s*$/.test(head) || /^\s*-->/.test(tail)
  const line = /(?:^|\n)[\s>*#•-]*["'`]?$/.test(head) && /^["'`]?\s*(?:\n|$)/.test(tail)
  return quotedHere || bareValue || element || comment || line
}
