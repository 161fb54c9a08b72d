import type { ClaimingSignal } from '../citations/claiming-signal.ts'

const kinds: ReadonlySet<string> = new Set(['strike', 'accident', 'alert', 'protest', 'arrest'])

/** True of what happens at one place: a strike, not a statement of it. */
export const isLocal = ({ event }: Pick<ClaimingSignal, 'event'>): boolean => kinds.has(event.event)
