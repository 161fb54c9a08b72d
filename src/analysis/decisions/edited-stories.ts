import { derivingKinds } from '../../model/link.ts'
import { type SignalKey, signalKey } from '../../model/signal.ts'
import type { Decision, Story } from '../../model/story.ts'
import { applyDecisions } from './apply-decisions.ts'
import { DecisionBook } from './decision-book.ts'
import { sharedGrams } from '../text/letter-grams.ts'
import type { Memory } from '../memory.ts'
import { type EditedStory, numberStories } from '../number-stories.ts'
import type { StoryBook } from '../stories/story-book.ts'

export interface Edited {
  stories: readonly EditedStory[]
  /** Numbers that no story has any more, and where their signals went. */
  gone: readonly { from: number; into: number }[]
  bases: readonly { key: SignalKey; base: number | undefined }[]
}

/**
 * Stories as editors left them. The book below goes on as if nobody had decided anything, and decisions are worked
 * out over it anew whenever a story changes: so it makes no difference when a decision came.
 */
export class EditedStories {
  readonly decisions: DecisionBook
  private readonly stories: StoryBook
  private readonly memory: Memory
  /** Of signals that decisions bear on: the number their story has, and the one it would have. */
  private readonly numbers = new Map<SignalKey, number>()
  private readonly bases: Map<SignalKey, number>

  constructor(
    stories: StoryBook,
    memory: Memory,
    { decisions, bases }: { decisions: readonly Decision[]; bases: ReadonlyMap<SignalKey, number> },
  ) {
    this.stories = stories
    this.memory = memory
    this.decisions = new DecisionBook(decisions)
    this.bases = new Map(bases)
  }

  storyOf(key: SignalKey): number | undefined {
    return this.stories.storyOf(key) === undefined
      ? undefined
      : (this.numbers.get(key) ?? this.stories.storyOf(key))
  }

  /** The number that the first signal of a story of the book is told under. */
  numberOf(base: number): number | undefined {
    const [first] = this.stories.signalsOf(base)
    return first === undefined ? undefined : this.storyOf(first)
  }

  /** The numbers that the signals of a story of the book are told under, to compare. */
  numbersIn(base: number): string {
    return this.stories
      .signalsOf(base)
      .map((key) => this.storyOf(key))
      .join(' ')
  }

  /** The signals of the story that a signal is in. */
  companionsOf(key: SignalKey): readonly SignalKey[] {
    const base = this.stories.storyOf(key)
    if (base === undefined) return []
    const number = this.storyOf(key)
    return Array.from(this.around([base]))
      .flatMap((story) => this.stories.signalsOf(story))
      .filter((other) => this.storyOf(other) === number)
  }

  /** Takes a stored story as it is. */
  restore(story: Story): void {
    this.stories.restore(story, (key) => this.bases.get(key))
    for (const key of story.signals) if (this.bases.has(key)) this.numbers.set(key, story.story)
  }

  /** Whether an editor parted two stories. */
  areParted(first: number, second: number): boolean {
    return this.partOf(first, second) !== undefined
  }

  /** The decision that makes the stories of two signals one, or two. */
  decisionOn(first: SignalKey, second: SignalKey): Decision | undefined {
    const [one, other] = [this.storyOf(first), this.storyOf(second)]
    if (one === undefined || other === undefined) return undefined
    if (one !== other) return this.partOf(one, other)
    if (this.stories.storyOf(first) === this.stories.storyOf(second)) return undefined
    return this.standing().find(
      ({ kind, signals: [a] }) => kind === 'join' && this.storyOf(a) === one,
    )
  }

  /** Signals that an editor joined to a signal, where the join holds. */
  joinsOf(key: string): SignalKey[] {
    return this.standing()
      .filter(({ kind, signals }) => kind === 'join' && signals.includes(key))
      .flatMap(({ signals }) => signals.filter((other) => other !== key))
      .filter((other) => this.storyOf(other) === this.storyOf(key))
  }

  private partOf(first: number, second: number): Decision | undefined {
    return this.standing().find(({ kind, signals: [a, b] }) => {
      if (kind !== 'part') return false
      const [one, other] = [this.storyOf(a), this.storyOf(b)]
      return (one === first && other === second) || (one === second && other === first)
    })
  }

  /** The stories that those of the book, and what editors joined to them, make now. */
  tell(touched: ReadonlySet<number>): Edited {
    const done = new Set<number>()
    const told: Edited[] = []
    for (const base of Array.from(touched).sort((a, b) => a - b)) {
      if (done.has(base)) continue
      const around = this.around([base])
      for (const story of around) done.add(story)
      told.push(this.tellTogether(around))
    }
    const stories = told.flatMap((each) => each.stories).sort((a, b) => a.number - b.number)
    const numbers = new Set(stories.map(({ number }) => number))
    return {
      stories,
      gone: told.flatMap(({ gone }) => gone).filter(({ from }) => !numbers.has(from)),
      bases: told.flatMap(({ bases }) => bases),
    }
  }

