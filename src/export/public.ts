import type { Stub } from '../model/stub.ts'

/** What of a stub may leave the desk: no signal keys, channels or spans. */
export interface PublicStub {
  stub: number
  version: number
  state: Stub['state']
  section: string
  kicker: Stub['kicker']
  strength: Stub['strength']
  headline: string
  slug: string
  byline: string
  lang: string
  sourceNote: Stub['sourceNote']
  tldr: readonly string[]
  body: readonly (readonly string[])[]
  quotations: readonly { text: string; lang: string; dir: 'ltr' | 'rtl' }[]
  notStated: readonly string[]
  sourcing: Stub['sourcing']
  conflicts: readonly { detail: string; values: readonly string[] }[]
  related: readonly { date: string; headline: string; relation: string; url?: string }[]
  earlier: readonly { date: string; headline: string; relation: string }[]
  sources: readonly string[]
  accountability: string
  composedAt: string
}

/** Copies field by field, so that a field added to the stub stays inside until it is listed here. */
export function toPublic(stub: Stub): PublicStub {
  const { primary, reviewedSignals, signals, window } = stub.sourceNote
  const { beat, form, topic } = stub.kicker
  return {
    stub: stub.stub,
    version: stub.version,
    state: stub.state,
    section: stub.section,
    kicker: { beat, form, topic },
    strength: stub.strength,
    headline: stub.headline,
    slug: stub.slug,
    byline: stub.byline,
    lang: stub.lang,
    sourceNote: { primary, reviewedSignals, signals, window },
    tldr: stub.tldr.map(({ text }) => text),
    body: stub.body.map((paragraph) => paragraph.map(({ text }) => text)),
    quotations: stub.quotations.map(({ text, lang, dir }) => ({ text, lang, dir })),
    notStated: [...stub.notStated],
    sourcing: stub.sourcing,
    conflicts: stub.conflicts.map(({ detail, values }) => ({
      detail,
      values: values.map(({ value }) => value),
    })),
    related: stub.related.map(({ date, headline, relation, url }) => ({
      date,
      headline,
      relation,
      ...(isWebAddress(url) ? { url } : {}),
    })),
    earlier: (stub.earlier ?? []).map(({ date, headline, relation }) => ({
      date,
      headline,
      relation,
    })),
    sources: [...stub.sources],
    accountability: stub.accountability,
    composedAt: stub.composedAt,
  }
}

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
