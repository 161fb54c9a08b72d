import type { SignalKey } from '../model/signal.ts'
import type { Story } from '../model/story.ts'
import { findFocus } from './focus.ts'
import type { Extract } from './extract.ts'
import type { Telling } from './telling.ts'

/** Fewer words are a dateline or a label, not a sentence to lead with. */
const fewestWords = 4
/** A shorter opening, in characters, takes the next sentence with it. */
const shortest = 25

export interface Lead {
  telling: Telling
  /** What the stub leads with: a sentence, after its dateline if it has one. */
  opening: readonly Extract[]
  /** What follows in the same post. */
  rest: readonly Extract[]
}

/**
 * The telling a stub leads with: in the desk's first language if there is one, its own words before
 * derived ones, standing ones before deleted ones, earliest first. Undefined where no signal has words.
 */
export function chooseLead(
  story: Story,
  tellings: readonly Telling[],
  languages: readonly string[],
): Lead | undefined {
  const rank = ({ signal, derives, extracts }: Telling) => {
    const known = languages.indexOf(signal.lang)
    return [
      extracts.some(tellsSomething) ? 0 : 1,
      signal.deletedAt === undefined || story.sourcing === 'withdrawn' ? 0 : 1,
      isWithdrawn(story, signal.key) ? 1 : 0,
      known < 0 ? languages.length : known,
      derives === undefined ? 0 : 1,
    ]
  }
  const [best] = tellings
    .filter(({ extracts }) => extracts.length > 0)
    .map((telling, index) => ({ telling, order: [...rank(telling), index] }))
    .sort((a, b) => compare(a.order, b.order))
  return best && { telling: best.telling, ...openingOf(best.telling, tellings) }
}

/**
 * The sentence of a post that tells the story, with the dateline before it: the first that says something,
 * or the one that the other tellings share. One that names a channel only if there is no other.
 */
export function openingOf(
  { extracts, signal }: Telling,
  tellings: readonly Telling[],
): Omit<Lead, 'telling'> {
  const saying = extracts.filter(tellsSomething)
  const clean = saying.filter(({ elides }) => !elides)
  const candidates = clean.length > 0 ? clean : saying
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
