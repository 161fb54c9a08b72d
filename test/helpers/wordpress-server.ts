import { type Given, HostileServer, json, type Taken } from './hostile.ts'

export interface Post {
  id: number
  status: string
  slug: string
  title: string
  excerpt: string
  content: string
  categories: number[]
  tags: number[]
  modified: string
}

type Role = 'subscriber' | 'contributor' | 'editor'

const capabilities: Record<Role, readonly string[]> = {
  subscriber: ['read'],
  contributor: ['read', 'edit_posts', 'delete_posts'],
  editor: ['read', 'edit_posts', 'delete_posts', 'publish_posts', 'edit_published_posts'],
}

/**
 * A WordPress as its REST API was measured to behave for a contributor: it is not idempotent, counts on taken
 * slugs, drops unknown terms, hides the published from editing, and names times by the second.
 */
export class WordPressServer extends HostileServer {
  readonly posts = new Map<number, Post>()
  readonly terms = { categories: new Set([1, 2, 3]), tags: new Set([7]) }
  user = 'intake'
  secret = 'abcd efgh ijkl mnop qrst uvwx'
  role: Role = 'contributor'
  /** What it makes of HTML, as a filter of a plugin may. */
  filter = (html: string) => html
  #lastId = 0

  constructor() {
    super((request) => this.answer(request))
  }

  /** A person saves the post in the admin pages. */
  touch(id: number, change: Partial<Post>): void {
    const post = this.posts.get(id)
    if (post === undefined) throw new Error(`no post ${id}`)
    // A second later, as a person's hand is not faster.
    Object.assign(post, change, { modified: this.#time(1000) })
  }

  /** Posts that are not in the trash. */
  standing(): Post[] {
    return [...this.posts.values()].filter(({ status }) => status !== 'trash')
  }

  private answer(request: Taken): Given {
    const route = request.url.searchParams.get('rest_route') ?? ''
    const isIn = this.#isLoggedIn(request)
    if (route === '/') return json(200, { name: 'A site', namespaces: ['wp/v2'] })
    if (route === '/wp/v2/users/me') return isIn ? this.#me() : fault(401, 'rest_not_logged_in')
    const [, kind] = /^\/wp\/v2\/(categories|tags)$/.exec(route) ?? []
    if (kind === 'categories' || kind === 'tags') return this.#list(kind, request)
    const [, id] = /^\/wp\/v2\/posts(?:\/(\d+))?$/.exec(route) ?? [undefined, undefined]
    if (!route.startsWith('/wp/v2/posts')) return fault(404, 'rest_no_route')
    if (id === undefined)
      return request.method === 'POST' ? this.#create(request, isIn) : this.#find(request, isIn)
    const post = this.posts.get(Number(id))
    if (post === undefined) return fault(404, 'rest_post_invalid_id')
    if (request.method === 'GET') return this.#get(request, isIn, post)
    return request.method === 'DELETE' ? this.#trash(isIn, post) : this.#update(request, isIn, post)
  }

  #isLoggedIn({ headers }: Taken): boolean {
    const given = Buffer.from(
      (headers.authorization ?? '').replace(/^Basic /, ''),
      'base64',
    ).toString()
    const bare = (text: string) => text.replaceAll(' ', '')
    return bare(given) === bare(`${this.user}:${this.secret}`)
  }

  #can(capability: string): boolean {
    return capabilities[this.role].includes(capability)
  }

