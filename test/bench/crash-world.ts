import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BotApiServer } from '../helpers/bot-api-server.ts'
import type { Random } from './random.ts'

export interface ServedPost {
  key: string
  text: string
}

export type Hostility = 'no' | 'some' | 'much'

/** Shares of answers; of the bot's server a fourth of that. */
const shareOf: Readonly<Record<Hostility, number>> = { no: 0, some: 0.4, much: 0.8 }

/** What the local servers of a crash run have let out so far, and the addresses to ask them at. */
export interface CrashWorld {
  bot: BotApiServer
  url: string
  /** One more post of each kind of source; those that no page shows any more stay known. */
  post(): void
  /** Everything that a desk which lost nothing has stored. */
  served(): readonly ServedPost[]
  /** From now on so many answers are slow, cut off, empty, garbage or refused. */
  setHostile(hostility: Hostility): void
  close(): Promise<void>
}

const brokenAnswers = ['reset', { body: '{"ok":true,"result":[{"upd' }, 'reset-mid-body'] as const
const pageSize = 20
const feedSize = 1000
const startMs = Date.UTC(2026, 0, 1)
export const botChat = { id: -1001234567890, type: 'channel', title: 'Gamma', username: 'gamma' }

/** A bot's server, a preview site and a feed on loopback, which speak of the same small world. */
export async function startCrashWorld(random: Random): Promise<CrashWorld> {
  const bot = await BotApiServer.start()
  const posts = {
    alpha: new Map<number, string>(),
    gamma: new Map<number, string>(),
    beta: new Map<number, string>(),
  }
  let next = 1
  let share = 0
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://t.example')
    const body = url.pathname === '/feed' ? feed(posts.beta) : page(posts.alpha, url)
    const luck = random.next() / share
    if (luck < 0.25) response.destroy()
    else if (luck < 0.5) response.end(body.slice(0, body.length / 2))
    else if (luck < 0.6) response.end('\u0000\ufffd<<<&&&]]>garbage')
    else if (luck < 0.75) response.writeHead(503).end()
    else if (luck < 1) setTimeout(() => response.end(body), 300)
    else response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    bot,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    post: () => {
      const id = next++
      const text = `Report ${id}: crews of the harbour fire brigade no ${id} went out to pier ${id}.`
      for (const channel of [posts.alpha, posts.beta, posts.gamma]) channel.set(id, text)
      const date = (startMs + id * 60_000) / 1000
      if (random.chance(share / 4)) {
        // One at a time: after each the daemon waits longer.
        bot.unscript('getUpdates')
        bot.script('getUpdates', random.pick(brokenAnswers.slice(0, share < 0.5 ? 2 : 3)))
      }
      bot.push({
        channel_post: { message_id: id, sender_chat: botChat, chat: botChat, date, text },
      })
    },
    served: () =>
      Object.entries(posts).flatMap(([channel, all]) =>
        Array.from(all, ([id, text]) => ({ key: `${channel}/${id}`, text })),
      ),
    setHostile: (hostility) => {
      share = shareOf[hostility]
      bot.unscript('getUpdates')
    },
    close: async () => {
      await bot.close()
      await closed(server)
    },
  }
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => {
      resolve()
    })
  })

const timeOf = (id: number) => new Date(startMs + id * 60_000).toISOString()

function page(posts: ReadonlyMap<number, string>, url: URL): string {
  const before = Number(url.searchParams.get('before') ?? Infinity)
  const shown = [...posts].filter(([id]) => id < before).slice(-pageSize)
  const blocks = shown.map(
    ([id, text]) => `<div class="tgme_widget_message js-widget_message" data-post="alpha/${id}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text js-message_text">${text}</div>
<a class="tgme_widget_message_date" href="https://t.me/alpha/${id}"><time datetime="${timeOf(id)}"></time></a>
</div></div>`,
  )
  const none = '<div class="tme_no_messages_found">No posts found</div>'
  return `<html><body>${blocks.join('\n') || none}</body></html>`
}

/** Items of forty rounds: a feed has no pages, and what has left it is out of anybody's reach. */
function feed(posts: ReadonlyMap<number, string>): string {
  const items = [...posts]
    .slice(-feedSize)
    .map(
      ([id, text]) =>
        `<item><guid>item-${id}</guid><title>${text}</title><pubDate>${timeOf(id)}</pubDate></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Beta</title>${items.join('')}</channel></rss>`
}
