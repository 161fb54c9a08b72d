import type { DeliveryReason, Placement } from '../../model/outgoing.ts'
import { differences } from './difference.ts'
import { isOurs, judgeStanding, type Situation, type Step } from './judge-standing.ts'
import type { Answer, Parcel, Standing, Target, Version } from '../targets/target.ts'

export interface DeliverRequest {
  target: Target
  /** All editions of the dispatch up to the one to be delivered, which is the last. */
  versions: readonly Version[]
  placement: Placement | undefined
  /** Names the fields that hold something internal. */
  scan: (parcel: Parcel) => Promise<readonly string[]>
  /** Requests from before the placement may still have come through. */
  late: boolean
  clock: () => Date
  signal?: AbortSignal | undefined
}

/** `placement` is missing where the target holds nothing of the dispatch. */
export type Delivered =
  | { kind: 'done'; placement?: Placement; wrote: boolean }
  | { kind: 'retry'; reason: DeliveryReason; afterSeconds?: number }
  | { kind: 'stopped'; reason: DeliveryReason; placement?: Placement }

type Failure = Exclude<Delivered, { kind: 'done' }>

/**
 * Brings a target to hold the last version, once: looks before it writes, leaves alone what a person
 * touched, and reads back what it wrote. May be done again after a crash at any point.
 */
export async function deliver(request: DeliverRequest): Promise<Delivered> {
  const { target, versions, scan } = request
  const own: Parcel[] = []
  for (const version of versions) {
    const packed = target.pack(version)
    if (packed.kind === 'done') own.push(packed.value)
    else if (version === versions.at(-1)) return failure(packed)
  }
  const parcel = own.at(-1)
  if (parcel === undefined) throw new Error('a delivery without an edition')
  const leaking = await scan(parcel)
  if (leaking.length > 0) return leak(target, leaking)
  if (!target.reads) return send(request, parcel)
  return place(request, { parcel, own })
}

/** Nothing can be looked up: the target tells repeats by the dispatch and edition in what is sent. */
async function send(request: DeliverRequest, parcel: Parcel): Promise<Delivered> {
  const { target, placement, signal } = request
  if (parcel.kind === 'kill' && placement === undefined && request.versions.length === 1)
    return { kind: 'done', wrote: false }
  const sent = await target.create(parcel, signal)
  if (sent.kind !== 'done') return failure(sent)
  const standing: Standing = { remote: sent.value.remote, state: 'draft', fields: {} }
  return { kind: 'done', placement: toPlacement(request, parcel, standing), wrote: true }
}

async function place(
  request: DeliverRequest,
  { parcel, own }: { parcel: Parcel; own: readonly Parcel[] },
): Promise<Delivered> {
  const { target, placement, late } = request
  const look = async () => {
    const found = await target.find(sought(parcel, placement), request.signal)
    if (found.kind !== 'done') return found
    const situation: Situation = {
      name: target.name,
      keepsNotice: target.keepsNotice,
      standing: undefined,
      placement,
      parcel,
      own,
      late,
    }
    const { main, spare } = sort(found.value, situation)
    return { kind: 'done' as const, value: { ...situation, standing: main, spare } }
  }
  const before = await look()
  if (before.kind !== 'done') return failure(before)
  const step = judgeStanding(before.value)
  if (step.kind === 'stop') return { kind: 'stopped', reason: step.reason }
  const written = await write(request, step, parcel)
  const after = written.kind === 'done' && step.kind === 'already' ? before : await look()
  if (written.kind === 'refused' && after.kind === 'done') {
    // The target may have refused because a person came in between.
    const now = judgeStanding(after.value)
    if (now.kind === 'stop') return { kind: 'stopped', reason: now.reason }
  }
  if (written.kind !== 'done') return failure(written)
  if (after.kind !== 'done') return failure(after)
  const spared = await withdrawSpare(request, parcel, after.value.spare)
  if (spared !== undefined) return failure(spared)
  return confirm(request, parcel, after.value.standing, step)
}

