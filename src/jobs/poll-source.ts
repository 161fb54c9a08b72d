import path from 'node:path'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { Logger } from '../lib/logger.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { StatsStore } from '../model/stats.ts'
import type { Delivery, Source } from '../model/delivery.ts'
import { SourceError } from '../model/errors.ts'
import { sourceFaults } from '../lib/source-faults.ts'
import type { IdRange } from '../model/gap.ts'

export interface PollDeps {
  stats: StatsStore
  /** Stores one delivery; the source is asked for the next only when this has ended. */
  ingest: (delivery: Delivery) => Promise<CommitOutcome>
  cursor: (source: string) => Promise<string | undefined>
  /** Stores what is in the journal of the source and could not be stored; the source is not asked for it again. */
  takeUp?: (source: string) => Promise<void>
  /** Ids that the source is to be asked for again; none where it is left out. */
  missing?: (source: string) => Promise<readonly IdRange[]>
  /** Told when a channel can't be read because it closed, or is not there any more. */
  onAway?: (source: string, became: 'private' | 'gone') => Promise<void>
  /** Called after each delivery that stored, revised or deleted something. */
  onChange: () => void
  clock: () => Date
  logger: Logger
}

/** What the sources' last polls were like, so that a fault is told once when it begins and once when it ends. */
export class SourceHealth {
  private readonly failing = new Map<string, number>()

  failures(source: string): number {
    return this.failing.get(source) ?? 0
  }

  /** Counts a failure; true when it is the first in a row. */
  failed(source: string): boolean {
    const failures = this.failures(source) + 1
    this.failing.set(source, failures)
    return failures === 1
  }

  /** Forgets the failures; true when there were any. */
  recovered(source: string): boolean {
    return this.failing.delete(source)
  }
}

export type PollOutcome =
  | { kind: 'read'; deliveries: number }
  | { kind: 'stopped' }
  | { kind: 'failed'; fault: string; retryAfterSeconds: number }

/** Reads a source once, delivery by delivery, and records how it went; never throws for a source's fault. */
export async function pollSource(
  source: Source,
  health: SourceHealth,
  deps: PollDeps,
  signal: AbortSignal,
): Promise<PollOutcome> {
  const { stats, clock, logger } = deps
  let deliveries = 0
  const succeeded = async () => {
    await stats.recordPoll(source.name, clock().toISOString())
    if (!health.recovered(source.name)) return
    logger.info({ source: source.name }, `${shortName(source.name)} can be read again`)
    // Drafts say no longer that the desk is blind.
    deps.onChange()
  }
  try {
    if (health.failures(source.name) > 0) await deps.takeUp?.(source.name)
    const cursor = await deps.cursor(source.name)
    const missing = (await deps.missing?.(source.name)) ?? []
    for await (const delivery of source.poll({ cursor, signal, missing })) {
      deliveries += 1
      const outcome = await deps.ingest(delivery)
      report(source.name, outcome, logger)
      if (outcome.stored.length + outcome.revised.length + outcome.deleted.length > 0)
        deps.onChange()
      if (deliveries === 1) await succeeded()
      await letOthersRun()
      if (signal.aborted) return { kind: 'stopped' }
    }
    if (signal.aborted) return { kind: 'stopped' }
    if (deliveries === 0) await succeeded()
    return { kind: 'read', deliveries }
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' }
    const message = messageOf(source.name, error)
    const became = error instanceof SourceError ? error.became : undefined
    const noted = async () => {
      await stats.recordPoll(source.name, clock().toISOString(), message)
      if (became !== undefined) await deps.onAway?.(source.name, became)
    }
    await noted().catch((fault: unknown) => {
      // What keeps the store from writing is likely what failed the poll: the poll is repeated either way.
      logger.warn({ source: source.name, err: fault }, 'The state of a source could not be stored')
    })
    const level = health.failed(source.name) ? 'warn' : 'debug'
    logger[level]({ source: source.name, err: error }, message)
    return {
      kind: 'failed',
      fault: error instanceof SourceError ? error.fault : 'fault',
      retryAfterSeconds: error instanceof SourceError ? (error.retryAfterSeconds ?? 0) : 0,
    }
  }
}

/** A source names itself in its faults; any other fault is one of taking in what it gave. */
function messageOf(source: string, error: unknown): string {
  if (error instanceof SourceError) return error.message
  const said = error instanceof Error ? error.message : String(error)
  return `${source}: ${sourceFaults.say('notTaken', { said })}`
}

function report(source: string, outcome: CommitOutcome, logger: Logger): void {
  const { stored, revised, deleted, rejected } = outcome
  const parts = [
    [stored.length, 'new'],
    [revised.length, 'edited'],
    [deleted.length, 'deleted'],
    [rejected, 'quarantined'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (words.length > 0) logger.info({ source }, `${shortName(source)}: ${words.join(', ')}`)
}

/** A source's name with its file as seen from here. */
const shortName = (source: string) =>
  source.startsWith('file:/') ? `file:${path.relative('', source.slice('file:'.length))}` : source
