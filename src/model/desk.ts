import type { Language } from './bot.ts'
import type { SignalKey } from './signal.ts'
import type { Sourcing } from './story.ts'
import type { Stub, StubState } from './stub.ts'
import type { QuietHours, WatchSubject } from './watch.ts'

export type Role = 'reader' | 'editor' | 'chief'

/** Who may use the desk. `id` is the numeric Telegram user id. */
export interface Member {
  id: number
  name: string
  role: Role
  /** Members of the configuration are changed there; a chief added the others. */
  from: 'config' | 'desk'
}

/** Intake itself, where an act has no person. */
export const intakeItself = 0

/** What of a stub an editor may put into words of their own; paragraphs count from 0. */
export type EditField =
  'headline' | 'tldr' | 'beat' | 'form' | 'topic' | 'strength' | `paragraph:${number}`

export type Verdict = 'reviewed' | 'set-aside' | 'unread'

/** What is done to a stub. */
export type StubAct =
  | { kind: 'review'; signal: SignalKey; verdict: Verdict }
  /** `over` is what stood in the field when it was written; an empty `text` takes the edit back. */
  | { kind: 'edit'; field: EditField; text: string; over: string }
  /** Permission to name the channel of this signal for what this signal says; withdrawn by `unname`. */
  | { kind: 'name'; signal: SignalKey; reason: string }
  | { kind: 'unname'; signal: SignalKey }
  /** The detail is stated after all, and no longer listed as missing. */
  | { kind: 'mark-stated'; detail: string; reason: string }
  /** Without `sourcing` the override ends. */
  | { kind: 'override-sourcing'; sourcing?: Sourcing; reason: string }
  | { kind: 'submit' }
  /** `dispatch` is the opaque id under which it leaves the desk: the same for all its editions. */
  | { kind: 'approve'; dispatch: string; edition: number }
  | { kind: 'hold'; reason: string }
  | { kind: 'resume' }
  /** `edition` where it has left the desk, or may be leaving: the kill follows it. */
  | { kind: 'kill'; reason: string; edition?: number }
  | { kind: 'correct'; reason: string }
  /** The edition stands in every target of the desk. Done by Intake itself. */
  | { kind: 'exported'; edition: number }
  /** What changed beneath the stub was seen, up to this flag. */
  | { kind: 'seen'; upTo: number }
  | { kind: 'undo'; of: number }

/** What is done at the desk, but not to one stub. */
export type DeskAct =
  | { kind: 'member-add'; member: number; name: string; role: Role }
  | { kind: 'member-remove'; member: number; name: string }
  | { kind: 'join' | 'part'; signals: readonly [SignalKey, SignalKey]; reason?: string }
  | { kind: 'withdraw'; decision: number; signals: readonly [SignalKey, SignalKey] }
  | { kind: 'hand-in'; signal: SignalKey }
  /** Deliveries that had stopped, of one stub or of all. */
  | { kind: 'send-on'; deliveries: number; of?: number }
  /** What a member wants for themselves: to be told of something, when, and in which language. */
  | { kind: 'watch' | 'unwatch'; subject: WatchSubject }
  /** Without `hours` they end. */
  | { kind: 'quiet'; hours?: QuietHours }
  | { kind: 'language'; language: Language }
  /** Of another act that was done to no stub. */
  | { kind: 'undo'; of: number }

/** One entry of the audit log. `hash` is chained: see `store/acts.ts`. */
export interface Act<Content = StubAct | DeskAct> {
  act: number
  at: string
  /** The member's id, or `intakeItself`. */
  by: number
  name: string
  /** The stub it was done to. */
  stub?: number
  content: Content
  hash: string
}

export type NewAct = Omit<Act, 'act' | 'hash'>

export interface FieldEdit {
  field: EditField
  text: string
  over: string
  by: string
  at: string
}

/** An editor's permission to name one signal's channel for its claim. */
export interface Naming {
  signal: SignalKey
  reason: string
  by: string
  at: string
}

/** What people have done to one stub: the acts that stand, summed up. */
export interface DeskRecord {
  stub: number
  state: StubState
  /** Number of the last act on it; 0 when nobody has touched it. */
  head: number
  reviews: ReadonlyMap<SignalKey, { verdict: Exclude<Verdict, 'unread'>; by: string; at: string }>
  edits: ReadonlyMap<EditField, FieldEdit>
  namings: ReadonlyMap<SignalKey, Naming>
  /** Details marked as stated, with the reason. */
  stated: ReadonlyMap<string, string>
  override?: { sourcing: Sourcing; reason: string; by: string }
  /** Why it is being corrected; set from `correct` until it is approved again. */
  correcting?: string
  /** Why it is held or killed. */
  because?: string
  /** Opaque id under which it leaves the desk; set by the first approval. */
  dispatch?: string
  /** The last edition that stands approved, or killed; 0 before the first. */
  editions: number
  /** The last edition that stands in every target. */
  exported: number
}

/** What an approval, a correction or a kill froze to be delivered. */
export interface Edition {
  dispatch: string
  /** From 1; a kill after an approval is an edition of its own. */
  edition: number
  stub: number
  kind: 'new' | 'correction' | 'kill'
  at: string
  /** The stub as it was approved, edits and namings worked in; `sourceNote` counts what was reviewed. */
  content: Stub
  /** Signals whose channels may be named. */
  namings: readonly Naming[]
  /** Why it was corrected or killed. */
  note?: string
}

/** What of its story a stub rested on when it was last composed. */
export interface StubBasis {
  sourcing: Sourcing
  /** Those that stand. */
  origins: readonly string[]
  conflicts: readonly string[]
  signals: readonly { key: SignalKey; revision: number; deleted: boolean }[]
  /** Signals whose picture was posted before; left out where there are none. */
  oldPictures?: readonly SignalKey[]
}

/** Where a person looked from when they acted: what has come since is shown to them before it counts. */
export interface Base {
  /** `DeskRecord.head` as drawn. */
  head: number
  /** `Stub.version` as drawn. */
  version: number
}

export type Refusal =
  | { code: 'no-stub' }
  | { code: 'role'; needs: Role }
  | { code: 'state'; state: StubState }
  | { code: 'not-in-story'; signal: SignalKey }
  | { code: 'unknown-detail'; detail: string }
  | { code: 'unknown-field'; field: string }
  | { code: 'too-long'; most: number }
  | { code: 'empty' }
  | { code: 'reason-missing' }
  | { code: 'nothing-reviewed' }
  | { code: 'withdrawn' }
  | { code: 'unchanged' }
  | { code: 'nothing-to-undo' }
  | { code: 'already-leaving' }

/** A refused act changed nothing; one that met a change is told what came in between, and changed nothing either. */
export type ActOutcome =
  | { kind: 'done'; act: number; record: DeskRecord; stub: Stub }
  | {
      kind: 'changed'
      since: readonly Act<StubAct>[]
      record: DeskRecord
      stub: Stub
      /** Why it can't be done any more. */
      refusal?: Refusal
    }
  | { kind: 'refused'; refusal: Refusal }