  private standing(): readonly Decision[] {
    if (this.decisions.size === 0) return []
    return this.decisions.among((key) => this.stories.storyOf(key) !== undefined)
  }

  /** Stories of the book that decisions tie to these. */
  around(stories: Iterable<number>): ReadonlySet<number> {
    const found = new Set(stories)
    const pairs = this.standing().map(({ signals }) =>
      signals.flatMap((key) => this.stories.storyOf(key) ?? []),
    )
    for (const story of found) {
      for (const pair of pairs) {
        if (pair.includes(story)) for (const other of pair) found.add(other)
      }
    }
    return found
  }

  private tellTogether(bases: ReadonlySet<number>): Edited {
    const own = Array.from(bases).sort((a, b) => a - b)
    const members = own.map((base) => this.inOrder(this.stories.signalsOf(base)))
    const keys = members.flat()
    const decisions = this.standing().filter(({ signals }) =>
      signals.every((key) => bases.has(this.stories.storyOf(key) ?? -1)),
    )
    const wasEdited = this.numbers.size > 0 && keys.some((key) => this.numbers.has(key))
    if (decisions.length === 0 && !wasEdited) {
      return {
        stories: own.map((number, index) => ({ number, keys: members[index] ?? [] })),
        gone: [],
        bases: [],
      }
    }
    const before = this.toldBefore(keys)
    const stories = numberStories(this.apply(members, decisions), bases, this.stories)
    const edited = decisions.length > 0
    for (const { number, keys: of } of stories) {
      for (const key of of) {
        if (edited) this.numbers.set(key, number)
        else this.numbers.delete(key)
      }
    }
    return { stories, gone: this.goneOf(before), bases: this.rebase(keys, edited) }
  }

  private apply(stories: readonly (readonly SignalKey[])[], decisions: readonly Decision[]) {
    const { memory } = this
    const made = applyDecisions({
      stories,
      decisions,
      tiesOf: (key) => {
        const origin = memory.signals.get(key)?.signal.forwardedFrom
        const links = memory.linksFrom(key).filter(({ kind }) => derivingKinds.has(kind))
        const sameForward =
          origin?.id === undefined ? [] : memory.forwardsOf(origin.channel, origin.id)
        return [...links.map(({ to }) => to), ...sameForward]
      },
      repliesTo: (key) => {
        const signal = memory.signals.get(key)?.signal
        return signal?.replyTo === undefined ? undefined : signalKey(signal.channel, signal.replyTo)
      },
      likeness: (first, second) => {
        const [a, b] = [memory.signals.get(first), memory.signals.get(second)]
        return a === undefined || b === undefined ? 0 : sharedGrams(a.letters, b.letters)
      },
    })
    return made.map((each) => {
      const keys = this.inOrder(each)
      return { keys, beginsMs: memory.signals.get(keys[0] ?? '')?.atMs ?? 0 }
    })
  }

  /** The numbers that signals were told under; none where they are new in a story that was edited. */
  private toldBefore(keys: readonly SignalKey[]) {
    const edited = new Set(
      keys.filter((key) => this.numbers.has(key)).map((key) => this.stories.storyOf(key)),
    )
    return keys.flatMap((key) => {
      const base = this.stories.storyOf(key)
      const number = this.numbers.get(key) ?? (edited.has(base) ? undefined : base)
      return number === undefined ? [] : [{ key, number }]
    })
  }

  private goneOf(before: readonly { key: SignalKey; number: number }[]) {
    const now = new Set(before.map(({ key }) => this.storyOf(key)))
    const gone = new Map<number, number>()
    for (const { key, number } of before) {
      const into = this.storyOf(key)
      if (!now.has(number) && into !== undefined && !gone.has(number)) gone.set(number, into)
    }
    return Array.from(gone, ([from, into]) => ({ from, into }))
  }

  /** Notes what the book says of signals that decisions bear on; answers what is news in it. */
  private rebase(keys: readonly SignalKey[], edited: boolean) {
    const changed: { key: SignalKey; base: number | undefined }[] = []
    for (const key of keys) {
      const base = edited ? this.stories.storyOf(key) : undefined
      if (this.bases.get(key) === base) continue
      if (base === undefined) this.bases.delete(key)
      else this.bases.set(key, base)
      changed.push({ key, base })
    }
    return changed
  }

  private inOrder(keys: readonly SignalKey[]): readonly SignalKey[] {
    const atMs = (key: SignalKey) => this.memory.signals.get(key)?.atMs ?? 0
    return [...keys].sort((a, b) => atMs(a) - atMs(b) || (a < b ? -1 : 1))
  }
}
