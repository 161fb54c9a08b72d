const smallestTable = 1 << 12

/**
 * Inverted index from 32-bit hashes to document numbers in typed arrays: open addressing for the
 * hashes, a linked list for each one's documents, newest first. 8 bytes a posting, 12–24 a hash.
 */
export class PostingIndex {
  private keys = new Uint32Array(smallestTable)
  private heads = new Uint32Array(smallestTable)
  private counts = new Uint32Array(smallestTable)
  private used = 0
  /** Two numbers a posting: its document, and the posting before it. Posting 0 marks the end of a list. */
  private postings = new Uint32Array(smallestTable * 2)
  private posted = 1

  /** Adds a document under a hash; a document is added at most once under each by its caller. */
  add(hash: number, document: number): void {
    if (this.used * 2 >= this.keys.length) this.growTable()
    const slot = this.slotOf(hash)
    if (this.keys[slot] === 0) {
      this.keys[slot] = hash
      this.used++
    }
    const posting = this.posted++
    if (posting * 2 === this.postings.length) this.growPostings()
    this.postings[posting * 2] = document
    this.postings[posting * 2 + 1] = this.heads[slot] ?? 0
    this.heads[slot] = posting
    this.counts[slot] = (this.counts[slot] ?? 0) + 1
  }

  /** In how many documents the hash stands. */
  count(hash: number): number {
    return this.counts[this.slotOf(hash)] ?? 0
  }

  /** The newest posting of a hash, or 0: an address for `document` and `next`. */
  first(hash: number): number {
    return this.heads[this.slotOf(hash)] ?? 0
  }

  /** The posting before one, or 0. */
  next(posting: number): number {
    return this.postings[posting * 2 + 1] ?? 0
  }

  document(posting: number): number {
    return this.postings[posting * 2] ?? 0
  }

  /** Calls back with the documents of a hash, newest first, until the callback answers false. */
  each(hash: number, visit: (document: number) => boolean): void {
    for (let at = this.first(hash); at !== 0; at = this.next(at)) {
      if (!visit(this.document(at))) return
    }
  }

  /** Renumbers documents: to `numbers[document]`, or out of the index where that is -1. Order stays. */
  renumber(numbers: Int32Array): void {
    const before = { keys: this.keys, heads: this.heads }
    const old = this.postings
    this.keys = new Uint32Array(smallestTable)
    this.heads = new Uint32Array(smallestTable)
    this.counts = new Uint32Array(smallestTable)
    this.postings = new Uint32Array(smallestTable * 2)
    this.used = 0
    this.posted = 1
    const documents: number[] = []
    for (const [slot, hash] of before.keys.entries()) {
      documents.length = 0
      for (let at = before.heads[slot] ?? 0; at !== 0; at = old[at * 2 + 1] ?? 0) {
        const number = numbers[old[at * 2] ?? 0] ?? -1
        if (number >= 0) documents.push(number)
      }
      for (let index = documents.length - 1; index >= 0; index--) {
        this.add(hash, documents[index] ?? 0)
      }
    }
  }

  private slotOf(hash: number): number {
    const mask = this.keys.length - 1
    let slot = hash & mask
    for (;;) {
      const key = this.keys[slot]
      if (key === hash || key === 0) return slot
      slot = (slot + 1) & mask
    }
  }

  private growTable(): void {
    const { keys, heads, counts } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.heads = new Uint32Array(keys.length * 2)
    this.counts = new Uint32Array(keys.length * 2)
    keys.forEach((key, slot) => {
      if (key === 0) return
      const target = this.slotOf(key)
      this.keys[target] = key
      this.heads[target] = heads[slot] ?? 0
      this.counts[target] = counts[slot] ?? 0
    })
  }

  private growPostings(): void {
    const postings = new Uint32Array(this.postings.length * 2)
    postings.set(this.postings)
    this.postings = postings
  }
}

/** New numbers for the documents that are kept, in their order, and -1 for the others. */
export function keptNumbers(isKept: readonly boolean[]): Int32Array {
  let next = 0
  return Int32Array.from(isKept, (kept) => (kept ? next++ : -1))
}
