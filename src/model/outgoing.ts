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

/** Why a delivery failed, waits or stopped. */
export type DeliveryCode =
  // What stands in the target.
  | 'gone'
  | 'trashed'
  | 'published'
  | 'taken'
  | 'touched'
  | 'hidden'
  | 'altered'
  | 'not-yet-seen'
  // What would be sent.
  | 'leak'
  | 'unmapped'
  | 'unknown-categories'
  | 'unknown-tags'
  | 'title-too-long'
  | 'content-too-long'
  // What the target answers.
  | 'unreachable'
  | 'tls'
  | 'throttled'
  | 'server-fault'
  | 'clock'
  | 'refused'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'gone-for-good'
  | 'too-large'
  | 'not-stored'
  | 'answer-too-large'
  | 'half-answer'
  | 'strange-answer'
  | 'not-an-api'
  | 'login-page'
  | 'moved'
  // Disks.
  | 'disk-full'
  | 'disk'
  | 'not-writable'
  // The desk's own.
  | 'unknown-target'
  | 'fault'
  | 'given-up'

/** Why a delivery failed, waits or stopped: a stable code, and words for a person that name the next step. */
export interface DeliveryReason {
  code: DeliveryCode
  words: string
  /** What the words name beside what the code tells: a status with what the target said, a field, an address. */
  detail?: string
  /** Of what was given up: why the last try failed. */
  last?: Pick<DeliveryReason, 'code' | 'detail'>
  /** Where a person sees it in the target. */
  url?: string
  /** What a person changed in the target, or what a target made of it. */
  difference?: readonly FieldDifference[]
}

/** A reason as it is told to a person; one of before may have the words alone. */
export type ToldReason = Pick<DeliveryReason, 'words' | 'detail' | 'last'> & { code?: DeliveryCode }

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
