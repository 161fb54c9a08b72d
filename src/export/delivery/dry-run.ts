import type { DeliveryReason, Placement } from '../../model/outgoing.ts'
import type { InternalName } from '../leaks/internal-names.ts'
import { findLeaks, type Leak } from '../leaks/leaks.ts'
import type { Leaving, Parcel, Standing, Target, Version } from '../targets/target.ts'

/** What a delivery would send to one target, and what would stop it; nothing is sent. */
export interface DryRun {
  target: string
  kind: string
  edition: number
  /** The edition was approved; else it is the one that an approval would make now. */
  approved: boolean
  does: 'create' | 'change' | 'withdraw' | 'nothing'
  leaving: readonly Leaving[]
  /** Why the target can't take it. */
  refused?: DeliveryReason
  leaks: readonly Leak[]
  /** Internal names that were looked for. */
  searched: number
}

/** `placement` is what the target held when Intake last looked; a person may have been at it since. */
export function dryRun(
  target: Target,
  { version, approved }: { version: Version; approved: boolean },
  placement: Placement | undefined,
  secrets: readonly InternalName[],
): DryRun {
  const { name, kind } = target
  const known = { target: name, kind, edition: version.edition, approved }
  const packed = target.pack(version)
  if (packed.kind !== 'done') {
    const { reason } = packed
    return { ...known, does: 'nothing', leaving: [], refused: reason, leaks: [], searched: 0 }
  }
  const parcel = packed.value
  const leaving = target.preview(parcel, placement && toStanding(placement))
  return {
    ...known,
    does: leaving.length === 0 ? 'nothing' : deed(parcel, placement),
    leaving,
    leaks: findLeaks(partsOf(parcel), secrets),
    searched: secrets.length,
  }
}

/** What of a parcel is searched for internal names. */
export const partsOf = ({ fields }: Parcel) =>
  Object.entries(fields).map(([field, bytes]) => ({ field, bytes }))

const toStanding = ({ remote, marker, state, fields }: Placement): Standing => ({
  remote,
  state: state === 'withdrawn' ? 'trashed' : 'draft',
  ...(marker === undefined ? {} : { marker }),
  fields,
})

const deed = ({ kind }: Parcel, placement: Placement | undefined): DryRun['does'] =>
  kind === 'kill' ? 'withdraw' : placement?.state === 'standing' ? 'change' : 'create'
