import type { StubBasis } from '../../model/desk.ts'
import type { StubFlag } from '../../model/stub-flag.ts'
import type { OldPicture } from '../../model/stub.ts'
import type { Signal } from '../../model/signal.ts'
import type { Sourcing, Story } from '../../model/story.ts'

/** What of its story a stub rests on, as far as a change of it must be told. */
export function basisOf(
  story: Story,
  signals: readonly Signal[],
  oldPictures: readonly OldPicture[] = [],
): StubBasis {
  return {
    ...(oldPictures.length > 0 && { oldPictures: oldPictures.map(({ signal }) => signal) }),
    sourcing: story.sourcing,
    origins: story.origins.filter(({ withdrawn }) => !withdrawn).map(({ origin }) => origin),
    conflicts: story.conflicts.map(({ detail }) => detail),
    signals: signals.map(({ key, revision, deletedAt }) => ({
      key,
      revision,
      deleted: deletedAt !== undefined,
    })),
  }
}

const rank: Readonly<Record<Sourcing, number>> = {
  withdrawn: 0,
  'single-source': 1,
  echoed: 2,
  contested: 3,
  corroborated: 4,
}

type Told = Omit<StubFlag, 'flag' | 'seen' | 'stub' | 'at'>

/** What changed beneath a stub, a sentence for each: edits, deletions, sourcing, origins, conflicts. */
export function compareBases(before: StubBasis, after: StubBasis): Told[] {
  return [
    ...signalChanges(before, after),
    ...sourcingChange(before, after),
    ...after.origins
      .filter((origin) => !before.origins.includes(origin))
      .map((origin) => ({
        kind: 'new-origin' as const,
        subject: origin,
        words: `Another origin, ${origin}: ${after.origins.length} now.`,
      })),
    ...after.conflicts
      .filter((detail) => !before.conflicts.includes(detail))
      .map((detail) => ({
        kind: 'conflict' as const,
        subject: detail,
        words: `Origins now disagree on: ${detail}.`,
      })),
    ...(after.oldPictures ?? [])
      .filter((signal) => before.oldPictures?.includes(signal) !== true)
      .map((signal) => ({
        kind: 'old-picture' as const,
        subject: signal,
        words: `The picture of ${signal} was posted before, under another report.`,
      })),
  ]
}

function signalChanges(before: StubBasis, after: StubBasis): Told[] {
  const known = new Map(before.signals.map((signal) => [signal.key, signal]))
  return after.signals.flatMap(({ key, revision, deleted }): Told[] => {
    const was = known.get(key)
    if (was === undefined) return []
    const changes: Told[] = []
    if (revision > was.revision)
      changes.push({
        kind: 'edited',
        subject: key,
        words: `${key} was edited (version ${revision}).`,
      })
    if (deleted && !was.deleted)
      changes.push({ kind: 'deleted', subject: key, words: `${key} was deleted.` })
    return changes
  })
}

function sourcingChange(before: StubBasis, after: StubBasis): Told[] {
  if (before.sourcing === after.sourcing) return []
  const kind = rank[after.sourcing] < rank[before.sourcing] ? 'sourcing-fell' : 'sourcing-rose'
  const subject = `${before.sourcing} ${after.sourcing}`
  return [
    { kind, subject, words: `The sourcing went from ${before.sourcing} to ${after.sourcing}.` },
  ]
}
