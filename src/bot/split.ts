import type { Rich } from './rich.ts'

/** Telegram's limits, in UTF-16 units of the text without its markup. */
export const mostOfMessage = 4096
export const mostOfCaption = 1024

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A part of a text with the marks that reach into it, cut to it. */
export function slice({ text, marks }: Rich, from: number, to: number): Rich {
  return {
    text: text.slice(from, to),
    marks: marks
      .filter((mark) => mark.from < to && mark.to > from)
      .map((mark) => ({
        ...mark,
        from: Math.max(mark.from, from) - from,
        to: Math.min(mark.to, to) - from,
      })),
  }
}

/** The text in parts that fit a message each, cut between paragraphs, lines, words or at least characters. */
export function split(message: Rich, most = mostOfMessage): Rich[] {
  const parts: Rich[] = []
  let rest = trimmed(message)
  while (rest.text.length > most) {
    const end = endOfPart(rest.text, most)
    parts.push(trimmed(slice(rest, 0, end)))
    rest = trimmed(slice(rest, end, rest.text.length))
  }
  if (rest.text !== '') parts.push(rest)
  return parts.filter(({ text }) => text !== '')
}

/** The beginning of a text that fits, with a sign that it goes on. */
export function shorten(message: Rich, most: number): Rich {
  if (message.text.length <= most) return message
  const { text, marks } = trimmed(slice(message, 0, endOfPart(message.text, most - 2)))
  // Words of a post stay kept from turning what follows, though their end is cut off.
  const isOpen = text.lastIndexOf('\u2068') > text.lastIndexOf('\u2069')
  return { text: `${text}…${isOpen ? '\u2069' : ''}`, marks }
}

function endOfPart(text: string, most: number): number {
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(gap, most - gap.length)
    // A cut that would leave a part half empty reads worse than one inside a paragraph.
    if (at >= most / 2) return at + gap.length
  }
  return endOfGrapheme(text, most)
}

/** The last end of a whole character within `most`; a character longer than that is cut all the same. */
function endOfGrapheme(text: string, most: number): number {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  if (end > 0) return end
  const isSplitPair = /[\ud800-\udbff]/.test(text.charAt(most - 1))
  return isSplitPair ? most - 1 : most
}

/** Without space around it, which Telegram cuts off by itself and so would shift the marks. */
function trimmed(message: Rich): Rich {
  const start = message.text.length - message.text.trimStart().length
  const end = message.text.trimEnd().length
  return start === 0 && end === message.text.length
    ? message
    : slice(message, start, Math.max(start, end))
}
