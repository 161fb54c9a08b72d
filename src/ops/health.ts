import { bytesOfMegabyte, type Disk, isNearlyFull } from '../lib/disk.ts'
import type { SourceState } from '../model/stats.ts'
import type { GapKind } from '../model/gap.ts'
import type { Pulse } from '../model/upkeep.ts'

export type DeskState = 'starting' | 'serving' | 'stopping'

export interface Health {
  ready: boolean
  state: DeskState
  /** Why it is not ready; empty when it is. */
  reasons: readonly string[]
  /** What is wrong and does not keep the desk from its work. */
  warnings: readonly string[]
}

/** More of them waiting than this, and judging is behind or stuck: an hour's posts of a hundred busy channels. */
const manyWaiting = 2000

/** How the archive, its sources and its disk are. */
export interface Reading {
  pulse: Pulse
  sources: readonly SourceState[]
  /** Open gaps by kind. */
  gaps: Readonly<Record<GapKind, number>>
  /** Undefined where the system doesn't tell. */
  disk?: Disk
}

/** A source whose poll is long due and does not come to an end. */
export interface OverduePoll {
  source: string
  sinceMs: number
}

/** Ready means: posts come in, are stored and are judged; `troubles` tell what keeps them from it. Pure. */
export function judgeHealth(
  state: DeskState,
  read: Reading | undefined,
  noted: {
    leastFreeMegabytes: number
    troubles?: readonly string[]
    overdue?: readonly OverduePoll[]
  },
): Health {
  const reasons: string[] = [...(noted.troubles ?? [])]
  const warnings: string[] = (noted.overdue ?? []).map(
    ({ source, sinceMs }) =>
      `${source} is due, and its poll has not come to an end for ${Math.round(sinceMs / 60_000)} minutes.`,
  )
  if (state !== 'serving') reasons.push(`The desk is ${state}.`)
  if (read === undefined) reasons.push('The database can’t be read.')
  else {
    const { pulse, sources, disk } = read
    if (disk !== undefined && isNearlyFull(disk, noted.leastFreeMegabytes))
      warnings.push(
        `The disk of the database is nearly full: ${Math.floor(disk.freeBytes / bytesOfMegabyte)} MB are free.`,
      )
    const failing = sources.filter(({ failures }) => failures > 0)
    if (sources.length > 0 && failing.length === sources.length)
      reasons.push(`None of the ${sources.length} sources can be read.`)
    else
      warnings.push(
        ...failing.map(
          ({ source, failures, lastError = '' }) =>
            `${source} failed ${failures === 1 ? 'once' : `${failures} times in a row`}: ${bare(lastError, source)}`,
        ),
      )
    const { payloads, signals } = pulse.waiting
    if (payloads > 0)
      warnings.push(
        payloads === 1
          ? '1 payload waits to be stored.'
          : `${payloads} payloads wait to be stored.`,
      )
    if (signals > manyWaiting) warnings.push(`${signals} signals wait to be judged.`)
  }
  return { ready: reasons.length === 0, state, reasons, warnings }
}

/** A fault without the source that it begins with. */
const bare = (fault: string, source: string) =>
  fault.startsWith(`${source}: `) ? fault.slice(source.length + 2) : fault
