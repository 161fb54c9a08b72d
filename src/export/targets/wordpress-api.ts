import { z } from 'zod'
import { exchange, readJson, refusalOf, type Reply, type Request, tame } from './exchange.ts'
import { type Answer, done, refused, type Standing } from './target.ts'

interface Asked {
  query?: Readonly<Record<string, string>>
  body?: object
  /** Statuses whose body is an answer too. */
  accept?: readonly number[]
  signal?: AbortSignal | undefined
}

const fault = z.object({ code: z.string(), message: z.string().default('') })

const hints: Readonly<Record<number, string>> = {
  401: 'the user or the application password is wrong, or the password was revoked; make a new one in the profile of that user, then resume',
  403: 'the user may not do this; make it a contributor at least, then resume',
  404: 'there is no WordPress REST API at this address, or a plugin closed it; correct the address in the config, then resume',
}

/** What WordPress says when its own database took nothing: a text too long, or not of its character set. */
const notStored = new Set(['db_insert_error', 'db_update_error'])

/** WordPress refuses to list more at once. */
const mostPerPage = 100

/** Calls of one site's REST API, answers and refusals told apart. */
export class WordPressApi {
  private readonly site: { name: string; address: string }
  private readonly authorization: string
  private readonly clock: () => Date

  constructor(
    { name, address, user }: { name: string; address: string; user: string },
    { secret, clock }: { secret: string; clock: () => Date },
  ) {
    this.site = { name, address }
    this.authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`
    this.clock = clock
  }

  async ask(method: Request['method'], route: string, asked: Asked = {}): Promise<Answer<unknown>> {
    const { name } = this.site
    const { accept = [], signal } = asked
    const reply = await exchange(name, { ...this.request(method, route, asked), signal })
    if (reply.kind !== 'done') return reply
    const { status } = reply.value
    const isAnswer = (status >= 200 && status < 300) || accept.includes(status)
    return isAnswer ? readJson(name, reply.value) : this.explain(reply.value)
  }

  /** A call as it leaves. */
  request(
    method: Request['method'],
    route: string,
    { query, body }: Pick<Asked, 'query' | 'body'> = {},
  ): Request {
    return {
      method,
      url: this.url(route, query),
      headers: {
        authorization: this.authorization,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }
  }

  /** Which of these ids there are. */
  async termIds(
    kind: 'categories' | 'tags',
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Answer<readonly string[]>> {
    const there: string[] = []
    for (let from = 0; from < ids.length; from += mostPerPage) {
      const some = ids.slice(from, from + mostPerPage)
      const query = { include: some.join(','), per_page: String(mostPerPage) }
      const list = await this.ask('GET', `/wp/v2/${kind}`, { query, signal })
      if (list.kind !== 'done') return list
      const terms = z.array(z.object({ id: z.int() })).safeParse(list.value)
      if (!terms.success) return this.strange(kind)
      there.push(...terms.data.map(({ id }) => String(id)))
    }
    return done(there)
  }

  strange(what: string) {
    return refused(
      'strange-answer',
      `${this.site.name} answers something else than ${what}: a plugin may change its API; check it there`,
    )
  }

  /** By `rest_route`, which works with and without pretty permalinks. */
  private url(route: string, query: Asked['query'] = {}): string {
    const url = new URL(this.site.address)
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    url.searchParams.set('rest_route', route)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    return url.href
  }

  private explain(reply: Reply): Answer<never> {
    const { name } = this.site
    const said = parse(reply.body)
    const detail = said === undefined ? '' : tame(`${said.code}: ${said.message}`)
    if (said !== undefined && notStored.has(said.code)) {
      return refused(
        'not-stored',
        `${name} could not store it ("${detail}"): a text may be too long, or hold letters its database can't; shorten it, then resume`,
        detail,
      )
    }
    // Asked for drafts by nobody it knows, it says that the status is not allowed.
    const status = reply.body.includes('rest_forbidden_status') ? 401 : reply.status
    return refusalOf(name, { ...reply, status }, { detail, hints, nowMs: this.clock().getTime() })
  }
}

function parse(body: string): z.infer<typeof fault> | undefined {
  try {
    return fault.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** `raw` is missing in the context of viewing. */
const text = z
  .object({ raw: z.string().optional(), rendered: z.string().optional() })
  .transform(({ raw, rendered }) => raw ?? rendered)

const post = z.object({
  id: z.int().positive(),
  status: z.string(),
  modified_gmt: z.string().optional(),
  link: z.string().optional(),
  title: text.optional(),
  excerpt: text.optional(),
  content: text.optional(),
})

const states: Readonly<Record<string, Standing['state']>> = {
  draft: 'draft',
  pending: 'draft',
  'auto-draft': 'draft',
  trash: 'trashed',
}

/** A post of the REST API; undefined where it is none. */
export function readPost(value: unknown): Standing | undefined {
  const read = post.safeParse(value)
  if (!read.success) return undefined
  const { id, status, modified_gmt, link, title, excerpt, content } = read.data
  const fields = { title, excerpt, content }
  return {
    remote: String(id),
    state: states[status] ?? 'published',
    ...(link === undefined ? {} : { url: link }),
    // Sending it in for review is an editor's act, too.
    marker: `${status} ${modified_gmt ?? ''}`,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, field]) => field !== undefined),
    ) as Record<string, string>,
  }
}
