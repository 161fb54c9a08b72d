import { contentHtml } from '../formats/content-html.ts'
import { type Answer, done, type Parcel, refused, type Version } from './target.ts'

export interface Limits {
  slug: number
  title: number
  excerpt: number
  content: number
}

/** A version as CMSs have articles: title, excerpt and HTML; `more` are its terms. */
export function packArticle(
  name: string,
  version: Version,
  limits: Limits,
  more: Readonly<Record<string, string>>,
): Answer<Parcel> {
  const { dispatch, edition, kind, slug, content } = version
  const texts = {
    title: content.headline,
    excerpt: summary(content.tldr, limits.excerpt),
    content: contentHtml(content),
  }
  for (const field of ['title', 'content'] as const) {
    const length = texts[field].length
    if (length > limits[field]) {
      return refused(
        `${field}-too-long`,
        `${name} takes ${limits[field]} characters of ${field}, and this one has ${length}: shorten it in a correction`,
        `${length} > ${limits[field]}`,
      )
    }
  }
  const short = slug.length <= limits.slug ? slug : slug.slice(-limits.slug).replace(/^-+/, '')
  return done({ dispatch, edition, kind, slug: short, fields: { ...texts, slug: short, ...more } })
}

/** As many whole sentences as fit, else the first one cut between words. */
function summary(sentences: readonly string[], limit: number): string {
  let fitting = ''
  for (const sentence of sentences) {
    const longer = fitting === '' ? sentence : `${fitting} ${sentence}`
    if (longer.length > limit) break
    fitting = longer
  }
  const [first = ''] = sentences
  return fitting !== '' || first === ''
    ? fitting
    : `${first.slice(0, limit - 1).replace(/(?<!\s)\s+\S*$/, '')}…`
}
