import type { Archive } from '../../model/archive.ts'
import type { DeskEntry } from '../../model/desk-store.ts'
import type {
  Act,
  ActOutcome,
  Base,
  DeskRecord,
  Edition,
  FieldEdit,
  Member,
  StubAct,
  StubBasis,
} from '../../model/desk.ts'
import { intakeItself } from '../../model/desk.ts'
import type { Story } from '../../model/story.ts'
import type { Stub } from '../../model/stub.ts'
import { toArchived } from './archived.ts'
import { outdatedEdits, readField } from './edits.ts'
import { type AskedAct, type Case, changesSince, refuse } from './permit.ts'
import { sumUp } from './record.ts'
import { lastUndoable } from './undo.ts'

export interface ReviewDeskDeps {
  archive: Archive
  /** Composes the stub of a story as people have worked on it. */
  compose: (story: Story, record: DeskRecord) => Promise<{ stub: Stub; basis: StubBasis }>
  /** Names of the targets that every approved dispatch goes to. */
  targets: readonly string[]
  clock: () => Date
  /** An opaque id for a dispatch, new at each call. */
  newDispatch: () => string
  /** Called after each act that was stored. */
  onAct?: (stub: Stub, act: Act) => void
  /** Called when an edition became prior coverage. */
  onArchived?: () => void
}

/** A stub with all that people did to it. */
export interface OpenStub {
  stub: Stub
  story: Story
  record: DeskRecord
  acts: readonly Act<StubAct>[]
}

interface Done {
  content: StubAct
  edition?: Omit<Edition, 'content' | 'namings'>
  recall?: DeskEntry['recall']
}

/** Where people work on stubs: each act is judged, stored and worked into the stub, one at a time. */
export class ReviewDesk {
  private readonly deps: ReviewDeskDeps
  private queue: Promise<unknown> = Promise.resolve()

  constructor(deps: ReviewDeskDeps) {
    this.deps = deps
  }

  /** The stub of a story as it stands; undefined when there is none. */
  async open(number: number): Promise<OpenStub | undefined> {
    const { archive } = this.deps
    const [stub, story, acts] = await Promise.all([
      archive.stubs.get(number),
      archive.analysis.story(number),
      archive.desk.actsOn(number),
    ])
    if (stub === undefined || story === undefined) return undefined
    return { stub, story, acts, record: sumUp(number, acts) }
  }

  /** Edits over words that would be others if the stub were composed without them now: an editor looks again. */
  async outdated({ story, record }: OpenStub): Promise<readonly FieldEdit[]> {
    if (record.edits.size === 0 || isFrozen(record)) return []
    const { stub } = await this.deps.compose(story, { ...record, edits: new Map() })
    return outdatedEdits(stub, record)
  }

  /**
   * Does what a member asks, seen from `base`. What others changed since is answered with `changed`, and
   * nothing is done: shown that, the member may ask again from there. `settles` is the update that asked for
   * it: act and answer are one, so that a crash between them does nothing twice.
   */
  act(
    number: number,
    asked: AskedAct,
    member: Member,
    base: Base,
    settles?: number,
  ): Promise<ActOutcome> {
    return this.inTurn(() => this.actNow(number, asked, member, base, settles))
  }

  /** Notes that an edition stands in all of its targets; from then on it is prior coverage. */
  markExported(edition: Edition): Promise<void> {
    return this.inTurn(async () => {
      const found = await this.open(edition.stub)
      if (found === undefined || found.record.exported >= edition.edition) return
      const by = { id: intakeItself, name: 'Intake' }
      await this.archiveEdition(edition)
      await this.store(found, { content: { kind: 'exported', edition: edition.edition } }, by)
    })
  }

  // Before the act: what a crash leaves out is done again with it.
  private async archiveEdition(edition: Edition): Promise<void> {
    const { archive, onArchived } = this.deps
    const editions = await archive.desk.editions(edition.stub)
    const own = editions.filter(({ dispatch }) => dispatch === edition.dispatch)
    const known = (await archive.dispatches.all()).find(
      ({ dispatch }) => dispatch === edition.dispatch,
    )
    // Where it stands on the site is known from an import only.
    const url = known?.url === undefined ? {} : { url: known.url }
    await archive.dispatches.save([{ ...toArchived(edition, own[0] ?? edition), ...url }])
    onArchived?.()
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    return turn
  }

  private async actNow(
    number: number,
    asked: AskedAct,
    member: Member,
    base: Base,
    settles: number | undefined,
  ): Promise<ActOutcome> {
    const found = await this.open(number)
    if (found === undefined) return { kind: 'refused', refusal: { code: 'no-stub' } }
    const { stub, record } = found
    const wanted: Case = { ...found, asked, member }
    const { changed, since } = changesSince(wanted, base)
    const refusal = refuse(wanted)
    // A state that another brought about is news to the member, not a mistake of theirs.
    if (refusal !== undefined && !(changed && refusal.code === 'state'))
      return { kind: 'refused', refusal }
    if (changed)
      return { kind: 'changed', since, record, stub, ...(refusal === undefined ? {} : { refusal }) }
    return this.store(found, await this.fill(found, asked, member), member, settles)
  }

