import type { EventKind } from '../../model/story.ts'
import type { Strength } from '../../model/stub.ts'

const weights: Readonly<Record<EventKind, number>> = {
  strike: 3,
  accident: 2,
  alert: 2,
  arrest: 2,
  sanctions: 2,
  statement: 2,
  talks: 2,
  protest: 1,
  other: 0,
}

const whenOnly = /\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b/g

/**
 * How newsworthy a signal is, by a rule of thumb of this desk: the kind of event, whether it gives a
 * figure, and how many channels carry it. Origins do not count: this says nothing of verification.
 */
export function judgeStrength(event: EventKind, channels: number, words: string): Strength {
  const figures = /\p{Nd}/u.test(words.replace(whenOnly, '')) ? 1 : 0
  const carried = channels >= 5 ? 2 : channels >= 2 ? 1 : 0
  const points = weights[event] + figures + carried
  return points >= 3 ? 'strong' : points === 2 ? 'moderate' : 'weak'
}
