import type { ClaimReader } from './claim.ts'
import { contradicts } from './contradiction.ts'
import type { ReadSignal } from '../readings/read-signal.ts'

/** Finds what two signals say against each other, in a sentence; undefined where both may be true. */
export function contradictionIn(
  readClaim: ClaimReader,
): (first: ReadSignal, second: ReadSignal) => string | undefined {
  return (first, second) =>
    contradicts(readClaim(first.signal.text), readClaim(second.signal.text))?.reason
}
