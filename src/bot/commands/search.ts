import { parseInstant } from '../../lib/time.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, link, nothing, rich, type Rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'
import { postUrl } from '../views/post-url.ts'
import type { SearchHit, SearchQuery } from '../../model/search.ts'

const pageSize = 5
const mostQuery = 300
const mostOffset = 500

export const search: Command = {
  name: 'search',
  role: 'reader',
  run: (asking, args) => showSearch(asking, args, 0),
}

type Read = { query: Omit<SearchQuery, 'limit' | 'offset'> } | { bad: string }

/** Words, `"phrases"`, and what narrows them: `lang:ru channel:x since:2026-07-01`. */
export function readSearch(typed: string, canonical: (channel: string) => string): Read {
  const narrow = new Map<string, string>()
  const words = typed
    .slice(0, mostQuery)
    .replace(/(?<!\S)(lang|channel|since):(\S+)/giu, (_all, key: string, value: string) => {
      narrow.set(key.toLowerCase(), value)
      return ' '
    })
    .trim()
  const given = narrow.get('since')
  const since = given === undefined ? undefined : readDay(given)
  if (given !== undefined && since === undefined) return { bad: given }
  const lang = narrow.get('lang')?.toLowerCase()
  const channel = narrow.get('channel')
  return {
    query: {
      words,
      ...(lang === undefined ? {} : { lang }),
      ...(channel === undefined ? {} : { channel: canonical(channel) }),
      ...(since === undefined ? {} : { since }),
    },
  }
}

const readDay = (given: string): string | undefined =>
  parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given)

/** A page of what was found, newest first. */
export async function showSearch(asking: Asking, typed: string, offset: number): Promise<Reply> {
  const { desk, words } = asking
  const read = readSearch(typed, (channel) => desk.channels.canonical(channel))
  if ('bad' in read) return say(rich`${words.search.badSince(read.bad)}`)
  const { lang, channel, since } = read.query
  const isNarrow = (lang ?? channel ?? since) !== undefined
  if (read.query.words === '' && !isNarrow) return say(rich`${words.search.empty}`)
  const from = Math.min(offset, mostOffset)
  // One more than is shown tells whether there is another page.
  const hits = await desk.archive.search.find({ ...read.query, limit: pageSize + 1, offset: from })
  if (hits.length === 0) return say(rich`${words.search.none}`)
  const shown = hits.slice(0, pageSize)
  const page = (to: number) => ({
    do: 'search' as const,
    query: typed.slice(0, mostQuery),
    offset: to,
  })
  const last = from + shown.length
  return say(
    lines([
      bold(words.search.title(`${from + 1}–${last}${hits.length > pageSize ? '+' : ''}`)),
      ...shown.flatMap((hit) => [nothing, hitLines(hit, asking)]),
    ]),
    rows([
      from > 0 ? { label: '◀', action: page(Math.max(0, from - pageSize)) } : undefined,
      hits.length > pageSize && last < mostOffset ? { label: '▶', action: page(last) } : undefined,
    ]),
  )
}

function hitLines({ signal, story, excerpt }: SearchHit, { desk, time }: Asking): Rich {
  const { title } = desk.channels.get(signal.channel)
  return lines([
    rich`${link(foreign(title), postUrl(signal))} · ${time.show(signal.at)} · ${foreign(signal.lang)}`,
    highlight(excerpt),
    story === undefined ? undefined : `/story_${story}`,
  ])
}

/** Hits stand between U+0002 and U+0003. */
function highlight(excerpt: string): Rich {
  const parts = excerpt.split(/\u0002([^\u0002\u0003]*)\u0003/u)
  return rich`${parts.map((part, index) => (index % 2 === 1 ? bold(part) : rich`${part}`))}`
}
