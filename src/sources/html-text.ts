import { load, type CheerioAPI } from 'cheerio/slim'
import { revealLink } from './telegram/hidden-link.ts'
import { TextWriter } from './text-writer.ts'

export type Selection = ReturnType<CheerioAPI>
type Node = NonNullable<Selection[number]>

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
])
const blocks = new Set(
  (
    'address article aside blockquote div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr li main nav ol p pre section table tr ul'
  ).split(' '),
)
/** Blocks that a blank line sets apart. */
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table'.split(' '))

/** Parses markup with htmlparser2: parse5 lets reply texts leak out of nested links. */
export function parseHtml(html: string): CheerioAPI {
  // The parser's time grows with the square of the depth; no honest page comes near the limit.
  const parsable = measureDepth(html) > deepest ? html.replace(/<[^<>]*>/g, ' ') : html
  return load(parsable, { xmlMode: false })
}

const deepest = 5_000
const unnested = /^(br|img|hr|input|meta|link|source|wbr|p|li|td|tr|dd|dt|option)$/i

function measureDepth(html: string): number {
  let depth = 0
  let most = 0
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (unnested.test(name)) continue
    depth = closing ? Math.max(depth - 1, 0) : depth + 1
    most = Math.max(most, depth)
  }
  return most
}

/**
 * The text a reader sees: `<br>` and blocks become line breaks, other white space collapses, Telegram
 * links hidden behind words are written out. `own` is the channel whose own links add nothing.
 */
export function readText(nodes: Iterable<Node>, own?: string): string {
  const text = new TextWriter()
  // A stack of its own: markup may be nested deeper than calls may be.
  const stack: (Node | (() => void))[] = [...nodes].reverse()
  let preserving = 0
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'function') at()
    else if ('data' in at && at.nodeType === 3) text.write(at.data, preserving > 0)
    else if ('attribs' in at && !silent.has(at.name)) {
      const { name, attribs } = at
      if (name === 'br') {
        text.breakLine()
        continue
      }
      const gap = paragraphs.has(name) ? 2 : blocks.has(name) ? 1 : 0
      text.separate(gap)
      if (name === 'pre') preserving += 1
      if (name === 'a') text.mark()
      stack.push(() => {
        if (name === 'pre') preserving -= 1
        if (name === 'a')
          text.replaceMarked((words) => revealLink(words, attribs['href'] ?? '', own))
        text.separate(gap)
      })
      stack.push(...at.children.toReversed())
    }
  }
  return text.read()
}

/** The text of a piece of HTML, as `readText` gives it. */
export function htmlToText(html: string, own?: string): string {
  if (!/[<&]/.test(html)) return html.trim()
  return readText(parseHtml(html).root().contents().get(), own)
}
