import type { Act, Edition, Member, NewAct, StubAct, StubBasis } from './desk.ts'
import type { StubFlag } from './stub-flag.ts'
import type { Stub } from './stub.ts'

/** What one act of a person changes, all of it or nothing. */
export interface DeskEntry {
  act: NewAct
  /** The last act on the stub that the judgement was made from; another one since refuses the entry. */
  head?: number
  /** The stub as it stands after the act, its state included. */
  stub?: Stub
  /** What it froze, and the names of the targets it goes to. */
  edition?: Edition
  targets?: readonly string[]
  /** Takes back the deliveries of the dispatch that have not begun; refused where one has. */
  recall?: { dispatch: string; edition: number }
  members?: readonly Member[]
  /** The watch that it ends; refused where the member has no such one. */
  unwatch?: { watch: number; member: number }
  /** The update that asked for it, which is answered thereby. */
  settles?: number
  /** What the stub rests on; kept where there is none yet. */
  basis?: StubBasis
}

export type DeskAppend =
  { kind: 'done'; act: Act } | { kind: 'changed' } | { kind: 'already-leaving' }

export interface ActQuery {
  /** Acts with a lower number. */
  before?: number
  by?: number
  stub?: number
  limit: number
}

/** The desk's memory: what people did, in an append-only log with a hash chain, and what it led to. */
export interface DeskStore {
  append(entry: DeskEntry): Promise<DeskAppend>
  /** All acts on one stub, oldest first. */
  actsOn(stub: number): Promise<readonly Act<StubAct>[]>
  /** Numbers of stubs that people have worked on. */
  touched(): Promise<ReadonlySet<number>>
  /** The audit log, newest first. */
  log(query: ActQuery): Promise<readonly Act[]>
  editions(stub: number): Promise<readonly Edition[]>
  edition(dispatch: string, edition: number): Promise<Edition | undefined>
  /** What a stub that people worked on rested on when it was last looked at. */
  basis(stub: number): Promise<StubBasis | undefined>
  /**
   * Notes what changed beneath a stub together with what it rests on now; answers the flags that were not
   * noted before.
   */
  flag(
    stub: number,
    flags: readonly Omit<StubFlag, 'flag' | 'seen' | 'stub'>[],
    basis?: StubBasis,
  ): Promise<readonly StubFlag[]>
  flags(stub: number): Promise<readonly StubFlag[]>
  /** Members a chief added, removed ones left out. */
  members(): Promise<readonly Member[]>
}
