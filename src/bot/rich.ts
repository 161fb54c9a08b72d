import { plain, plainWithIsolates } from '../lib/terminal-text.ts'

export type MarkKind = 'b' | 'i' | 'u' | 's' | 'code' | 'pre' | 'a' | 'blockquote' | 'tg-spoiler'

/** Characters `from`–`to` (UTF-16) of a text set in a manner; marks are nested, never crossed. */
export interface Mark {
  kind: MarkKind
  from: number
  to: number
  href?: string
}

/** Text as Telegram will show it, with its marks; the one way to make a message. */
export interface Rich {
  readonly text: string
  readonly marks: readonly Mark[]
}

export type RichPart = Rich | string | number | undefined | readonly RichPart[]

/** A message of parts put between constant words; strings are taken for what they say, never for markup. */
export function rich(literals: TemplateStringsArray, ...parts: readonly RichPart[]): Rich {
  return joined(literals.flatMap((literal, index) => [{ text: literal, marks: [] }, parts[index]]))
}

export const bold = (part: RichPart): Rich => marked('b', part)
export const italic = (part: RichPart): Rich => marked('i', part)
export const code = (part: RichPart): Rich => marked('code', part)
export const struck = (part: RichPart): Rich => marked('s', part)
export const quote = (part: RichPart): Rich => marked('blockquote', part)

/** A link, or the words alone where the address is not one that a phone may open. */
export function link(part: RichPart, href: string | undefined): Rich {
  const content = joined([part])
  const safe =
    href !== undefined && URL.canParse(href) && /^(?:https?|tg):$/.test(new URL(href).protocol)
  return safe ? wrapped('a', content, href) : content
}

/** Words of a post: kept from turning the direction of what stands around them. */
export function foreign(text: string): Rich {
  const clean = plain(text)
  return { text: clean === '' ? '' : `\u2068${clean}\u2069`, marks: [] }
}

/** Words of the bot's own after a command or a name: they read in their own direction, whichever the line has. */
export function apart(part: RichPart): Rich {
  const content = joined([part])
  return content.text === '' ? nothing : joined([isolateFrom, content, isolateTo])
}

const isolateFrom: Rich = { text: '\u2068', marks: [] }
const isolateTo: Rich = { text: '\u2069', marks: [] }

export function lines(parts: readonly (RichPart | undefined)[]): Rich {
  const shown = parts.filter((part) => part !== undefined)
  return joined(shown.flatMap((part, index) => (index === 0 ? [part] : ['\n', part])))
}

export const nothing: Rich = { text: '', marks: [] }

function marked(kind: MarkKind, part: RichPart): Rich {
  return wrapped(kind, joined([part]))
}

function wrapped(kind: MarkKind, { text, marks }: Rich, href?: string): Rich {
  if (text === '') return nothing
  const mark = { kind, from: 0, to: text.length, ...(href === undefined ? {} : { href }) }
  return { text, marks: [mark, ...marks] }
}

function joined(parts: readonly RichPart[]): Rich {
  let text = ''
  const marks: Mark[] = []
  for (const part of parts) {
    const { text: more, marks: inner } = toRich(part)
    for (const mark of inner) {
      marks.push({ ...mark, from: mark.from + text.length, to: mark.to + text.length })
    }
    text += more
  }
  return { text, marks }
}

function toRich(part: RichPart): Rich {
  if (part === undefined) return nothing
  // What came from outside could hide, reorder or restyle what stands beside it.
  if (typeof part === 'string') return { text: plainWithIsolates(part), marks: [] }
  if (typeof part === 'number') return { text: String(part), marks: [] }
  return 'marks' in part ? part : joined(part)
}
