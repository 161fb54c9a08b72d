import type { Stub, StubState } from '../../model/stub.ts'
import type { PublicDispatch, PublicStub } from '../public.ts'

/** What the badge of a stub says of its sourcing. */
export const sourcingLabels: Readonly<Record<Stub['sourcing'], string>> = {
  'single-source': 'Single source',
  echoed: 'Echoed: one origin',
  corroborated: 'Corroborated',
  contested: 'Contested',
  withdrawn: 'Withdrawn: do not use',
}

export const stateLabels: Readonly<Record<StubState, string>> = {
  draft: 'Draft',
  'in-review': 'Draft in review',
  approved: 'Approved draft',
  exported: 'Exported',
  held: 'Draft held',
  killed: 'Killed',
  corrected: 'Corrected',
}

/** What leaves the desk is a draft to the CMS, whatever becomes of it there. */
export const kindLabels: Readonly<Record<PublicDispatch['kind'], string>> = {
  new: 'Draft',
  correction: 'Corrected draft',
  kill: 'Withdrawn: do not use',
}

export const strengthLabels: Readonly<Record<Stub['strength'], string>> = {
  weak: 'Weak',
  moderate: 'Moderate',
  strong: 'Strong',
}

/** `2 reviewed intake signals` only where an editor reviewed them all. */
export function countSignals({ reviewedSignals, signals }: PublicStub['sourceNote']): string {
  const noun = signals === 1 ? 'intake signal' : 'intake signals'
  return reviewedSignals >= signals && signals > 0
    ? `${signals} reviewed ${noun}`
    : `${signals} ${noun}, ${reviewedSignals} reviewed`
}

/** `July 2, 2026` from `2026-07-02`; anything else as it stands. */
export function longDate(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) return date
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  )
}

export const capitalise = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
