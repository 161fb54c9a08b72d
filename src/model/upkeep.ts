/** What is too old to be kept: instants before which things go; what is left out is kept for ever. */
export interface LetGo {
  textsBefore?: string
  bodiesBefore?: string
  /** Entries of polls that changed nothing, which nothing refers to. */
  idleBefore?: string
  at: string
}

/** How many of each went. */
export interface Expired {
  bodies: number
  texts: number
  idle: number
}

/** Keeps the database small and quick while it is in use. */
export interface UpkeepStore {
  /** One batch; to be called until all is zero. */
  letGo(before: LetGo): Promise<Expired>
  /** Statistics for the planner, the log written back, free pages given back to the disk. */
  tidy(): Promise<void>
}

/** How the archive is, read in a moment even where it is large. */
export interface Pulse {
  signals: number
  stories: number
  quarantined: number
  /** What waits: payloads to be stored, signals to be judged, stories to be drafted, updates to be answered, notices to be sent, pictures to be fetched. */
  waiting: Readonly<
    Record<'payloads' | 'signals' | 'stories' | 'updates' | 'notices' | 'pictures', number>
  >
  stubs: Readonly<Record<string, number>>
  /** Copies of editions on their way, by state. */
  deliveries: Readonly<Record<string, number>>
  databaseBytes: number
  logBytes: number
  /** When the newest post of each channel was posted. */
  newest: readonly { channel: string; at: string }[]
}
