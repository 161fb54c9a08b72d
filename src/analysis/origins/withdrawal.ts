import type { SignalKey } from '../../model/signal.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import type { CopyDocument } from '../copies/copies.ts'
import { compareShingles } from '../copies/similarity.ts'

/** An edit that keeps less of the first version than this took the claim out. */
const keptShare = 0.4
/** So few words in the place of a longer text are no claim: "removed", "see above". */
const fewWords = 4

/** Why what a signal said no longer stands; undefined where it does. */
export function withdrawalOf(read: ReadSignal, story: readonly ReadSignal[]): string | undefined {
  const { signal } = read
  if (signal.deletedAt !== undefined) {
    return signal.deletion === 'suspected'
      ? `${signal.key} is gone from its channel`
      : `${signal.key} was deleted`
  }
  if (claimEditedOut(read)) return `${signal.key} was edited and no longer makes the claim`
  const retraction = story.find((other) => takesBack(other, read))
  return retraction === undefined ? undefined : `${retraction.signal.key} takes ${signal.key} back`
}

function claimEditedOut({ versions, event, signal }: ReadSignal): boolean {
  const first = versions[0]
  const standing = versions.at(-1)
  if (signal.revision === 0 || first === undefined || standing === undefined) return false
  // Who now denies what the post said takes it back, as does who leaves nothing of it.
  const isTakenOut = event.retracts || event.denies || leavesNothing(first, standing)
  return (
    isTakenOut && compareShingles(first.normal.tokens, standing.normal.tokens).ofEarlier < keptShare
  )
}

function leavesNothing(first: CopyDocument, standing: CopyDocument): boolean {
  const left = standing.normal.tokens.length
  return left <= fewWords && left * 2 < first.normal.tokens.length
}

function takesBack(other: ReadSignal, read: ReadSignal): boolean {
  return (
    other.signal.channel === read.signal.channel &&
    other.atMs > read.atMs &&
    other.event.retracts &&
    other.signal.deletedAt === undefined
  )
}

/** Signals that only take something back: they make no claim of their own. */
export function isRetraction(read: ReadSignal, story: readonly ReadSignal[]): boolean {
  return story.some((other) => takesBack(read, other))
}

/** Why every root of an origin no longer stands; undefined where one does. */
export function withdrawnOrigin(
  roots: readonly SignalKey[],
  story: readonly ReadSignal[],
): string | undefined {
  const reads = story.filter(({ signal }) => roots.includes(signal.key))
  const claims = reads.filter((read) => !isRetraction(read, story))
  if (claims.length === 0 || reads.length < roots.length) return undefined
  const reasons = claims.map((read) => withdrawalOf(read, story))
  return reasons.every((reason) => reason !== undefined) ? reasons.join('; ') : undefined
}
