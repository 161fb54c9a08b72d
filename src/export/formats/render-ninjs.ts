import { contentHtml, contentText } from './content-html.ts'
import type { RenderOptions } from './formats.ts'
import { correctionNotice, withdrawalNotice } from './notices.ts'
import type { PublicDispatch } from '../public.ts'

/** Drafts are withheld: left out, the status would be `usable`, and the dispatch published. */
export const pubStatusOf = ({ kind }: PublicDispatch): 'withheld' | 'canceled' =>
  kind === 'kill' ? 'canceled' : 'withheld'

export const uriOf = (dispatch: string): string => `urn:x-dispatch:${encodeURIComponent(dispatch)}`

export function noteOf({ kind, sourcing }: PublicDispatch): string {
  if (kind === 'kill') return withdrawalNotice
  const draft = `Draft for review. Sourcing: ${sourcing}.`
  return kind === 'correction' ? `${correctionNotice} ${draft}` : draft
}

/** IPTC ninjs 3.1. */
export function renderNinjs(dispatch: PublicDispatch, options: RenderOptions): string {
  const { headline, tldr, lang, related, sourceNote, byline, slug, edition, at, kicker } = dispatch
  const text = contentText(dispatch)
  const terms = options.terms ?? {}
  return toJson({
    uri: uriOf(dispatch.dispatch),
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    version: String(edition),
    ...(options.firstAt === undefined ? {} : { firstCreated: options.firstAt }),
    versionCreated: at,
    pubStatus: pubStatusOf(dispatch),
    language: lang,
    title: headline,
    by: byline,
    slugline: slug,
    headlines: [{ role: 'main', contentType: 'text/plain', value: headline }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: tldr.join(' ') }],
    bodies: [
      { role: 'main', contentType: 'text/html', value: contentHtml(dispatch) },
      {
        role: 'plain',
        contentType: 'text/plain',
        charCount: Array.from(text).length,
        wordCount: countWords(text),
        value: text,
      },
    ],
    edNote: noteOf(dispatch),
    subjects: withoutRepeats([term(kicker.beat, terms.beat), term(kicker.topic, terms.topic)]),
    genres: [term(kicker.form, terms.form)],
    infoSources: [{ name: sourceNote.primary }],
    altIds: [{ role: 'dispatch', value: dispatch.dispatch }],
    ...(related.some(({ url }) => url !== undefined)
      ? {
          associations: related.flatMap(({ url, headline: title, relation }) =>
            url === undefined
              ? []
              : { name: relation, rel: 'related', uri: url, type: 'text', title },
          ),
        }
      : {}),
  })
}

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

const term = (name: string, literal: string | undefined) =>
  literal === undefined ? { name } : { name, literal }

function withoutRepeats<T extends { name: string }>(terms: readonly T[]): T[] {
  return terms.filter(
    ({ name }, index) => terms.findIndex((other) => other.name === name) === index,
  )
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
