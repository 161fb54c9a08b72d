import { z } from 'zod'
import type { TargetConfig } from '../../config/export-target.ts'
import { type GhostApi, readGhostPosts } from './ghost-api.ts'
import { mapTerms } from './mapping.ts'
import { packArticle } from './pack-article.ts'
import { showRequest } from './show-request.ts'
import {
  type Answer,
  done,
  type Finding,
  type Leaving,
  type Parcel,
  type Sought,
  type Standing,
  type Target,
} from './target.ts'

export type GhostConfig = Extract<TargetConfig, { kind: 'ghost' }>

const limits = { slug: 180, title: 255, excerpt: 300, content: 1_000_000 }

/**
 * Drafts in Ghost 5 and 6 by the Admin API key of an integration. Ghost takes no ids of ours: a draft is found
 * by an internal tag, which carries the dispatch's opaque id and nothing else, as it can be read in public.
 */
export class GhostTarget implements Target {
  readonly kind = 'ghost'
  readonly reads = true
  readonly keepsNotice = false
  readonly name: string
  private readonly config: GhostConfig
  private readonly api: GhostApi

  constructor(config: GhostConfig, api: GhostApi) {
    this.name = config.name
    this.config = config
    this.api = api
  }

  async check(signal?: AbortSignal): Promise<readonly Finding[]> {
    const { address, mapping } = this.config
    const posts = await this.api.ask('GET', '/posts/', {
      query: { limit: '1', fields: 'id' },
      signal,
    })
    if (posts.kind !== 'done') return [{ level: 'wrong', words: posts.reason.words }]
    const findings: Finding[] = [
      { level: 'ok', words: `${address} is a Ghost, and the key may read and write its posts` },
      {
        level: 'doubt',
        words:
          'the key of an integration could publish; only drafts are ever sent, and no other post is changed',
      },
    ]
    const mapped = Object.entries(mapping).flatMap(([kind, terms]) =>
      Object.entries(terms).map(([word, slug]) => ({ kind, word, slug })),
    )
    const there = new Map<string, boolean>()
    for (const { slug } of mapped) {
      if (there.has(slug)) continue
      const tag = await this.api.ask('GET', `/tags/slug/${encodeURIComponent(slug)}/`, {
        signal,
        accept: [404],
      })
      if (tag.kind !== 'done') return [...findings, { level: 'wrong', words: tag.reason.words }]
      there.set(slug, tag.value !== undefined)
    }
    const missing = mapped.filter(({ slug }) => there.get(slug) === false)
    for (const { kind, word, slug } of missing) {
      const words = `"${word}" (${kind}) is mapped to the tag "${slug}", which is not there: make it in Ghost, or correct the mapping`
      findings.push({ level: 'wrong', words })
    }
    if (mapped.length > 0 && missing.length === 0)
      findings.push({ level: 'ok', words: `all ${there.size} mapped tags are there` })
    return findings
  }

  pack(...[version]: Parameters<Target['pack']>): Answer<Parcel> {
    const terms = mapTerms(this.name, this.config.mapping, version)
    if (terms.kind !== 'done') return terms
    const { beat, topic, form } = terms.value
    const tags = [beat, topic, form].filter((tag) => tag !== undefined)
    return packArticle(this.name, version, limits, { tags: Array.from(new Set(tags)).join(',') })
  }

  preview(parcel: Parcel, standing: Standing | undefined): readonly Leaving[] {
    // What was withdrawn is deleted there.
    const there = standing?.state === 'draft' ? standing : undefined
    const at = `/posts/${there?.remote ?? ''}/`
    if (parcel.kind === 'kill')
      return there === undefined ? [] : [showRequest(this.api.request('DELETE', at))]
    const request =
      there === undefined
        ? this.api.request('POST', '/posts/', asHtml(newPost(parcel)))
        : this.api.request('PUT', at, asHtml(changedPost(there, parcel)))
    return [showRequest(request)]
  }

  async find({ dispatch }: Sought, signal?: AbortSignal): Promise<Answer<readonly Standing[]>> {
    const query = {
      filter: `tag:${tagSlug(dispatch)}+status:[draft,published,scheduled,sent]`,
      formats: 'html',
      order: 'created_at asc',
      limit: '20',
    }
    const list = await this.api.ask('GET', '/posts/', { query, signal })
    if (list.kind !== 'done') return list
    const found = readGhostPosts(list.value)
    return found === undefined ? this.api.strange('posts') : done(found)
  }

  async create(parcel: Parcel, signal?: AbortSignal): Promise<Answer<{ remote: string }>> {
    for (const slug of tagsOf(parcel)) {
      // Ghost would make a tag that is not there.
      const tag = await this.api.ask('GET', `/tags/slug/${encodeURIComponent(slug)}/`, { signal })
      if (tag.kind === 'refused' && tag.reason.code === 'not-found')
        return unknownTag(this.name, slug)
      if (tag.kind !== 'done') return tag
    }
    return this.write('POST', '/posts/', newPost(parcel), signal)
  }

  update(standing: Standing, parcel: Parcel, signal?: AbortSignal) {
    return this.write('PUT', `/posts/${standing.remote}/`, changedPost(standing, parcel), signal)
  }

  /** Ghost has no trash: the untouched draft is deleted. */
  async withdraw({ remote }: Standing, _parcel: Parcel, signal?: AbortSignal) {
    const answer = await this.api.ask('DELETE', `/posts/${remote}/`, { signal, accept: [404] })
    return answer.kind === 'done' ? done({ remote }) : answer
  }

  private async write(
    method: 'POST' | 'PUT',
    route: string,
    post: object,
    signal: AbortSignal | undefined,
  ): Promise<Answer<{ remote: string }>> {
    const answer = await this.api.ask(method, route, { ...asHtml(post), signal })
    if (answer.kind !== 'done') return answer
    const read = z.object({ posts: z.array(z.object({ id: z.string() })) }).safeParse(answer.value)
    const remote = read.data?.posts[0]?.id
    return remote === undefined ? this.api.strange('a post') : done({ remote })
  }
}

const asHtml = (post: object) => ({ query: { source: 'html' }, body: { posts: [post] } })

const tagsOf = ({ fields }: Parcel): string[] =>
  (fields['tags'] ?? '').split(',').filter((slug) => slug !== '')

function newPost(parcel: Parcel): object {
  const { title, excerpt, content } = parcel.fields
  return {
    title,
    custom_excerpt: excerpt,
    html: content,
    slug: parcel.slug,
    status: 'draft',
    tags: [...tagsOf(parcel).map((slug) => ({ slug })), { name: `#dispatch-${parcel.dispatch}` }],
  }
}

/** No status goes with it: it stays what it is, and `updated_at` guards against a change meanwhile. */
function changedPost({ marker }: Standing, { fields }: Parcel): object {
  const { title, excerpt, content } = fields
  return { title, custom_excerpt: excerpt, html: content, updated_at: marker }
}

const unknownTag = (name: string, slug: string): Answer<never> => ({
  kind: 'refused',
  reason: {
    code: 'unknown-tags',
    words: `${name} has no tag "${slug}": correct export.targets' mapping, then resume`,
    detail: slug,
  },
})

/** Ghost writes `#dispatch-X` as the slug `hash-dispatch-x`. */
const tagSlug = (dispatch: string) => `hash-dispatch-${dispatch.toLowerCase()}`
