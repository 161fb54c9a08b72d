import type { Edition } from '../model/desk.ts'
import { toPublic } from './public.ts'
import type { Version } from './target.ts'

const longestWords = 100

/** The public version of an edition. Its slug is the first edition's with the dispatch's id, and so never changes. */
export function toVersion(edition: Edition, first: Edition): Version {
  const { dispatch, kind } = edition
  const words = first.content.slug
    .slice(0, longestWords)
    .replace(/-[^-]*$/, (end) => (first.content.slug.length > longestWords ? '' : end))
  const slug = `${words}-${dispatch}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return { dispatch, edition: edition.edition, kind, slug, content: toPublic(edition.content) }
}
