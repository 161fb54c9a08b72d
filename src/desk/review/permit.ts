import type { Act, Base, DeskRecord, Member, Refusal, Role, StubAct } from '../../model/desk.ts'
import type { Story } from '../../model/story.ts'
import type { Stub, StubState } from '../../model/stub.ts'
import { mostCharacters, readField, strengths } from './edits.ts'
import { mayAct } from './member-book.ts'
import { isUndoable } from './undo.ts'

/** What a person asks for; what only Intake knows (ids, editions) is filled in when it is done. */
export type AskedAct =
  | Exclude<StubAct, { kind: 'approve' | 'exported' | 'edit' | 'kill' | 'undo' }>
  | Omit<Extract<StubAct, { kind: 'edit' }>, 'over'>
  | { kind: 'approve' }
  | { kind: 'kill'; reason: string }
  | { kind: 'undo' }

export interface Case {
  asked: AskedAct
  member: Member
  record: DeskRecord
  story: Story
  stub: Stub
  /** All acts on the stub, oldest first. */
  acts: readonly Act<StubAct>[]
}

const chiefs: ReadonlySet<AskedAct['kind']> = new Set([
  'approve',
  'hold',
  'resume',
  'kill',
  'correct',
])
const open: readonly StubState[] = ['draft', 'in-review']

/** From which states each act may be done. */
const states: Readonly<Record<AskedAct['kind'], readonly StubState[]>> = {
  review: open,
  edit: open,
  name: open,
  unname: open,
  'mark-stated': open,
  'override-sourcing': open,
  submit: ['draft'],
  approve: ['in-review'],
  hold: ['draft', 'in-review'],
  resume: ['held'],
  kill: ['draft', 'in-review', 'held', 'approved', 'exported', 'corrected'],
  correct: ['approved', 'exported', 'corrected'],
  seen: ['draft', 'in-review', 'held', 'approved', 'exported', 'corrected', 'killed'],
  undo: ['draft', 'in-review', 'held', 'approved', 'exported', 'corrected', 'killed'],
}

/** What is written has words: neither blanks nor marks that nobody sees are a reason or a headline. */
const tells = /[\p{L}\p{N}]/u

export const neededRole = (kind: AskedAct['kind']): Role => (chiefs.has(kind) ? 'chief' : 'editor')

/** Why a person may not do this to the stub as it stands; undefined when they may. */
export function refuse({ asked, member, record, story, stub, acts }: Case): Refusal | undefined {
  const needs = neededRole(asked.kind)
  if (!mayAct(member.role, needs)) return { code: 'role', needs }
  if (!states[asked.kind].includes(record.state)) return { code: 'state', state: record.state }
  if ('reason' in asked && !tells.test(asked.reason)) return { code: 'reason-missing' }
  switch (asked.kind) {
    case 'review':
    case 'name':
    case 'unname':
      if (!story.signals.includes(asked.signal))
        return { code: 'not-in-story', signal: asked.signal }
      return isRepeated(asked, record) ? { code: 'unchanged' } : undefined
    case 'edit':
      return refuseEdit(asked, record, stub)
    case 'mark-stated':
      return story.notStated.includes(asked.detail)
        ? undefined
        : { code: 'unknown-detail', detail: asked.detail }
    case 'approve':
      return refuseApproval(record, stub)
    case 'undo':
      return isUndoable(acts, member.id) ? undefined : { code: 'nothing-to-undo' }
    default:
      return undefined
  }
}

function isRepeated(
  asked: Extract<AskedAct, { kind: 'review' | 'name' | 'unname' }>,
  { reviews, namings }: DeskRecord,
): boolean {
  if (asked.kind === 'review')
    return (reviews.get(asked.signal)?.verdict ?? 'unread') === asked.verdict
  return asked.kind === 'unname' && !namings.has(asked.signal)
}

function refuseEdit(
  { field, text }: Extract<AskedAct, { kind: 'edit' }>,
  { edits }: DeskRecord,
  stub: Stub,
): Refusal | undefined {
  const present = readField(stub, field)
  if (present === undefined) return { code: 'unknown-field', field }
  if (text === '') return edits.has(field) ? undefined : { code: 'unchanged' }
  if (!tells.test(text)) return { code: 'empty' }
  const most = mostCharacters(field)
  if (text.length > most) return { code: 'too-long', most }
  if (field === 'strength' && !strengths.some((strength) => strength === text))
    return { code: 'unknown-field', field: text }
  return text === present ? { code: 'unchanged' } : undefined
}

/** A stub that nobody has read against its signals, or whose origins all took it back, is not approved. */
function refuseApproval({ reviews }: DeskRecord, { sourcing }: Stub): Refusal | undefined {
  if (sourcing === 'withdrawn') return { code: 'withdrawn' }
  const reviewed = Array.from(reviews.values()).some(({ verdict }) => verdict === 'reviewed')
  return reviewed ? undefined : { code: 'nothing-reviewed' }
}

/**
 * What others did since the person looked that touches what they do now. A change of state counts for every
 * act; approving counts on everything, the composed words included.
 */
export function changesSince(
  { asked, member, record, stub, acts }: Case,
  base: Base,
): { changed: boolean; since: readonly Act<StubAct>[] } {
  const since = acts.filter(({ act, content }) => act > base.head && content.kind !== 'seen')
  const others = since.filter(({ by }) => by !== member.id)
  if (asked.kind === 'approve' || asked.kind === 'submit') {
    const changed = since.length > 0 || stub.version !== base.version || record.head < base.head
    return { changed, since }
  }
  const touching = others.filter(({ content }) => meets(content, asked))
  return { changed: touching.length > 0, since: touching }
}

function meets(done: StubAct, asked: AskedAct): boolean {
  if (asked.kind === 'undo' || done.kind === 'undo') return true
  if (stateActs.has(done.kind)) return asked.kind !== 'seen'
  if (done.kind === 'edit' && asked.kind === 'edit') return done.field === asked.field
  if ('signal' in done && 'signal' in asked)
    return done.signal === asked.signal && subjectOf(done.kind) === subjectOf(asked.kind)
  return done.kind === asked.kind && done.kind === 'override-sourcing'
}

const stateActs: ReadonlySet<StubAct['kind']> = new Set([
  'submit',
  'approve',
  'hold',
  'resume',
  'kill',
  'correct',
])

const subjectOf = (kind: StubAct['kind']) => (kind === 'unname' ? 'name' : kind)
