/**
 * Where the delivery of an edition to a target stands. `queued` was never begun; `sending` was, and waits
 * for its answer or its next try; `superseded` gave way to a later edition.
 */
export type OutgoingState = 'queued' | 'sending' | 'done' | 'stopped' | 'superseded' | 'recalled'

/** One field of a dispatch as the desk has it and as it stands in a target. */
export interface FieldDifference {
  field: string
  ours: string
  theirs: string
}

/** Why a delivery failed, waits or stopped; stored, so that a code once used keeps its meaning. */
export type DeliveryCode =
  // What a person did in the target.
  | 'gone'
  | 'trashed'
  | 'published'
  | 'taken'
  | 'touched'
  | 'hidden'
  // What the target made of it.
  | 'altered'
  | 'not-yet-seen'
  | 'not-stored'
  // What the desk has to mend.
  | 'leak'
  | 'unmapped'
  | 'unknown-tags'
  | 'unknown-categories'
  | 'title-too-long'
  | 'content-too-long'
  | 'unknown-target'
  | 'given-up'
  | 'fault'
  // How the target answered.
  | 'unreachable'
  | 'tls'
  | 'throttled'
  | 'server-fault'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'gone-for-good'
  | 'too-large'
  | 'refused'
  | 'login-page'
  | 'moved'
  | 'clock'
  | 'not-an-api'
  | 'half-answer'
  | 'strange-answer'
  | 'answer-too-large'
  // What became of the folder.
  | 'disk-full'
  | 'disk'
  | 'not-writable'

/** Why a delivery failed, waits or stopped: a stable code, and words for a person that name the next step. */
export interface DeliveryReason {
  code: DeliveryCode
  words: string
  /** Where a person sees it in the target. */
  url?: string
  /** What a person changed in the target, or what a target made of it. */
  difference?: readonly FieldDifference[]
}

/** One edition on its way to one target. */
export interface Outgoing {
  delivery: number
  dispatch: string
  edition: number
  stub: number
  target: string
  state: OutgoingState
  createdAt: string
  attempts: number
  /** Not tried before; of one that is done: when it is looked at once more. */
  nextAt?: string
  /** When it was done or stopped. */
  settledAt?: string
  reason?: DeliveryReason
  /** Where it stands in the target. */
  url?: string
}

/** A dispatch as it stood in a target when Intake last wrote it there and read it back. */
export interface Placement {
  dispatch: string
  target: string
  /** The target's own id of it. */
  remote: string
  url?: string
  edition: number
  state: 'standing' | 'withdrawn'
  /** The target's own mark of its last change. */
  marker?: string
  fields: Readonly<Record<string, string>>
  at: string
}

export interface OutgoingQuery {
  stub?: number
  target?: string
  states?: readonly OutgoingState[]
  limit?: number
}