/** The one to work on, and untouched doubles of it that a repeated request made. */
function sort(found: readonly Standing[], situation: Situation) {
  const { placement } = situation
  const isSpare = (standing: Standing) =>
    standing.state === 'draft' && isOurs({ ...situation, placement: undefined }, standing)
  const known = found.find(({ remote }) => remote === placement?.remote)
  const standing = found.filter(({ state }) => state !== 'trashed')
  const main = known ?? standing.find((one) => !isSpare(one)) ?? standing[0] ?? found[0]
  return { main, spare: standing.filter((one) => one !== main && isSpare(one)) }
}

async function withdrawSpare(
  { target, signal }: DeliverRequest,
  parcel: Parcel,
  spare: readonly Standing[],
): Promise<Exclude<Answer<never>, { kind: 'done' }> | undefined> {
  for (const standing of spare) {
    const answer = await target.withdraw(standing, parcel, signal)
    if (answer.kind !== 'done') return answer
  }
  return undefined
}

async function write(
  { target, signal }: DeliverRequest,
  step: Exclude<Step, { kind: 'stop' }>,
  parcel: Parcel,
): Promise<Answer<unknown>> {
  switch (step.kind) {
    case 'create':
      return target.create(parcel, signal)
    case 'update':
      return target.update(step.standing, parcel, signal)
    case 'withdraw':
      return target.withdraw(step.standing, parcel, signal)
    case 'already':
      return { kind: 'done', value: undefined }
  }
}

/** What was read back is what was meant, or the desk is shown what became of it. */
function confirm(
  request: DeliverRequest,
  parcel: Parcel,
  standing: Standing | undefined,
  step: Step,
): Delivered {
  const wrote = step.kind !== 'already'
  const { name } = request.target
  if (parcel.kind === 'kill') {
    if (standing === undefined) {
      const { placement } = request
      return placement === undefined
        ? { kind: 'done', wrote }
        : { kind: 'done', wrote, placement: { ...placement, state: 'withdrawn' } }
    }
    const isNotice =
      request.target.keepsNotice && differences(parcel.fields, standing.fields).length === 0
    if (standing.state !== 'trashed' && !isNotice) return unsettled(name)
    return { kind: 'done', wrote, placement: toPlacement(request, parcel, standing, 'withdrawn') }
  }
  if (standing === undefined || standing.state === 'trashed') return unsettled(name)
  const placement = toPlacement(request, parcel, standing)
  const difference = differences(parcel.fields, standing.fields)
  if (difference.length === 0) return { kind: 'done', placement, wrote }
  const fields = difference.map(({ field }) => field).join(', ')
  const words = `${name} holds something else than what was sent (${fields}): see the difference, mend it there or in the target's settings, then resume`
  const reason: DeliveryReason = {
    code: 'altered',
    words,
    detail: fields,
    difference,
    ...(standing.url && { url: standing.url }),
  }
  return { kind: 'stopped', reason, placement }
}

/** Written and not yet seen: a cache or a replica that lags. */
const unsettled = (name: string): Failure => ({
  kind: 'retry',
  reason: {
    code: 'not-yet-seen',
    words: `${name} took it and does not show it yet; it is looked at again`,
  },
})

function toPlacement(
  { target, clock }: DeliverRequest,
  { dispatch, edition }: Parcel,
  { remote, url, marker, fields }: Standing,
  state: Placement['state'] = 'standing',
): Placement {
  return {
    dispatch,
    target: target.name,
    remote,
    ...(url === undefined ? {} : { url }),
    edition,
    state,
    ...(marker === undefined ? {} : { marker }),
    fields,
    at: clock().toISOString(),
  }
}

const sought = ({ dispatch, slug }: Parcel, placement: Placement | undefined) => ({
  dispatch,
  slug,
  ...(placement === undefined ? {} : { remote: placement.remote }),
})

const failure = (answer: Exclude<Answer<unknown>, { kind: 'done' }>): Failure =>
  answer.kind === 'retry' ? answer : { kind: 'stopped', reason: answer.reason }

function leak({ name }: Target, fields: readonly string[]): Failure {
  const words = `Nothing was sent to ${name}: ${fields.join(', ')} ${fields.length === 1 ? 'names' : 'name'} something that may not leave the desk. Correct the dispatch, or name the channel if it may be named`
  return { kind: 'stopped', reason: { code: 'leak', words, detail: fields.join(', ') } }
}
