import type { SignalKey } from '../../model/signal.ts'
import type { SourcingChange, Story } from '../../model/story.ts'

/** Which signal is in which story, and how each was last judged. */
export class StoryBook {
  private readonly members = new Map<number, Set<SignalKey>>()
  private readonly stories = new Map<SignalKey, number>()
  private readonly mergedInto = new Map<number, number>()
  private readonly judged = new Map<number, string>()
  private merges: { from: number; into: number }[] = []
  /** The number that the story with this first signal had before; numbers outlive a reanalysis. */
  private readonly founders = new Map<SignalKey, number>()
  /** Founders of numbers given in this run that another story took in. */
  private readonly lateFounders = new Map<SignalKey, number>()
  private next: number

  /** `next`: the first free number. */
  constructor(next: number) {
    this.next = next
  }

  /** Takes the numbers that stories with these first signals had before; kept as long as the signals are. */
  learnFounders(founders: ReadonlyMap<SignalKey, number>): void {
    for (const [key, story] of founders) this.founders.set(key, story)
  }

  storyOf(key: SignalKey): number | undefined {
    return this.stories.get(key)
  }

  signalsOf(story: number): readonly SignalKey[] {
    return Array.from(this.members.get(story) ?? [])
  }

  sizeOf(story: number): number {
    return this.members.get(story)?.size ?? 0
  }

  /** The story a number stands for now, after the merges since `takeMerged` was last called. */
  current(story: number): number {
    let now = story
    for (let into = this.mergedInto.get(now); into !== undefined; into = this.mergedInto.get(now))
      now = into
    return now
  }

  /** Begins a story with one signal. */
  found(key: SignalKey): number {
    const before = this.founders.get(key)
    const story = before !== undefined && !this.members.has(before) ? before : this.next++
    this.join(story, key)
    return story
  }

  join(story: number, key: SignalKey): void {
    this.members.set(story, (this.members.get(story) ?? new Set()).add(key))
    this.stories.set(key, story)
  }

  /** Makes one story of several; the lowest number stays. */
  merge(stories: readonly number[]): number {
    const [into, ...others] = [...new Set(stories)].sort((a, b) => a - b)
    if (into === undefined) throw new RangeError('No stories to merge.')
    for (const from of others) {
      const [founder] = this.members.get(from) ?? []
      if (founder !== undefined && !this.founders.has(founder)) this.lateFounders.set(founder, from)
      for (const key of this.signalsOf(from)) this.join(into, key)
      this.members.delete(from)
      this.mergedInto.set(from, into)
      this.merges.push({ from, into })
    }
    return into
  }

  /**
   * A number for a story that editors made: one that a signal of it founded, if it is free or among `own`, and none
   * of `taken`; or else a new one.
   */
  numberFor(
    keys: readonly SignalKey[],
    own: ReadonlySet<number>,
    taken: ReadonlySet<number>,
  ): number {
    const founderOf = new Map(
      Array.from(own, (number) => [Array.from(this.members.get(number) ?? [])[0], number]),
    )
    const before = keys
      .flatMap((key) => [
        this.founders.get(key) ?? [],
        this.lateFounders.get(key) ?? [],
        founderOf.get(key) ?? [],
      ])
      .flat()
      .filter((number) => !taken.has(number) && (own.has(number) || !this.members.has(number)))
    if (before.length > 0) return Math.min(...before)
    const number = this.next++
    const founder = keys.find((key) => !this.founders.has(key) && !this.lateFounders.has(key))
    if (founder !== undefined) this.lateFounders.set(founder, number)
    return number
  }

  /** The merges since the last call. */
  takeMerged(): readonly { from: number; into: number }[] {
    const merges = this.merges.map(({ from, into }) => ({ from, into: this.current(into) }))
    this.merges = []
    // No signal is in a story that was taken in, and what was touched by its number is told now.
    this.mergedInto.clear()
    return merges
  }

  /** Notes a judgement; answers the entry for the story's history when it differs from the last one. */
  record(story: Story, at: string): SourcingChange | undefined {
    const origins = story.origins.map(({ origin }) => origin)
    const judged = `${story.sourcing} ${origins.join(' ')}`
    if (this.judged.get(story.story) === judged) return undefined
    this.judged.set(story.story, judged)
    return { at, sourcing: story.sourcing, origins, reason: story.reason }
  }

  /** Takes a stored story and its judgement as they are; `baseOf` tells signals that editors moved. */
  restore(story: Story, baseOf: (key: SignalKey) => number | undefined = () => undefined): void {
    for (const key of story.signals) this.join(baseOf(key) ?? story.story, key)
    this.record(story, story.lastAt)
    this.next = Math.max(this.next, story.story + 1)
  }

  /** Forgets a signal that is no longer at hand. */
  forget(key: SignalKey): void {
    this.founders.delete(key)
    this.lateFounders.delete(key)
    const story = this.stories.get(key)
    if (story === undefined) return
    this.stories.delete(key)
    const members = this.members.get(story)
    members?.delete(key)
    if (members?.size === 0) {
      this.members.delete(story)
      this.judged.delete(story)
    }
  }
}
