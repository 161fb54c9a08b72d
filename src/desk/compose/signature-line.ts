import { words } from '../../lib/text.ts'

/** Longer lines say something, whatever else they hold. */
const longestWords = 8
const longestLabelWords = 4

const callToAction =
  /subscri|join us|join our|follow us|our (?:channel|chat|bot)|support us|donat|send (?:us )?news|подпи[сш]|прислать|присла|наш(?:ем|ему|и)? (?:канал|чат|бот)|поддержать|надіслати|долучай|اشترك|تابعو|انضم|قناتنا|להצטרפות|הצטרפו|עקבו|לערוץ|عضو ش|بپیوندید|کانال ما|دنبال کنید/iu
/** Where it has it from: told by the citation, not quoted. */
const sourceLabel =
  /^[^\p{L}]*(?:source|via|источник|джерело|المصدر|مصدر|منبع|מקור|read more|more|читать|подробнее|детальніше|اقرأ|لقراءة|ادامه|להמשך)(?![\p{L}])/iu
const linkOrHandle = /https?:\/\/|t\.me\/|www\.|@\w{2}|\]\(/i
const tags = /#[\p{L}\p{N}_]+/gu
const isOnlyTags = (line: string) => {
  const rest = line.replace(tags, '')
  return rest !== line && !/[\p{L}\p{N}]/u.test(rest)
}

/**
 * The line is a channel's signature, a call to subscribe, a bare link or a run of tags. `line` is as
 * posted, `plain` the same with links and handles taken out;
 * `opens` tells that no line with words stands before it.
 */
export function isSignatureLine(
  line: string,
  plain: string,
  ownNames: readonly string[],
  opens: boolean,
): boolean {
  if (line.length > 400) return false
  if (isOnlyTags(line)) return true
  const left = words(plain).map(({ word }) => word)
  if (left.length > longestWords) return false
  if (callToAction.test(line) || ownNames.some((name) => saysOnly(left, name))) return true
  // A post may open with three words and a link: they are its news.
  if (opens) return false
  if (linkOrHandle.test(line) && left.length <= longestLabelWords) return true
  return sourceLabel.test(line) && left.length <= longestLabelWords + 1
}

function saysOnly(said: readonly string[], name: string): boolean {
  const named = words(name).map(({ word }) => word)
  const all = (some: readonly string[], of: readonly string[]) =>
    some.every((word) => of.includes(word))
  return named.length > 0 && all(said, named) && all(named, said)
}
