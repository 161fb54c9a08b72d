import { badRequest } from './refusal.ts'

/** A stretch of a message, in UTF-16 units. */
export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
}

export interface Formatted {
  text: string
  entities: Entity[]
}

const types: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Telegram keeps so many entities of a message and forgets the others. */
const mostEntities = 100

interface Open {
  tag: string
  offset: number
  entity: Partial<Entity> & { type: string }
}

/** Reads a message as `parse_mode: HTML` does, and refuses what that refuses, in its words. */
export function parseHtml(html: string): Formatted {
  const entities: Entity[] = []
  const open: Open[] = []
  let text = ''
  for (let at = 0; at < html.length;) {
    const unit = html.charAt(at)
    if (unit === '&') {
      const { read, length } = readCharacter(html.slice(at))
      text += read
      at += length
    } else if (unit !== '<') {
      text += unit
      at += 1
    } else if (html.charAt(at + 1) === '/') {
      const { tag, length } = readEndTag(html, at)
      const last = open.pop()
      if (last === undefined)
        throw cannotParse(`Unexpected end tag at byte offset ${bytes(html, at)}`)
      if (tag !== '' && tag !== last.tag)
        throw cannotParse(
          `Unmatched end tag at byte offset ${bytes(html, at)}, expected "</${last.tag}>", found "</${tag}>"`,
        )
      if (text.length > last.offset)
        entities.push({ ...last.entity, offset: last.offset, length: text.length - last.offset })
      at += length
    } else {
      const { tag, attributes, length } = readStartTag(html, at)
      open.push({ tag, offset: text.length, entity: entityOf(tag, attributes, bytes(html, at)) })
      at += length
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined)
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`)
  return trim({ text, entities })
}

const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`)

const bytes = (html: string, at: number) => Buffer.byteLength(html.slice(0, at))

function readCharacter(rest: string): { read: string; length: number } {
  const [all = '&', name = '', decimal, hexadecimal] =
    /^&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([\da-f]{1,6}));?/i.exec(rest) ?? []
  const named = characters[name.toLowerCase()]
  if (named !== undefined) return { read: named, length: all.length }
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isCharacter = point > 0 && point <= 0x10ffff
  return isCharacter
    ? { read: String.fromCodePoint(point), length: all.length }
    : { read: '&', length: 1 }
}

function readEndTag(html: string, at: number): { tag: string; length: number } {
  const [all, tag = ''] = /^<\/([^\s>]*)\s*>/.exec(html.slice(at)) ?? []
  if (all === undefined) throw cannotParse(`Unclosed end tag at byte offset ${bytes(html, at)}`)
  return { tag: tag.toLowerCase(), length: all.length }
}

function readStartTag(html: string, at: number) {
  const [, name = ''] = /^<([^\s>]*)/.exec(html.slice(at)) ?? []
  const tag = name.toLowerCase()
  if (at + 1 + name.length >= html.length)
    throw cannotParse(`Unclosed start tag at byte offset ${bytes(html, at)}`)
  if (!(tag in types))
    throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${bytes(html, at)}`)
  const [all, inside = ''] =
    /^<[^\s>]*((?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*>/.exec(
      html.slice(at),
    ) ?? []
  if (all === undefined)
    throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${bytes(html, at)}`)
  const found = inside.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g)
  const attributes = new Map(
    [...found].map(([, key = '', a, b, c]) => [key.toLowerCase(), unescape(a ?? b ?? c ?? '')]),
  )
  return { tag, attributes, length: all.length }
}

const unescape = (text: string) =>
  text.replace(/&(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);?/gi, (all) => readCharacter(all).read)

function entityOf(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  offset: number,
): Open['entity'] {
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler')
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`)
  if (tag === 'blockquote' && attributes.has('expandable')) return { type: 'expandable_blockquote' }
  const type = types[tag] ?? tag
  if (tag !== 'a') return { type }
  const url = attributes.get('href') ?? ''
  return { type, url }
}

/** Space at both ends is cut off, and the entities with it; those that hold nothing, or lead nowhere, are gone. */
function trim({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  const kept = entities
    .map((entity) => {
      const from = Math.max(entity.offset - start, 0)
      const to = Math.min(entity.offset + entity.length - start, trimmed.length)
      return { ...entity, offset: from, length: to - from }
    })
    .filter(({ length, url }) => length > 0 && (url === undefined || opensSomething(url)))
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text: trimmed, entities: kept.slice(0, mostEntities) }
}

const opensSomething = (url: string) =>
  URL.canParse(url) && ['http:', 'https:', 'tg:', 'ton:', 'mailto:'].includes(new URL(url).protocol)
