import type { DeskRecord } from '../../model/desk.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Conflict, Origin, Sourcing, Story } from '../../model/story.ts'

/**
 * The story as far as editors let it count: signals they set aside are out, with the origins and values that
 * rested on them alone. The sourcing can only fall by it. A story whose signals are all set aside stays whole.
 */
export function withoutSetAside(story: Story, record: DeskRecord): Story {
  const aside = new Set(
    Array.from(record.reviews).flatMap(([key, { verdict }]) =>
      verdict === 'set-aside' ? key : [],
    ),
  )
  const signals = story.signals.filter((key) => !aside.has(key))
  if (signals.length === story.signals.length || signals.length === 0) return story
  const left = (keys: readonly SignalKey[]) => keys.filter((key) => !aside.has(key))
  const origins = story.origins
    .map((origin) => ({ ...origin, signals: left(origin.signals) }))
    .filter((origin) => origin.signals.length > 0)
  const kept = new Set(origins.map(({ origin }) => origin))
  const conflicts = story.conflicts.flatMap((conflict) => narrow(conflict, left, kept))
  return {
    ...story,
    signals,
    origins,
    conflicts,
    sourcing: lowered(story.sourcing, { signals, origins, conflicts }),
    reason: `${story.reason} ${story.signals.length - signals.length} of its signals were set aside by an editor.`,
  }
}

function narrow(
  conflict: Conflict,
  left: (keys: readonly SignalKey[]) => SignalKey[],
  kept: ReadonlySet<string>,
): Conflict[] {
  const values = conflict.values
    .map((value) => ({
      ...value,
      signals: left(value.signals),
      origins: value.origins.filter((origin) => kept.has(origin)),
    }))
    .filter(({ signals }) => signals.length > 0)
  return values.length < 2 ? [] : [{ ...conflict, values }]
}

function lowered(
  sourcing: Sourcing,
  left: {
    signals: readonly SignalKey[]
    origins: readonly Origin[]
    conflicts: readonly Conflict[]
  },
): Sourcing {
  const standing = left.origins.filter(({ withdrawn }) => !withdrawn).length
  if (standing === 0 || sourcing === 'withdrawn') return 'withdrawn'
  if (standing === 1) {
    const channels = new Set(left.signals.map((key) => key.slice(0, key.lastIndexOf('/'))))
    return channels.size > 1 ? 'echoed' : 'single-source'
  }
  return sourcing === 'contested' && left.conflicts.length === 0 ? 'corroborated' : sourcing
}
