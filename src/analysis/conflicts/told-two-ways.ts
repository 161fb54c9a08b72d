import type { Conflict } from '../../model/story.ts'
import { contradicts, type Contradiction } from './contradiction.ts'
import type { ClaimingSignal } from '../citations/claiming-signal.ts'

/** What is said of one matter later than this may have come to pass since: a shut crossing opens. */
const currentHours = 1
/** Origins compared with one another; a story that more tell is told in many ways. */
const mostOrigins = 12

/** Where two origins say at about the same time what can't both be true: one that it rose, one that it fell. */
export function toldTwoWays(signals: readonly ClaimingSignal[]): Conflict[] {
  const last = lastOfEachOrigin(signals)
  const found = new Map<string, { detail: string; reason: string; sides: Map<string, Side> }>()
  last.forEach((one, index) => {
    for (const other of last.slice(index + 1)) {
      const said = compare(one.signal, other.signal)
      if (said === undefined) continue
      const { detail, reason } = said
      const conflict = found.get(detail) ?? { detail, reason, sides: new Map<string, Side>() }
      found.set(detail, conflict)
      sideOf(conflict.sides, said.first, one)
      sideOf(conflict.sides, said.second, other)
    }
  })
  return Array.from(found.values(), ({ detail, reason, sides }) => ({
    detail,
    values: Array.from(sides, ([value, { signals: keys, origins }]) => ({
      value,
      signals: Array.from(keys),
      origins: Array.from(origins),
    })),
    reason,
  }))
}

interface Side {
  signals: Set<string>
  origins: Set<string>
}

interface LastWord {
  origin: string
  signal: ClaimingSignal
}

function lastOfEachOrigin(signals: readonly ClaimingSignal[]): LastWord[] {
  const last = new Map<string, LastWord>()
  for (const signal of signals) {
    for (const origin of signal.origins) last.set(origin, { origin, signal })
  }
  return Array.from(last.values()).slice(0, mostOrigins)
}

function compare(one: ClaimingSignal, other: ClaimingSignal): Contradiction | undefined {
  if (one.claim === undefined || other.claim === undefined || one.key === other.key)
    return undefined
  if (one.origins.some((origin) => other.origins.includes(origin))) return undefined
  const [earlier, later] = one.at <= other.at ? [one, other] : [other, one]
  const hours = (Date.parse(later.at) - Date.parse(earlier.at)) / 3_600_000
  // A siren and its all-clear are no disagreement.
  const alerts = one.event.event === 'alert' || other.event.event === 'alert'
  if (hours > currentHours || one.event.updates || other.event.updates || alerts) return undefined
  const said = contradicts(one.claim, other.claim)
  return said?.loose === true ? undefined : said
}

function sideOf(sides: Map<string, Side>, value: string, { origin, signal }: LastWord) {
  const side = sides.get(value) ?? { signals: new Set<string>(), origins: new Set<string>() }
  sides.set(value, side)
  side.signals.add(signal.key)
  side.origins.add(origin)
}
