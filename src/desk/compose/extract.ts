import { dropped, elided } from './plain-text.ts'

/** A sentence as it may be quoted, and where it stands in the text it was taken from. */
export interface Extract {
  /** Words as posted, in one line, without emoji, markup, links and handles. */
  text: string
  from: number
  to: number
  /** A name was left out: `[…]` stands for it. */
  elides: boolean
}

const opening = /^(?:[\s\u0000|:;,.!·~=_/\\>\-–—*+]|\d{1,2}[.)](?=\s))+/u
const closing = /(?<![\s\u0000|;,·~=_/\\<\-–—*+(«“[])[\s\u0000|;,·~=_/\\<\-–—*+(«“[]+$/u
const names = new RegExp(`(?:${elided}[\\s\\u0000]*)+(?<=(\\s?))`, 'gu')
const newsTag =
  /^(?:(?:BREAKING(?: NEWS)?|URGENT|JUST IN|FLASH|EXCLUSIVE|UPDATE|ALERT|NEW|NOW|СРОЧНО|МОЛНИЯ|ВАЖНО|ТЕРМІНОВО|БЛИСКАВКА)(?![\p{L}\p{N}])|(?:breaking(?: news)?|urgent|just in|flash|exclusive|update|alert|срочно|молния|важно|терміново|блискавка|обновлено|обновление|оновлено|оновлення|עדכון|דחוף|מבזק|تحديث|به‌روزرسانی|بیان فوری|خبر عاجل|عاجل(?: جدا)?|فوری|فوري)(?=[\s\u0000]*(?:[:!|\n–—-]|$)))[\s\u0000:!|–—-]*/iu
const upperTag = /^\p{Lu}[\p{Lu}\s]*(?![\p{Ll}])/u

/** The sentence at `start`–`end` without what stands around its words; undefined where it has none. */
export function toExtract(plain: string, start: number, end: number): Extract | undefined {
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
    .replace(names, '[…]$1')
    .replace(/\s+/gu, ' ')
    .replace(/\( ?\)|\[ ?\]|« ?»/gu, '')
    .replace(/(?<! ) +([.,;:!?؟،])/gu, '$1')
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
  `[\\s\\u0000,(|/–—-]*(?:(?<![\\p{L}])(?:${credits}))?[\\s\\u0000:]*(?:(?<![\\p{L}])the[\\s\\u0000]+)?(?:${elided}[\\s\\u0000|/().,]*)+` +
    '(?:channel[\\s\\u0000]*)?(?:(?:reports?|says?|said|reported|writes|пишет|сообщает|передает|пише|повідомляє|передає)[\\s\\u0000.]*)?$',
  'iu',
)

/** What stands after a sentence is short: looking further back would be slow. */
const trailingMost = 200

/** Trailing separators, and "via […]" where a name ended the sentence. */
function trailingLength(plain: string): number {
  const end = plain.slice(-trailingMost)
  const named = end.includes(elided) ? end.replace(closing, '').replace(trailingName, '') : end
  return end.length - named.replace(closing, '').length
}