  /** Adds what only the desk knows: what an edit replaces, ids and editions, what an undo takes back. */
  private async fill(
    { stub, record, acts }: OpenStub,
    asked: AskedAct,
    member: Member,
  ): Promise<Done> {
    switch (asked.kind) {
      case 'edit': {
        const standing = record.edits.get(asked.field)
        const over = standing?.over ?? readField(stub, asked.field) ?? ''
        return { content: { ...asked, over } }
      }
      case 'approve': {
        const dispatch = record.dispatch ?? this.deps.newDispatch()
        const edition = await this.nextEdition(stub.stub)
        const note = record.correcting === undefined ? {} : { note: record.correcting }
        const kind = record.exported > 0 ? 'correction' : 'new'
        return {
          content: { kind: 'approve', dispatch, edition },
          edition: { dispatch, edition, stub: stub.stub, kind, at: this.now(), ...note },
        }
      }
      case 'kill': {
        const { dispatch } = record
        if (dispatch === undefined || record.editions === 0) return { content: asked }
        const edition = await this.nextEdition(stub.stub)
        const note = asked.reason
        return {
          content: { ...asked, edition },
          edition: { dispatch, edition, stub: stub.stub, kind: 'kill', at: this.now(), note },
        }
      }
      case 'undo':
        return undoOf(acts, member, record)
      default:
        return { content: asked }
    }
  }

  private async store(
    found: OpenStub,
    { content, edition, recall }: Done,
    by: Pick<Member, 'id' | 'name'>,
    settles?: number,
  ): Promise<ActOutcome> {
    const { archive, targets, onAct } = this.deps
    const number = found.stub.stub
    const act = { at: this.now(), by: by.id, name: by.name, stub: number, content }
    const { record, stub, basis } = await this.composeAfter(found, act)
    const outcome = await archive.desk.append({
      act,
      head: found.record.head,
      stub,
      basis,
      ...(recall === undefined ? {} : { recall }),
      ...(settles === undefined ? {} : { settles }),
      ...(edition === undefined
        ? {}
        : {
            edition: { ...edition, content: stub, namings: Array.from(record.namings.values()) },
            targets,
          }),
    })
    if (outcome.kind === 'already-leaving')
      return { kind: 'refused', refusal: { code: 'already-leaving' } }
    const now = await this.open(number)
    if (outcome.kind === 'changed' || now === undefined)
      return { kind: 'changed', since: now?.acts.slice(-1) ?? [], record, stub }
    await this.markWithdrawn(content, found, now)
    onAct?.(now.stub, outcome.act)
    return { kind: 'done', act: outcome.act.act, record: now.record, stub: now.stub }
  }

  /** What was exported is no prior coverage from the moment it is killed, and is again when that is undone. */
  private async markWithdrawn(done: StubAct, { acts }: OpenStub, now: OpenStub): Promise<void> {
    const undone = done.kind === 'undo' ? acts.find(({ act }) => act === done.of) : undefined
    const { exported, editions } = now.record
    if (exported === 0 || (done.kind !== 'kill' && undone?.content.kind !== 'kill')) return
    const all = await this.deps.archive.desk.editions(now.stub.stub)
    const standing = all.find(
      ({ edition }) => edition === (done.kind === 'kill' ? editions : exported),
    )
    if (standing !== undefined) await this.archiveEdition(standing)
  }

  /** The stub as the act leaves it. What was approved keeps its words until it is opened again. */
  private async composeAfter(
    { stub, story, acts }: OpenStub,
    act: Omit<Act<StubAct>, 'act' | 'hash'>,
  ) {
    const next = (acts.at(-1)?.act ?? 0) + 1
    const record = sumUp(stub.stub, [...acts, { ...act, act: next, hash: '' }])
    const composed = await this.deps.compose(story, record)
    const frozen = isFrozen(record) || act.content.kind === 'approve'
    return {
      record,
      basis: composed.basis,
      stub: frozen ? { ...stub, state: record.state } : composed.stub,
    }
  }

  private async nextEdition(stub: number): Promise<number> {
    const editions = await this.deps.archive.desk.editions(stub)
    return editions.length + 1
  }

  private now(): string {
    return this.deps.clock().toISOString()
  }
}

/** True when its words are those that were approved, held or killed, whatever its story does. */
export const isFrozen = ({ state }: Pick<DeskRecord, 'state'>): boolean =>
  state !== 'draft' && state !== 'in-review'

function undoOf(acts: readonly Act<StubAct>[], member: Member, { dispatch }: DeskRecord): Done {
  const last = lastUndoable(acts, member.id)
  if (last === undefined) throw new Error('An undo was permitted with nothing to undo')
  const content: StubAct = { kind: 'undo', of: last.act }
  const { content: undone } = last
  const edition = undone.kind === 'approve' || undone.kind === 'kill' ? undone.edition : undefined
  return edition === undefined || dispatch === undefined
    ? { content }
    : { content, recall: { dispatch, edition } }
}
