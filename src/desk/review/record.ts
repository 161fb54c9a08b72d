import type { Act, DeskRecord, EditField, FieldEdit, Naming, StubAct } from '../../model/desk.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { StubState } from '../../model/stub.ts'

type Mutable = {
  -readonly [Key in keyof DeskRecord]: DeskRecord[Key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : DeskRecord[Key]
}

/** A stub that nobody has touched. */
export const untouched = (stub: number): DeskRecord => blank(stub)

/**
 * Sums up the acts on one stub, oldest first. Acts that were undone leave no trace here; they and their
 * undoing stay in the log.
 */
export function sumUp(stub: number, acts: readonly Act<StubAct>[]): DeskRecord {
  const undone = undoneBy(acts)
  const record = blank(stub)
  for (const act of acts) {
    record.head = act.act
    if (!undone.has(act.act)) apply(record, act)
  }
  return record
}

/** Numbers of the acts that a later one undid. */
export function undoneBy(acts: readonly Act[]): ReadonlySet<number> {
  return new Set(acts.flatMap(({ content }) => (content.kind === 'undo' ? content.of : [])))
}

function blank(stub: number): Mutable {
  return {
    stub,
    state: 'draft',
    head: 0,
    reviews: new Map(),
    edits: new Map(),
    namings: new Map(),
    stated: new Map(),
    editions: 0,
    exported: 0,
  }
}

function apply(record: Mutable, { at, name, content }: Act<StubAct>): void {
  switch (content.kind) {
    case 'review':
      setOrDrop(
        record.reviews,
        content.signal,
        content.verdict === 'unread' ? undefined : { verdict: content.verdict, by: name, at },
      )
      return
    case 'edit':
      setOrDrop<EditField, FieldEdit>(
        record.edits,
        content.field,
        content.text === ''
          ? undefined
          : { field: content.field, text: content.text, over: content.over, by: name, at },
      )
      return
    case 'name':
      record.namings.set(content.signal, naming(content.signal, content.reason, name, at))
      return
    case 'unname':
      record.namings.delete(content.signal)
      return
    case 'mark-stated':
      record.stated.set(content.detail, content.reason)
      return
    case 'override-sourcing':
      delete record.override
      if (content.sourcing !== undefined)
        record.override = { sourcing: content.sourcing, reason: content.reason, by: name }
      return
    case 'seen':
    case 'undo':
      return
    default:
      changeState(record, content)
  }
}

type StateAct = Extract<
  StubAct,
  { kind: 'submit' | 'approve' | 'hold' | 'resume' | 'kill' | 'correct' | 'exported' }
>

/**
 * draft → in-review → approved → exported; `hold` and `kill` from anywhere, `resume` from held back to where
 * a chief decides, `correct` from what has left the desk back there too, until it is approved again.
 */
function changeState(record: Mutable, content: StateAct): void {
  delete record.because
  switch (content.kind) {
    case 'submit':
    case 'resume':
      record.state = 'in-review'
      return
    case 'approve':
      record.state = record.editions > 0 ? 'corrected' : 'approved'
      record.dispatch = content.dispatch
      record.editions = content.edition
      delete record.correcting
      return
    case 'hold':
      record.state = 'held'
      record.because = content.reason
      return
    case 'kill':
      record.state = 'killed'
      record.because = content.reason
      record.editions = content.edition ?? record.editions
      return
    case 'correct':
      record.state = 'in-review'
      record.correcting = content.reason
      return
    case 'exported':
      record.exported = Math.max(record.exported, content.edition)
      if (record.state === 'approved' && content.edition === record.editions)
        record.state = 'exported' satisfies StubState
  }
}

const naming = (signal: SignalKey, reason: string, by: string, at: string): Naming => ({
  signal,
  reason,
  by,
  at,
})

function setOrDrop<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
