import type { DetailClaim, EventReading, PlaceMention } from '../../model/features.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Claim } from '../conflicts/claim.ts'

/** What a signal of a story claims, and the origins its chain of links ends at. */
export interface ClaimingSignal {
  key: SignalKey
  at: string
  lang?: string
  details: readonly DetailClaim[]
  event: EventReading
  origins: readonly string[]
  places?: readonly { id: number; name: string; kind?: PlaceMention['kind']; from?: number }[]
  /** What its opening says; left out where nobody else tells the story. */
  claim?: Claim
}
