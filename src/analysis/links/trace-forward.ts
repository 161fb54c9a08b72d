import type { Link } from '../../model/link.ts'
import type { Signal } from '../../model/signal.ts'
import type { Memory } from '../memory.ts'
import { reasons } from '../reasons.ts'

/** The link that the platform itself declares; the strongest there is. */
export function traceForward(signal: Signal, memory: Memory): Link | undefined {
  const origin = signal.forwardedFrom
  if (origin === undefined) return undefined
  const key = origin.id === undefined ? undefined : `${origin.channel}/${origin.id}`
  const stored = key !== undefined && memory.signals.has(key)
  const name = origin.title ?? origin.channel
  return {
    from: signal.key,
    to: stored ? key : `ch:${origin.channel}`,
    kind: 'forward',
    score: 1,
    reason: stored
      ? reasons.say('forward', { post: key })
      : origin.id === undefined
        ? reasons.say('forwardElsewhere', { name })
        : reasons.say('forwardOfPostElsewhere', { name, id: origin.id }),
  }
}
