/** Longest headline, as on the page of a dispatch. */
export const headlineLength = 110

const sentenceBreak = /(?<=[.!?؟…])\s+|\n+/u
const decoration =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}\u200d\ufe0f#*_|]+/gu
const links = /(?:https?:\/\/|www\.|t\.me\/)\S+|@\w+/gi

/** The first sentence of a text that says something, without emoji, links and markup, cut at a word. */
export function headlineOf(text: string): string {
  const plain = text.replace(links, ' ').replace(decoration, ' ')
  const sentences = plain.split(sentenceBreak).map((part) => part.replace(/\s+/g, ' ').trim())
  const lead = sentences.findIndex((sentence) => /\p{L}{2}/u.test(sentence))
  if (lead < 0) return ''
  let headline = sentences[lead] ?? ''
  // "Syzran." or "BREAKING" alone is a dateline, not a headline.
  if (headline.length < 25 && sentences[lead + 1] !== undefined)
    headline += ` ${sentences[lead + 1] ?? ''}`
  return cutAtWord(headline.trim().replace(/^[:,.\-–—\s]+|(?<![:,\-–—\s])[:,\-–—\s]+$/g, ''))
}

function cutAtWord(text: string): string {
  if (text.length <= headlineLength) return text
  const cut = text.slice(0, headlineLength - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > headlineLength / 2 ? cut.slice(0, space) : cut}…`
}
