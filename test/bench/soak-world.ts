import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LocalTelegram } from '../helpers/telegram/local-telegram.ts'

/** Who is listened to in a soak: by preview page, by feed, by the bot. */
export interface SoakChannel {
  id: string
  kind: 'preview' | 'feed' | 'bot'
}

const pageSize = 20
const feedSize = 50

/** Local servers that many channels post on, and what they let out. */
export interface SoakWorld {
  url: string
  post(channel: SoakChannel, text: string, at: Date): void
  /** Posts let out, by channel. */
  served(): ReadonlyMap<string, number>
  /** How often each page and feed was asked for, without the pages before it. */
  polls(): ReadonlyMap<string, number>
  close(): Promise<void>
}

interface Post {
  id: number
  text: string
  at: string
}

/** Previews and feeds on loopback; posts of the bot's channels go to its server. */
export async function startSoakWorld(telegram: LocalTelegram): Promise<SoakWorld> {
  const posts = new Map<string, Post[]>()
  const counts = new Map<string, number>()
  const polls = new Map<string, number>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://t.example')
    const [, kind = '', id = ''] = url.pathname.split('/')
    const before = Number(url.searchParams.get('before') ?? Infinity)
    if (before === Infinity) polls.set(id, (polls.get(id) ?? 0) + 1)
    const some = posts.get(id) ?? []
    response.end(kind === 'feed' ? feed(id, some) : page(id, some, before))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    post: ({ id: channel, kind }, text, at) => {
      const id = (counts.get(channel) ?? 0) + 1
      counts.set(channel, id)
      if (kind === 'bot') {
        const chat = { id: chatNumber(channel), type: 'channel', title: channel, username: channel }
        const date = Math.floor(at.getTime() / 1000)
        const post = { message_id: id, sender_chat: chat, chat, date, text }
        telegram.api.push({ channel_post: post })
        return
      }
      const kept = [...(posts.get(channel) ?? []), { id, text, at: at.toISOString() }]
      posts.set(channel, kept.slice(-100))
    },
    served: () => counts,
    polls: () => polls,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) =>
        server.close(() => {
          resolve()
        }),
      )
    },
  }
}

const chatNumber = (channel: string) => -1_001_000_000_000 - Number(channel.split('_')[1])

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function page(channel: string, posts: readonly Post[], before: number): string {
  const shown = posts.filter(({ id }) => id < before).slice(-pageSize)
  const blocks = shown.map(
    ({
      id,
      text,
      at,
    }) => `<div class="tgme_widget_message js-widget_message" data-post="${channel}/${id}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text js-message_text">${escaped(text)}</div>
<a class="tgme_widget_message_date" href="https://t.me/${channel}/${id}"><time datetime="${at}"></time></a>
</div></div>`,
  )
  const none = '<div class="tme_no_messages_found">No posts found</div>'
  return `<html><body>${blocks.join('\n') || none}</body></html>`
}

function feed(channel: string, posts: readonly Post[]): string {
  const items = posts
    .slice(-feedSize)
    .map(
      ({ id, text, at }) =>
        `<item><guid>${channel}-${id}</guid><title>${escaped(text)}</title><pubDate>${at}</pubDate></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${channel}</title>${items.join('')}</channel></rss>`
}
