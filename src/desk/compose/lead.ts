import type { SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import { findFocus } from './focus.ts'
import type { Extract } from './extract.ts'
import type { Telling } from './telling.ts'

/** Fewer words are a dateline or a label, not a sentence to lead with. */
const fewestWords = 4
/** A shorter opening, in characters, takes the next sentence with it. */
const shortest = 25

const updateMark =
  /^[^\p{L}]*(?:update|upd|обновлен|обновление|оновлен|оновлення|уточнен|تحديث|عدد محدث|به[\u200c ]?روزرسانی|עדכון)(?!\p{L}{3})/iu

export interface Lead {
  telling: Telling
  /** What the stub leads with: a sentence, after its dateline if it has one. */
  opening: readonly Extract[]
  /** What follows in the same post. */
  rest: readonly Extract[]
}

/**
 * The telling a stub leads with: in the desk's first language if there is one, its own words before
 * derived ones, standing ones before deleted ones, earliest first, unless its channel
 * updated it. Undefined where no signal has words.
 */
export function chooseLead(
  story: Story,
  tellings: readonly Telling[],
  languages: readonly string[],
): Lead | undefined {
  const rank = ({ signal, derives, extracts }: Telling) => {
    return [
      extracts.some(tellsSomething) ? 0 : 1,
      signal.deletedAt === undefined || story.sourcing === 'withdrawn' ? 0 : 1,
      isWithdrawn(story, signal.key) ? 1 : 0,
      signal.lang === languages[0] ? 0 : languages.includes(signal.lang) ? 1 : 2,
      derives === undefined ? 0 : 1,
    ]
  }
  const [best] = tellings
    .filter(({ extracts }) => extracts.length > 0)
    .map((telling, index) => ({ telling, order: [...rank(telling), index] }))
    .sort((a, b) => compare(a.order, b.order))
  if (best === undefined) return undefined
  const telling =
    story.sourcing === 'withdrawn' ? best.telling : latestUpdate(best.telling, tellings)
  return { telling, ...openingOf(telling, tellings) }
}

/** Where the same channel later posted, in its own words, what it calls an update, that is the news. */
function latestUpdate(lead: Telling, tellings: readonly Telling[]): Telling {
  const updates = tellings.filter(
    ({ signal, channel, derives, extracts }) =>
      channel.id === lead.channel.id &&
      signal.at > lead.signal.at &&
      signal.lang === lead.signal.lang &&
      signal.deletedAt === undefined &&
      derives === undefined &&
      updateMark.test(signal.text) &&
      extracts.some(tellsSomething),
  )
  return updates.at(-1) ?? lead
}

/**
 * The sentence of a post that tells the story, with the dateline before it: the first that says something,
 * or the one that the other tellings share.
 */
export function openingOf(
  { extracts, signal }: Telling,
  tellings: readonly Telling[],
): Omit<Lead, 'telling'> {
  const candidates = extracts.filter(tellsSomething)
  const others = tellings.filter((other) => other.signal.key !== signal.key)
  const focus = findFocus(
    candidates,
    others.map((other) => other.signal.text),
  )
  const chosen = candidates[focus]
  const at = chosen === undefined ? 0 : extracts.indexOf(chosen)
  const before = extracts[at - 1]
  const dateline = before !== undefined && !before.elides && !tellsSomething(before)
  const opening = extracts.slice(dateline ? at - 1 : at, at + 1)
  const length = opening.reduce((total, { text }) => total + text.length, 0)
  const end = length < shortest ? at + 2 : at + 1
  return { opening: extracts.slice(at - opening.length + 1, end), rest: extracts.slice(end) }
}

/** Only withdrawn origins hold it. */
function isWithdrawn({ origins }: Story, key: SignalKey): boolean {
  const holding = origins.filter(({ signals }) => signals.includes(key))
  return holding.length > 0 && holding.every(({ withdrawn }) => withdrawn)
}

const tellsSomething = ({ text }: Extract) => text.split(' ').length >= fewestWords

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
