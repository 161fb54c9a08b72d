import { z } from 'zod'
import { exchange, readJson, refusalOf, type Reply, type Request, tame } from './exchange.ts'
import { readGhostKey, signGhostToken } from './ghost-token.ts'
import { type Answer, done, refused, type Standing } from './target.ts'

interface Asked {
  query?: Readonly<Record<string, string>>
  body?: object
  accept?: readonly number[]
  signal?: AbortSignal | undefined
}

const faults = z.object({
  errors: z.array(
    z.object({
      message: z.string().nullish(),
      context: z.string().nullish(),
      code: z.string().nullish(),
      type: z.string().nullish(),
    }),
  ),
})

const hints: Readonly<Record<number, string>> = {
  401: 'the Admin API key is wrong or was regenerated; copy it anew from the integration in Ghost, then resume',
  403: 'the key may not do this; use the Admin API key of a custom integration, not the Content API key, then resume',
  404: 'there is no Ghost Admin API at this address; correct the address in the config, then resume',
  409: 'it was changed in Ghost at the same moment; resume to look at it again',
  422: 'Ghost does not take it as it is; mend what it names in a correction, then resume',
}

/** Calls of one site's Admin API, with a token for each. */
export class GhostApi {
  private readonly site: { name: string; address: string }
  private readonly secret: string
  private readonly clock: () => Date

  constructor(
    { name, address }: { name: string; address: string },
    { secret, clock }: { secret: string; clock: () => Date },
  ) {
    this.site = { name, address }
    this.secret = secret
    this.clock = clock
  }

  async ask(method: Request['method'], route: string, asked: Asked = {}): Promise<Answer<unknown>> {
    const { name } = this.site
    if (readGhostKey(this.secret) === undefined) {
      return refused(
        'unauthorised',
        `${name}: the secret is no Admin API key (24 hexadecimal digits, a colon, 64 more); copy it from the integration in Ghost`,
      )
    }
    const { accept = [], signal } = asked
    const reply = await exchange(name, { ...this.request(method, route, asked), signal })
    if (reply.kind !== 'done') return reply
    const { status } = reply.value
    if (accept.includes(status) || status === 204) return done(undefined)
    if (status >= 200 && status < 300) return readJson(name, reply.value)
    return this.explain(reply.value)
  }

  /** A call as it leaves, with a token of this moment where there is a key. */
  request(
    method: Request['method'],
    route: string,
    { query, body }: Pick<Asked, 'query' | 'body'> = {},
  ): Request {
    const key = readGhostKey(this.secret)
    return {
      method,
      url: this.url(route, query),
      headers: {
        ...(key && { authorization: `Ghost ${signGhostToken(key, this.clock().getTime())}` }),
        accept: 'application/json',
        'accept-version': 'v5.0',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }
  }

  strange(what: string) {
    return refused(
      'strange-answer',
      `${this.site.name} answers something else than ${what}; check its version (5 or 6) and the address`,
    )
  }

  private url(route: string, query: Asked['query'] = {}): string {
    const url = new URL(this.site.address)
    url.pathname = `${url.pathname.replace(/\/$/, '')}/ghost/api/admin${route}`
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    return url.href
  }

  private explain(reply: Reply): Answer<never> {
    const first = parse(reply.body)
    const said = [first?.message, first?.context].filter((part) => Boolean(part)).join(' ')
    const detail = tame(first?.code ? `${first.code}: ${said}` : said)
    return refusalOf(this.site.name, reply, {
      detail,
      hints,
      nowMs: this.clock().getTime(),
      signedByTime: true,
    })
  }
}

function parse(body: string) {
  try {
    return faults.safeParse(JSON.parse(body)).data?.errors[0]
  } catch {
    return undefined
  }
}

const post = z.object({
  id: z.string().regex(/^[\da-f]{24}$/),
  status: z.string(),
  updated_at: z.string(),
  title: z.string().default(''),
  custom_excerpt: z.string().nullish(),
  html: z.string().nullish(),
  url: z.string().optional(),
})

/** Posts of an answer; undefined where it is none. */
export function readGhostPosts(value: unknown): Standing[] | undefined {
  const read = z.object({ posts: z.array(post) }).safeParse(value)
  return read.data?.posts.map(({ id, status, updated_at, title, custom_excerpt, html, url }) => ({
    remote: id,
    state: status === 'draft' ? 'draft' : 'published',
    ...(url === undefined ? {} : { url }),
    marker: updated_at,
    fields: { title, excerpt: custom_excerpt ?? '', content: html ?? '' },
  }))
}
