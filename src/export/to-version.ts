import type { Edition } from '../model/desk.ts'
import { toPublicDispatch } from './public.ts'
import type { Version } from './targets/target.ts'

const longestWords = 100

/** The public version of an edition. Its slug is the first edition's with the dispatch's id, and so never changes. */
export function toVersion(edition: Edition, first: Edition): Version {
  const { dispatch, kind } = edition
  const { slug } = toPublicDispatch(first)
  const words = slug.slice(0, longestWords)
  const whole = slug.length > longestWords ? words.replace(/-[^-]*$/, '') : words
  return {
    dispatch,
    edition: edition.edition,
    kind,
    slug: `${whole}-${dispatch}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    firstAt: first.at,
    content: toPublicDispatch(edition),
  }
}
