import type { TargetConfig } from '../../config/export-target.ts'
import { checkWordPress } from './check-wordpress.ts'
import { mapTerms } from './mapping.ts'
import { packArticle } from './pack-article.ts'
import { showRequest } from './show-request.ts'
import {
  type Answer,
  done,
  type Leaving,
  type Parcel,
  refused,
  type Sought,
  type Standing,
  type Target,
} from './target.ts'
import { readPost, type WordPressApi } from './wordpress-api.ts'

export type WordPressConfig = Extract<TargetConfig, { kind: 'wordpress' }>

/** WordPress holds 200 bytes of a slug, and adds "-2" or "__trashed" to it. */
const limits = { slug: 180, title: 1000, excerpt: 10_000, content: 1_000_000 }

/** A repeated request makes a second post, whose slug WordPress counts on. */
const doubles = ['', '-2', '-3', '-4', '-5']

const posts = '/wp/v2/posts'

/**
 * Drafts in WordPress by its REST API and an application password; a contributor's suffices. The API is not
 * idempotent and knows no versions: a draft is found by its slug, and `modified_gmt` and the text tell
 * whether a person was at it.
 */
export class WordPressTarget implements Target {
  readonly kind = 'wordpress'
  readonly reads = true
  readonly keepsNotice = false
  readonly name: string
  private readonly config: WordPressConfig
  private readonly api: WordPressApi
  private readonly knownTerms = new Set<string>()

  constructor(config: WordPressConfig, api: WordPressApi) {
    this.name = config.name
    this.config = config
    this.api = api
  }

  check(signal?: AbortSignal) {
    return checkWordPress(this.api, this.config, signal)
  }

  pack(...[version]: Parameters<Target['pack']>): Answer<Parcel> {
    const terms = mapTerms(this.name, this.config.mapping, version)
    if (terms.kind !== 'done') return terms
    const { beat, topic, form } = terms.value
    const ids = (...found: (number | undefined)[]) =>
      Array.from(new Set(found.filter((id) => id !== undefined))).join(',')
    return packArticle(this.name, version, limits, {
      categories: ids(beat, topic),
      tags: ids(form),
    })
  }

  preview(parcel: Parcel, standing: Standing | undefined): readonly Leaving[] {
    const at = `${posts}/${standing?.remote ?? ''}`
    if (parcel.kind === 'kill')
      return standing === undefined ? [] : [showRequest(this.api.request('DELETE', at))]
    const [route, body] =
      standing === undefined ? [posts, newPost(parcel)] : [at, changedPost(standing, parcel)]
    return [showRequest(this.api.request('POST', route, { body }))]
  }

  async find(sought: Sought, signal?: AbortSignal): Promise<Answer<readonly Standing[]>> {
    const found = new Map<string, Standing>()
    if (sought.remote !== undefined) {
      const one = await this.read(sought.remote, signal)
      if (one.kind !== 'done') return one
      if (one.value !== undefined) found.set(one.value.remote, one.value)
    }
    const slugs = doubles.map((end) => `${sought.slug}${end}`)
    const lists = [
      { context: 'edit', status: 'any', slug: slugs.join(',') },
      { context: 'edit', status: 'trash', slug: slugs.map((slug) => `${slug}__trashed`).join(',') },
      // A contributor is not shown the published in the context of editing.
      { context: 'view', slug: slugs.join(',') },
    ]
    for (const query of lists) {
      const list = await this.api.ask('GET', posts, {
        query: { ...query, per_page: '20' },
        signal,
      })
      if (list.kind !== 'done') return list
      if (!Array.isArray(list.value)) return this.api.strange('posts')
      for (const item of list.value as unknown[]) {
        const post = readPost(item)
        if (post !== undefined && !found.has(post.remote)) found.set(post.remote, post)
      }
    }
    return done(Array.from(found.values()).sort((a, b) => Number(a.remote) - Number(b.remote)))
  }

