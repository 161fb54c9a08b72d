import type { PublicDispatch } from '../public.ts'
import { toJson } from './render-ninjs.ts'

/** The address of the schema of `docs/dispatch.schema.json`; its version rises when a reader would break. */
export const dispatchSchema = 'urn:x-dispatch:schema:1'

/** An edition as JSON, key by key in the order of the page; `docs/dispatch.schema.json` describes it. */
export function renderDispatchJson(shown: PublicDispatch): string {
  return toJson({
    schema: dispatchSchema,
    dispatch: shown.dispatch,
    edition: shown.edition,
    kind: shown.kind,
    at: shown.at,
    section: shown.section,
    kicker: shown.kicker,
    strength: shown.strength,
    headline: shown.headline,
    slug: shown.slug,
    byline: shown.byline,
    lang: shown.lang,
    sourceNote: shown.sourceNote,
    tldr: shown.tldr,
    body: shown.body,
    quotations: shown.quotations,
    notStated: shown.notStated,
    sourcing: shown.sourcing,
    conflicts: shown.conflicts,
    related: shown.related,
    sources: shown.sources,
    named: shown.named,
    accountability: shown.accountability,
  })
}
