/** One link of the chain; hashes are hex. `hash` is over the entry before it and everything here but `items`. */
export interface ChainEntry {
  /** Consecutive, from 1. */
  entry: number
  at: string
  /** `commit`, `filled`, `let-go`, `act`, `edition`, … */
  kind: string
  /** What it is about: `payload 12`, `act 7`. */
  subject: string
  /** SHA-256 of `items`, or of what the subject is where there are none. */
  content: string
  hash: string
  /** A line for each row that the entry speaks for: its kind, its name, its SHA-256. */
  items?: string
}

export type ChainHead = Pick<ChainEntry, 'entry' | 'hash'>

/** Hashes of all that is stored, each over the one before, so that none can be changed or taken out unseen. */
export interface ChainStore {
  /** Adds the hash of something that came about outside the archive; SHA-256 as hex. */
  append(entry: { kind: string; subject: string; at: string; sha256: string }): Promise<ChainHead>
  head(): Promise<ChainHead | undefined>
  /**
   * Takes in some of what was stored before there was a chain; answers whether there is more. To be
   * called until there is none, at any pace.
   */
  fill(at: string): Promise<boolean>
  /** All entries from one on, in order. */
  entries(from: number, batch: number): AsyncIterable<readonly ChainEntry[]>
}

/** One thing that is not as it was stored. */
export interface Finding {
  /** Which check found it. */
  check: string
  /** `signal alpha/7`, `payload 12`, `chain entry 3`. */
  place: string
  /** One sentence for a person. */
  problem: string
}

/** How far a verification is, and what it has found since the last step. */
export interface VerifyStep {
  check: string
  /** Rows looked at by this check. */
  count: number
  findings: readonly Finding[]
}

/** What the chain has the hash of: `content` as JSON is what was hashed. */
export interface EvidenceRow {
  /** The line of the chain: kind, name and hash. */
  line: string
  content: readonly (string | number | null)[]
  /** The line of the chain that says that its words or bytes were let go for their age. */
  gone?: string
}

export interface EvidencePayload extends EvidenceRow {
  journal: number
  source: string
  kind: string
  address?: string
  firstAt: string
  sha256: string
  /** The bytes as received; undefined when they were let go. */
  body?: Uint8Array
}

export interface EvidencePicture extends EvidenceRow {
  signal: string
  sha256: string
  type: string
  /** The file itself is kept by the desk. */
  kept: boolean
}

/** Everything that shows where some signals come from. */
export interface Evidence {
  payloads: readonly EvidencePayload[]
  signals: readonly (EvidenceRow & { text: string })[]
  revisions: readonly (EvidenceRow & { text: string })[]
  /** Photos that were fetched. */
  pictures: readonly EvidencePicture[]
  /** The first entry of the chain that speaks of any of them; undefined when none does yet. */
  firstEntry?: number
}