  async create(parcel: Parcel, signal?: AbortSignal): Promise<Answer<{ remote: string }>> {
    const unknown = await this.findUnknownTerms(parcel, signal)
    if (unknown !== undefined) return unknown
    return this.write(posts, newPost(parcel), signal)
  }

  update(standing: Standing, parcel: Parcel, signal?: AbortSignal) {
    return this.write(`${posts}/${standing.remote}`, changedPost(standing, parcel), signal)
  }

  /** Into the trash, from which a person can bring it back. */
  async withdraw(standing: Standing, _parcel: Parcel, signal?: AbortSignal) {
    const answer = await this.api.ask('DELETE', `${posts}/${standing.remote}`, {
      signal,
      accept: [404, 410],
    })
    return answer.kind === 'done' ? done({ remote: standing.remote }) : answer
  }

  private async write(route: string, body: object, signal: AbortSignal | undefined) {
    const answer = await this.api.ask('POST', route, { body, signal })
    if (answer.kind !== 'done') return answer
    const post = readPost(answer.value)
    return post === undefined ? this.api.strange('a post') : done({ remote: post.remote })
  }

  private async read(
    remote: string,
    signal: AbortSignal | undefined,
  ): Promise<Answer<Standing | undefined>> {
    const route = `${posts}/${remote}`
    for (const context of ['edit', 'view']) {
      const answer = await this.api.ask('GET', route, {
        query: { context },
        signal,
        accept: [401, 403, 404, 410],
      })
      if (answer.kind !== 'done') return answer
      const post = readPost(answer.value)
      if (post !== undefined) return done(post)
      if (!isRefusal(answer.value)) return done(undefined)
    }
    // A wrong password answers the same; only a right one tells that the post is closed to it.
    const me = await this.api.ask('GET', '/wp/v2/users/me', { signal })
    if (me.kind !== 'done') return me
    return done({ remote, state: 'hidden', fields: {} })
  }

  /** WordPress drops ids that it doesn't know without a word. */
  private async findUnknownTerms(
    { fields }: Parcel,
    signal: AbortSignal | undefined,
  ): Promise<Extract<Answer<never>, { kind: 'retry' | 'refused' }> | undefined> {
    for (const kind of ['categories', 'tags'] as const) {
      const ids = (fields[kind] ?? '').split(',').filter((id) => id !== '')
      const asked = ids.filter((id) => !this.knownTerms.has(`${kind} ${id}`))
      if (asked.length === 0) continue
      const there = await this.api.termIds(kind, asked, signal)
      if (there.kind !== 'done') return there
      for (const id of there.value) this.knownTerms.add(`${kind} ${id}`)
      const missing = asked.filter((id) => !there.value.includes(id))
      if (missing.length > 0) {
        return refused(
          `unknown-${kind}`,
          `${this.name} has no ${kind} with the id ${missing.join(', ')}: correct export.targets' mapping, then resume`,
          missing.join(', '),
        )
      }
    }
    return undefined
  }
}

function newPost({ slug, fields }: Parcel): object {
  const { title, excerpt, content, categories = '', tags = '' } = fields
  return {
    title,
    excerpt,
    content,
    slug,
    status: 'draft',
    ...(categories !== '' && { categories: categories.split(',').map(Number) }),
    ...(tags !== '' && { tags: tags.split(',').map(Number) }),
  }
}

/** Categories and tags are the editors' after the first time; a status is sent only to bring back what was withdrawn. */
function changedPost({ state }: Standing, { slug, fields }: Parcel): object {
  const { title, excerpt, content } = fields
  return { title, excerpt, content, ...(state === 'trashed' ? { status: 'draft', slug } : {}) }
}

/** 403, or 401 as WordPress answers some of them; not 404 and 410. */
const isRefusal = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  [401, 403].includes(Number((value.data as { status?: unknown } | null)?.status))
