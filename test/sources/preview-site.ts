import { startServer, type TestServer } from '../helpers/http-server.ts'

/** A stand-in for the public preview site: one channel, twenty posts a page, paged by `before`. */
export interface PreviewSite {
  server: TestServer
  /** Text by post id; change it at will. */
  posts: Map<number, string>
  /** Whether the pages of older posts end after their first half. */
  cutsOlder: boolean
  /** Answers instead of the page, while set. */
  instead: { status: number; headers?: Record<string, string>; body: string } | undefined
}

const pageSize = 20

export async function startPreviewSite(name: string, ids: number[]): Promise<PreviewSite> {
  const posts = new Map(ids.map((id) => [id, `Post number ${id} of the harbour`]))
  const site: PreviewSite = {
    posts,
    cutsOlder: false,
    instead: undefined,
    server: await startServer((request, response) => {
      const { status = 200, headers = {}, body } = site.instead ?? {}
      const url = new URL(request.url ?? '', 'http://t.example')
      if (body !== undefined) response.writeHead(status, headers).end(body)
      else if (url.pathname !== `/s/${name}`) {
        response.writeHead(302, { location: `https://t.me${url.pathname.slice(2)}` }).end()
      } else {
        const before = Number(url.searchParams.get('before') ?? Infinity)
        const shown = [...posts].filter(([id]) => id < before).sort(([a], [b]) => a - b)
        const page = renderPage(name, shown.slice(-pageSize))
        const cut = site.cutsOlder && Number.isFinite(before)
        response.end(cut ? page.slice(0, page.length / 2) : page)
      }
    }),
  }
  return site
}

/** A page in the markup of 2026, cut down to what a reader needs. */
export function renderPage(name: string, posts: readonly (readonly [number, string])[]): string {
  const blocks = posts.map(
    ([id, text]) => `<div class="tgme_widget_message js-widget_message" data-post="${name}/${id}">
<div class="tgme_widget_message_bubble"><div class="media_supported_cont">
<div class="tgme_widget_message_text js-message_text">${text}</div></div>
<a class="tgme_widget_message_date" href="https://t.me/${name}/${id}"><time datetime="${timeOf(id)}"></time></a>
</div></div>`,
  )
  const none = '<div class="tme_no_messages_found">No posts found</div>'
  return `<html><body><section class="tgme_channel_history">${blocks.join('\n') || none}</section></body></html>`
}

const timeOf = (id: number): string => new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString()
