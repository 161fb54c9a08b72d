import type { SignalKey } from '../../model/signal.ts'
import type { Decision } from '../../model/story.ts'

/** The decisions of editors that stand. */
export class DecisionBook {
  private readonly standing: Decision[]

  constructor(decisions: readonly Decision[]) {
    this.standing = [...decisions]
  }

  get size(): number {
    return this.standing.length
  }

  add(decision: Decision): void {
    this.standing.push(decision)
  }

  /** Takes one back: the last that was made then of that kind on these signals. */
  withdraw(decision: Decision): void {
    const index = this.standing.findLastIndex(
      (each) => each.at === decision.at && nameOf(each) === nameOf(decision),
    )
    if (index >= 0) this.standing.splice(index, 1)
  }

  /** Those whose two signals both pass, oldest first. */
  among(passes: (key: SignalKey) => boolean): readonly Decision[] {
    return this.standing
      .filter(({ signals }) => signals.every(passes))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }

  /** The other signals of decisions on a signal. */
  partnersOf(key: SignalKey): SignalKey[] {
    return this.standing.flatMap(({ signals }) =>
      signals.includes(key) ? signals.filter((other) => other !== key) : [],
    )
  }
}

const nameOf = ({ kind, signals }: Decision) => [kind, ...signals].join(' ')
