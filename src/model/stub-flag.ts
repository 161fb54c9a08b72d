/** What changed beneath a stub that people had worked on. */
export interface StubFlag {
  flag: number
  stub: number
  at: string
  kind:
    | 'edited'
    | 'deleted'
    | 'sourcing-fell'
    | 'sourcing-rose'
    | 'new-origin'
    | 'conflict'
    | 'old-picture'
    | 'gone'
  /** The signal, origin or detail it is about; of a change in sourcing what it was and is, as `echoed corroborated`. */
  subject?: string
  /** One sentence in English for a person of the desk; internal. */
  words: string
  /** A `seen` act of a member came after it. */
  seen: boolean
}
