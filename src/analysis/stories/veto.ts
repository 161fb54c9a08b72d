import type { DetailKind } from '../../model/features.ts'
import type { Difference } from '../copies/variant.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { reasons } from '../reasons.ts'
import { otherFilling } from './same-form.ts'
import { templateDifference } from './template.ts'

/** What two reports of one event may count differently, and two forms filled in would not both count. */
const casualties: ReadonlySet<DetailKind> = new Set([
  'killed',
  'wounded',
  'missing',
  'detained',
  'evacuated',
])

/** Why two signals are of two events however alike they are; undefined where nothing says so. `hours` is the widest gap. */
export function vetoOf(earlier: ReadSignal, later: ReadSignal, hours: number): string | undefined {
  if (Math.abs(later.atMs - earlier.atMs) > hours * 3_600_000)
    return reasons.say('hoursApart', { hours })
  if (earlier.event.noise || later.event.noise) return reasons.say('noReport')
  if (earlier.event.remembers !== later.event.remembers) return reasons.say('remembers')
  const alerts = earlier.event.event === 'alert' && later.event.event === 'alert'
  if (alerts && earlier.signal.channel === later.signal.channel) {
    return reasons.say('alertAgain')
  }
  const template = templateDifference(earlier, later, alerts)
  if (template !== undefined && !disagree(earlier, later, template)) {
    return reasons.say('oneTemplate', { is: template.is, was: template.was })
  }
  if (earlier.signal.channel === later.signal.channel) {
    const filling = otherFilling(earlier, later)
    if (filling !== undefined)
      return reasons.say('oneTemplate', { is: filling.is, was: filling.was })
  }
  return undefined
}

/** Other figures in like words: of two channels that both count the dead, a disagreement and not a form. */
function disagree(earlier: ReadSignal, later: ReadSignal, difference: Difference): boolean {
  if (difference.what !== 'figures' || earlier.event.event === 'alert') return false
  if (earlier.signal.channel === later.signal.channel) return false
  return earlier.details.some(({ detail, value }) => {
    if (!casualties.has(detail)) return false
    const others = later.details.filter((other) => other.detail === detail)
    return others.length > 0 && others.every((other) => other.value !== value)
  })
}