  #me(): Given {
    const able = Object.fromEntries(capabilities[this.role].map((name) => [name, true]))
    return json(200, { id: 2, name: this.user, roles: [this.role], capabilities: able })
  }

  #list(kind: 'categories' | 'tags', { url }: Taken): Given {
    const wanted = (url.searchParams.get('include') ?? '').split(',').map(Number)
    return json(
      200,
      wanted.filter((id) => this.terms[kind].has(id)).map((id) => ({ id })),
    )
  }

  #mayEdit = ({ status }: Post) =>
    this.#can('edit_posts') &&
    (!['publish', 'future', 'private'].includes(status) || this.#can('edit_published_posts'))

  #find({ url }: Taken, isIn: boolean): Given {
    const { searchParams: query } = url
    const status = query.get('status') ?? 'publish'
    if (status !== 'publish' && !(isIn && this.#can('edit_posts')))
      return json(400, forbiddenStatus)
    const slugs = query.get('slug')?.split(',')
    const found = [...this.posts.values()].filter(
      (post) =>
        (slugs === undefined || slugs.includes(post.slug)) &&
        (status === 'any' ? post.status !== 'trash' : post.status === status) &&
        (query.get('context') !== 'edit' || this.#mayEdit(post)),
    )
    return json(
      200,
      found.map((post) => show(post, query.get('context') === 'edit')),
    )
  }

  #get({ url }: Taken, isIn: boolean, post: Post): Given {
    const isEdit = url.searchParams.get('context') === 'edit'
    if (!isIn) return fault(401, 'rest_forbidden_context')
    if (isEdit && !this.#mayEdit(post)) return fault(403, 'rest_forbidden_context')
    return json(200, show(post, isEdit))
  }

  #create(request: Taken, isIn: boolean): Given {
    if (!isIn || !this.#can('edit_posts')) return fault(isIn ? 403 : 401, 'rest_cannot_create')
    const given = JSON.parse(request.body) as Partial<Post>
    if (given.status !== 'draft' && given.status !== 'pending' && !this.#can('publish_posts'))
      return fault(403, 'rest_cannot_publish')
    if ((given.title ?? '').length > 65_000) return fault(500, 'db_insert_error')
    const id = ++this.#lastId
    const post: Post = {
      id,
      status: given.status ?? 'draft',
      slug: this.#freeSlug(given.slug ?? ''),
      title: given.title ?? '',
      excerpt: given.excerpt ?? '',
      content: this.filter(given.content ?? ''),
      categories: (given.categories ?? [1]).filter((term) => this.terms.categories.has(term)),
      tags: (given.tags ?? []).filter((term) => this.terms.tags.has(term)),
      modified: this.#time(),
    }
    this.posts.set(id, post)
    return json(201, show(post, true))
  }

  #update(request: Taken, isIn: boolean, post: Post): Given {
    if (!isIn || !this.#mayEdit(post)) return fault(isIn ? 403 : 401, 'rest_cannot_edit')
    const given = JSON.parse(request.body) as Partial<Post>
    if (given.status === 'publish' && !this.#can('publish_posts'))
      return fault(403, 'rest_cannot_publish')
    if (given.content !== undefined) given.content = this.filter(given.content)
    if (given.slug !== undefined) given.slug = this.#freeSlug(given.slug)
    Object.assign(post, given, { modified: this.#time() })
    return json(200, show(post, true))
  }

  #trash(isIn: boolean, post: Post): Given {
    if (!isIn || !this.#mayEdit(post)) return fault(isIn ? 403 : 401, 'rest_cannot_delete')
    if (post.status === 'trash') return fault(410, 'rest_already_trashed')
    Object.assign(post, { status: 'trash', slug: `${post.slug}__trashed`, modified: this.#time() })
    return json(200, show(post, true))
  }

  #freeSlug(slug: string): string {
    const taken = new Set([...this.posts.values()].map((post) => post.slug))
    for (let count = 1; ; count += 1) {
      const wanted = count === 1 ? slug : `${slug}-${count}`
      if (!taken.has(wanted)) return wanted
    }
  }

  #time = (laterMs = 0) => new Date(this.nowMs + laterMs).toISOString().slice(0, 19)
}

function show(post: Post, raw: boolean) {
  const { id, status, slug, modified, categories, tags } = post
  const text = (value: string) => (raw ? { raw: value, rendered: value } : { rendered: value })
  return {
    id,
    status,
    slug,
    modified_gmt: modified,
    link: `http://site.example/?p=${id}`,
    title: text(post.title),
    excerpt: text(post.excerpt),
    content: text(post.content),
    categories,
    tags,
  }
}

const forbiddenStatus = {
  code: 'rest_invalid_param',
  message: 'Invalid parameter(s): status',
  data: {
    status: 400,
    details: { status: { code: 'rest_forbidden_status', data: { status: 401 } } },
  },
}

const fault = (status: number, code: string): Given =>
  json(status, { code, message: `Sorry: ${code}.`, data: { status } })
