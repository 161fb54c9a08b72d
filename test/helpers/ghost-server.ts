import { createHmac } from 'node:crypto'
import { type Given, HostileServer, json, type Taken } from './hostile.ts'

export interface GhostPost {
  id: string
  status: string
  slug: string
  title: string
  custom_excerpt: string | null
  html: string
  tags: string[]
  updated_at: string
}

interface GivenPost {
  id?: string
  status?: string
  slug?: string
  title?: string
  custom_excerpt?: string | null
  html?: string
  updated_at?: string
  tags?: { name?: string; slug?: string }[]
}

/** What it answers JSON Web Tokens of the clock being off, in Ghost's words. */
const invalidToken = (why: string) => fault(401, 'INVALID_JWT', `Invalid token: ${why}`)

/**
 * A Ghost as its Admin API is known to behave: it checks HS256 tokens, their audience and their life against its
 * own clock, ignores ids of clients, is not idempotent, makes tags that it doesn't know, and sees a
 * collision only where the seconds differ.
 */
export class GhostServer extends HostileServer {
  readonly posts = new Map<string, GhostPost>()
  readonly tags = new Set(['statecraft', 'political'])
  readonly keyId = '0123456789abcdef01234567'
  secret = 'a1'.repeat(32)
  #lastId = 0

  constructor() {
    super((request) => this.answer(request))
  }

  get key(): string {
    return `${this.keyId}:${this.secret}`
  }

  /** A person saves the post in the editor. */
  touch(id: string, change: Partial<GhostPost>): void {
    const post = this.posts.get(id)
    if (post === undefined) throw new Error(`no post ${id}`)
    Object.assign(post, change, { updated_at: this.#time(1000) })
  }

  private answer(request: Taken): Given {
    const refusal = this.#refuse(request)
    if (refusal !== undefined) return refusal
    const route = request.url.pathname.replace('/ghost/api/admin', '')
    const [, slug] = /^\/tags\/slug\/([^/]+)\/$/.exec(route) ?? []
    if (slug !== undefined)
      return this.tags.has(slug)
        ? json(200, { tags: [{ slug }] })
        : fault(404, null, 'Tag not found.')
    const [isPosts, id] = /^\/posts\/(?:([\da-f]{24})\/)?$/.exec(route) ?? []
    if (isPosts === undefined) return fault(404, null, 'Resource not found')
    if (id === undefined)
      return request.method === 'POST' ? this.#create(request) : this.#find(request)
    const post = this.posts.get(id)
    if (post === undefined) return fault(404, null, 'Post not found.')
    if (request.method === 'DELETE') {
      this.posts.delete(id)
      return { status: 204 }
    }
    return request.method === 'PUT' ? this.#update(request, post) : json(200, { posts: [post] })
  }

  #refuse({ headers }: Taken): Given | undefined {
    const token = /^Ghost (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (token === undefined) return fault(403, null, 'Authorization failed')
    const [head = '', claims = '', signature = ''] = token.split('.')
    const { alg, kid } = decode(head) as { alg?: string; kid?: string }
    if (alg !== 'HS256' || kid !== this.keyId)
      return fault(401, 'UNKNOWN_ADMIN_API_KEY', 'Unknown Admin API Key')
    const key = Buffer.from(this.secret, 'hex')
    const expected = createHmac('sha256', key).update(`${head}.${claims}`).digest('base64url')
    if (signature !== expected) return invalidToken('invalid signature')
    const { iat = 0, exp = 0, aud } = decode(claims) as { iat?: number; exp?: number; aud?: string }
    const now = Math.floor(this.nowMs / 1000)
    if (aud !== '/admin/') return invalidToken('jwt audience invalid')
    if (exp < now) return invalidToken('jwt expired')
    if (iat > now + 60 || now - iat > 300) return invalidToken('maxAge exceeded')
    return undefined
  }

  #find({ url }: Taken): Given {
    const filter = url.searchParams.get('filter') ?? ''
    const tag = /tag:([\w-]+)/.exec(filter)?.[1]
    const found = [...this.posts.values()].filter(
      ({ tags }) => tag === undefined || tags.includes(tag),
    )
    return json(200, { posts: found.map(show) })
  }

  #create(request: Taken): Given {
    const given = this.#read(request)
    const wrong = validate(given)
    if (wrong !== undefined) return wrong
    const id = (++this.#lastId).toString(16).padStart(24, '0')
    const tags = (given.tags ?? []).map(({ slug, name = '' }) => slug ?? slugOf(name))
    for (const tag of tags) this.tags.add(tag)
    const taken = new Set([...this.posts.values()].map((post) => post.slug))
    const slug = given.slug ?? ''
    this.posts.set(id, {
      id,
      status: given.status ?? 'draft',
      slug: taken.has(slug) ? `${slug}-2` : slug,
      title: given.title ?? '',
      custom_excerpt: given.custom_excerpt ?? null,
      html: given.html ?? '',
      tags,
      updated_at: this.#time(),
    })
    return json(201, { posts: [show(this.posts.get(id) as GhostPost)] })
  }

  #update(request: Taken, post: GhostPost): Given {
    const given = this.#read(request)
    const wrong = validate(given)
    if (wrong !== undefined) return wrong
    if (given.updated_at === undefined || given.updated_at !== post.updated_at)
      return fault(409, 'UPDATE_COLLISION', 'Saving failed! Someone else is editing this post.')
    const { title, custom_excerpt, html, status } = given
    Object.assign(post, withoutUndefined({ title, custom_excerpt, html, status }), {
      updated_at: this.#time(),
    })
    return json(200, { posts: [show(post)] })
  }

  #read({ body, url }: Taken): GivenPost {
    const [post = {}] = (JSON.parse(body) as { posts: GivenPost[] }).posts
    // Without source=html the text would be dropped.
    if (url.searchParams.get('source') === 'html') return post
    return { ...post, html: '' }
  }

  #time = (laterMs = 0) => `${new Date(this.nowMs + laterMs).toISOString().slice(0, 19)}.000Z`
}

function validate({ title, custom_excerpt, slug, status }: GivenPost): Given | undefined {
  if ((title ?? '').length > 255)
    return fault(422, null, 'Title cannot be longer than 255 characters.')
  if ((custom_excerpt ?? '').length > 300)
    return fault(422, null, 'Excerpt cannot be longer than 300 characters.')
  if ((slug ?? '').length > 191) return fault(422, null, 'Slug is too long.')
  if (status === 'pending') return fault(422, null, 'Validation (isIn) failed for status')
  return undefined
}

const show = (post: GhostPost) => ({ ...post, url: `http://site.example/p/${post.id}/` })

const slugOf = (name: string) => name.replace('#', 'hash-').toLowerCase()

const withoutUndefined = (part: object) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))

const decode = (part: string): unknown =>
  JSON.parse(Buffer.from(part, 'base64url').toString() || '{}')

const fault = (status: number, code: string | null, message: string): Given =>
  json(status, { errors: [{ message, code, type: 'Error' }] })
