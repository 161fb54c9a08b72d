import { bytesOfMegabyte, type Disk, isNearlyFull } from '../../lib/disk.ts'
import type { SourceState } from '../../model/stats.ts'
import type { Outgoing } from '../../model/outgoing.ts'
import type { Alarm } from '../../model/watch.ts'

export interface HealthRead {
  sources: readonly SourceState[]
  stopped: readonly Outgoing[]
  /** The disk that the database is on; undefined where it can't be told. */
  disk?: Disk
  leastFreeMegabytes: number
  /** Findings of the last check of the database; undefined before the first since the start. */
  findings?: number
  /** The runs of judging that failed in a row; undefined before the first run since the start. */
  judging?: { failures: number; since?: string }
  /** Sources whose polls were due and did not come, and for how long. */
  overdue?: readonly { source: string; sinceMs: number }[]
  /** How long sources were seen failing and deliveries stopped, by name and number, whatever the clock said. */
  seenMs?: ReadonlyMap<string, number>
}

const hourMs = 3_600_000
/** A source that fails is asked again at least every hour; two in a row missed is no hiccup. */
const longDownMs = 2 * hourMs
/** Somebody was told when it stopped; what still waits after this was forgotten. */
const longStoppedMs = hourMs
/** Each is tried again after a longer pause; two in a row may be a disk that was busy. */
const failuresTold = 3
const megabyteStep = 100

/** What a chief has to look after, in a fixed order; `before` are the alarms as they were last told. */
export function findAlarms(read: HealthRead, before: readonly Alarm[], now: string): Alarm[] {
  // By the clock, which knows of the time before the start; and as it was seen, as the clock may have been set back.
  const isLong = (key: string, at: string | undefined, ms: number) =>
    at !== undefined &&
    (Date.parse(now) - Date.parse(at) >= ms || (read.seenMs?.get(key) ?? 0) >= ms)
  const wasTold = (name: string) =>
    before.some((alarm) => alarm.kind === 'source' && alarm.source === name)
  const down = read.sources
    .filter(
      ({ source, failures, lastSuccessAt }) =>
        failures > 0 && (isLong(source, lastSuccessAt, longDownMs) || wasTold(source)),
    )
    .map(({ source, lastSuccessAt: since = now, lastError: why = '' }): Alarm => {
      return { kind: 'source', source, since, why }
    })
  const waiting = read.stopped.filter(({ delivery, settledAt }) =>
    isLong(keyOf(delivery), settledAt, longStoppedMs),
  ).length
  const unpolled = (read.overdue ?? []).filter(({ sinceMs }) => sinceMs >= longDownMs).length
  return [
    ...damage(read.findings, before),
    ...judging(read.judging, before),
    ...fullness(read),
    ...(waiting > 0 ? [{ kind: 'deliveries' as const, count: waiting }] : []),
    ...(unpolled > 0 ? [{ kind: 'polls' as const, count: unpolled }] : []),
    ...down,
  ]
}

/** What `seenMs` calls a delivery. */
export const keyOf = (delivery: number): string => `delivery ${delivery}`

/** Damage stands until a check finds none; a start alone does not mend it. */
function damage(findings: number | undefined, before: readonly Alarm[]): Alarm[] {
  if (findings === undefined) return before.filter(({ kind }) => kind === 'damage')
  return findings > 0 ? [{ kind: 'damage', count: findings }] : []
}

/** Trouble stands until a run went well; a start alone does not mend it. */
function judging(runs: HealthRead['judging'], before: readonly Alarm[]): Alarm[] {
  const told = before.filter(({ kind }) => kind === 'judging')
  if (runs === undefined) return told
  if (runs.failures === 0) return []
  if (told.length > 0) return told
  const { failures, since } = runs
  return failures < failuresTold || since === undefined ? [] : [{ kind: 'judging', since }]
}

function fullness({ disk, leastFreeMegabytes }: HealthRead): Alarm[] {
  if (disk === undefined || !isNearlyFull(disk, leastFreeMegabytes)) return []
  // Whole steps, so that each post does not change the message.
  const freeMb = Math.floor(disk.freeBytes / bytesOfMegabyte / megabyteStep) * megabyteStep
  return [{ kind: 'disk', freeMb }]
}
