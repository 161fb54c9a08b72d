import type { DeliveryReason, FieldDifference, Placement } from '../../model/outgoing.ts'
import { differences, isUnchanged } from './difference.ts'
import type { Parcel, Standing } from '../targets/target.ts'

export type Step =
  | { kind: 'create' }
  | { kind: 'update'; standing: Standing }
  | { kind: 'withdraw'; standing: Standing }
  /** It stands there as it should; `standing` is missing where nothing should. */
  | { kind: 'already'; standing?: Standing }
  | { kind: 'stop'; reason: DeliveryReason }

export interface Situation {
  name: string
  keepsNotice: boolean
  /** What stands in the target; undefined where nothing does. */
  standing: Standing | undefined
  placement: Placement | undefined
  parcel: Parcel
  /** All editions of the dispatch up to this one, as they would be sent. */
  own: readonly Parcel[]
  /** Requests from before the placement may still have come through. */
  late: boolean
}

/** What to do about an edition, by what stands in the target. Whatever a person touched there is left alone. */
export function judgeStanding(situation: Situation): Step {
  const { standing, parcel, keepsNotice } = situation
  if (standing === undefined) return judgeAbsence(situation)
  const kill = parcel.kind === 'kill'
  if (standing.state === 'trashed') return judgeTrash(situation, standing)
  if (standing.state === 'hidden') return { kind: 'stop', reason: hidden(situation, standing) }
  if ((!kill || keepsNotice) && isSaid(parcel, standing)) return { kind: 'already', standing }
  if (standing.state === 'published')
    return { kind: 'stop', reason: published(situation, standing) }
  if (!isOurs(situation, standing)) return { kind: 'stop', reason: touched(situation, standing) }
  return { kind: kill ? 'withdraw' : 'update', standing }
}

function judgeAbsence({ name, placement, parcel }: Situation): Step {
  if (parcel.kind === 'kill') return { kind: 'already' }
  if (placement?.state !== 'standing') return { kind: 'create' }
  const words = `A person deleted it in ${name}, and it is not made again unasked; resume the delivery to make it anew`
  return { kind: 'stop', reason: { code: 'gone', words } }
}

function judgeTrash({ name, placement, parcel }: Situation, standing: Standing): Step {
  if (parcel.kind === 'kill') return { kind: 'already', standing }
  if (placement?.state === 'withdrawn') return { kind: 'update', standing }
  const words = `A person put it into the trash of ${name}; restore or delete it there, then resume`
  return { kind: 'stop', reason: { code: 'trashed', words, ...at(standing) } }
}

/** The last write was ours: to the letter what was read back after it, or another of our own editions. */
export function isOurs({ placement, own, late }: Situation, standing: Standing): boolean {
  if (standing.state !== 'draft') return false
  if (
    placement !== undefined &&
    placement.marker === standing.marker &&
    isUnchanged(placement.fields, standing.fields)
  ) {
    return true
  }
  const sent = own.filter(
    ({ edition }) => placement === undefined || late || edition > placement.edition,
  )
  // Field by field, as files are written one by one.
  return Object.entries(standing.fields).every(([field, text]) =>
    sent.some(({ fields }) => differences(fields, { [field]: text }).length === 0),
  )
}

const isSaid = (parcel: Parcel, standing: Standing) =>
  differences(parcel.fields, standing.fields).length === 0

function published(
  { name, parcel, placement, own }: Situation,
  standing: Standing,
): DeliveryReason {
  if (parcel.kind === 'kill') {
    const words = `It is published in ${name}, where Intake may not take it down: a person has to withdraw it there, then resume`
    return { code: 'published', words, ...at(standing) }
  }
  const words = `It is published in ${name}, where Intake changes nothing: this is the correction that is proposed; a person has to bring it in there, then resume`
  return { code: 'published', words, ...at(standing), ...shown(parcel, standing, placement, own) }
}

function touched({ name, parcel, placement, own }: Situation, standing: Standing): DeliveryReason {
  const what = parcel.kind === 'kill' ? 'withdrawn' : 'overwritten'
  if (placement === undefined) {
    const words = `In ${name} stands something under the name of this dispatch (${parcel.slug}) that Intake did not write so: another's post, or a draft that a person changed before Intake saw it. It is not ${what}: give it another slug or delete it there, then resume`
    const difference = shown(parcel, standing, placement, own)
    return { code: 'taken', words, detail: parcel.slug, ...at(standing), ...difference }
  }
  const words = `A person worked on it in ${name}, so it is not ${what}: settle the difference there, then resume`
  return { code: 'touched', words, ...at(standing), ...shown(parcel, standing, placement, own) }
}

function hidden({ name }: Situation, standing: Standing): DeliveryReason {
  const words = `It stands in ${name}, but this account may not read it any more (another author, or private): a person has to see to it there, then resume`
  return { code: 'hidden', words, ...at(standing) }
}

/** For a kill the difference to what was last sent; it has no text of its own. */
function shown(
  parcel: Parcel,
  standing: Standing,
  placement: Placement | undefined,
  own: readonly Parcel[],
): { difference?: readonly FieldDifference[] } {
  const last = parcel.kind === 'kill' ? own.findLast(({ kind }) => kind !== 'kill') : parcel
  const ours = last?.fields ?? placement?.fields ?? {}
  const difference = differences(ours, standing.fields)
  return difference.length === 0 ? {} : { difference }
}

const at = ({ url }: Standing) => (url === undefined ? {} : { url })
