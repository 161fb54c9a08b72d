export interface QueuedUpdate extends Record<string, unknown> {
  update_id: number
}

// The original sends these three only to bots that ask for them by name.
const onlyByName = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** The updates a Bot API server holds for one bot. */
export class UpdateQueue {
  #waiting: QueuedUpdate[] = []
  #nextId = 1_000
  #allowed: readonly string[] = []

  /** The next update has this number. */
  goOnFrom(id: number): void {
    this.#nextId = id
  }

  /** Ids of updates that no higher offset has confirmed. */
  get unconfirmed(): number[] {
    return this.#waiting.map(({ update_id }) => update_id)
  }

  /** Kinds that the last caller did not ask for are never queued. */
  push(update: Record<string, unknown>): QueuedUpdate[] {
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? ''
    const wanted = this.#allowed.length === 0 ? !onlyByName.has(kind) : this.#allowed.includes(kind)
    if (!wanted) return []
    const queued = { update_id: this.#nextId, ...update }
    this.#nextId += 1
    this.#waiting.push(queued)
    return [queued]
  }

  /**
   * What `getUpdates` answers. An offset confirms everything below it; a negative one counts from the end;
   * one far beyond the end is taken for stale, and confirms nothing.
   */
  take(fields: Record<string, unknown>): QueuedUpdate[] {
    if (Array.isArray(fields['allowed_updates'])) {
      this.#allowed = fields['allowed_updates'].map(String)
    }
    const asked = Number(fields['offset'] ?? 0)
    const offset = asked < 0 ? this.#nextId + asked : asked
    if (offset <= this.#nextId + 10) {
      this.#waiting = this.#waiting.filter(({ update_id }) => update_id >= offset)
    }
    const limit = Math.min(Math.max(Number(fields['limit'] ?? 100), 1), 100)
    return this.#waiting.slice(0, limit)
  }
}
