import type { Edition, Naming } from '../model/desk.ts'
import type { Stub } from '../model/stub.ts'
import { withdrawalNotice } from './formats/notices.ts'

/** What of a stub may be shown outside the analysis: no signal keys, channels or spans. */
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
  blind: readonly string[]
  oldPictures: readonly string[]
  sources: readonly string[]
  /** Signals whose channel an editor permitted to name; all others are "a monitored channel". */
  named: number
  accountability: string
  composedAt: string
}

/** What the desk alone has use for: its numbers and states, and stories that were never published. */
type DeskOnly = 'stub' | 'version' | 'state' | 'earlier' | 'blind' | 'oldPictures' | 'composedAt'

/**
 * An edition as it leaves the desk; the one thing that targets and formats take. Of a kill it holds the
 * headline and the notice, and no word more of what is withdrawn.
 */
export interface PublicDispatch extends Omit<PublicStub, DeskOnly> {
  /** Opaque, and the same for all editions. */
  dispatch: string
  edition: number
  kind: Edition['kind']
  at: string
}

/** Copies field by field, so that a field added to the stub stays inside until it is listed here. */
export function toPublic(stub: Stub, namings: readonly Naming[] = []): PublicStub {
  return {
    ...wordsOf(stub, namings),
    stub: stub.stub,
    version: stub.version,
    state: stub.state,
    earlier: (stub.earlier ?? []).map(({ date, headline, relation }) => ({
      date,
      headline,
      relation,
    })),
    blind: (stub.blind ?? []).map(({ words }) => words),
    oldPictures: (stub.oldPictures ?? []).map(({ words }) => words),
    composedAt: stub.composedAt,
  }
}

/** Why it was corrected or killed stays at the desk: the note is worded for colleagues. */
export function toPublicDispatch({
  dispatch,
  edition,
  kind,
  at,
  content,
  namings,
}: Edition): PublicDispatch {
  const words = wordsOf(content, namings)
  const known = { ...words, slug: publicSlug(words.slug), dispatch, edition, kind, at }
  return kind === 'kill' ? { ...known, ...withdrawn } : known
}

const withdrawn = {
  tldr: [withdrawalNotice],
  body: [[withdrawalNotice]],
  quotations: [],
  notStated: [],
  sourcing: 'withdrawn',
  conflicts: [],
  related: [],
  sources: [],
  named: 0,
} satisfies Partial<PublicDispatch>

function wordsOf(stub: Stub, namings: readonly Naming[]): Omit<PublicStub, DeskOnly> {
  const { primary, reviewedSignals, signals, window } = stub.sourceNote
  const { beat, form, topic } = stub.kicker
  return {
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
    sources: [...stub.sources],
    named: namings.filter(({ signal }) => stub.signals.includes(signal)).length,
    accountability: stub.accountability,
  }
}

/** A slug made of the story's number would tell how many stories the desk has seen. */
const publicSlug = (slug: string): string => (/^story-\d+$/.test(slug) ? 'dispatch' : slug)

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
