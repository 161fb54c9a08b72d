import { type Delivered, deliver } from '../export/delivery/deliver.ts'
import type { Parcel, Target, Version } from '../export/targets/target.ts'
import type { Logger } from '../lib/logger.ts'
import { farAhead } from '../lib/time.ts'
import type { Archive } from '../model/archive.ts'
import type { Edition } from '../model/desk.ts'
import type { Outgoing } from '../model/outgoing.ts'
import { backoffMs, type BackoffOptions } from './backoff.ts'

export interface DelivererDeps {
  archive: Pick<Archive, 'outgoing' | 'desk'>
  targets: readonly Target[]
  /** The public version of an edition; `first` is the dispatch's first edition. */
  toVersion: (edition: Edition, first: Edition) => Version
  /** Names the fields of a parcel that hold something internal of the edition. */
  scan: (edition: Edition, parcel: Parcel) => Promise<readonly string[]>
  /** The edition stands in every target; called again where a crash came between. */
  onExported?: (edition: Edition) => Promise<void>
  /** A delivery stopped and waits for a person. */
  onStopped?: (delivery: Outgoing) => void
  clock: () => Date
  /** In [0, 1). */
  random?: () => number
  /** Pauses between tries, and what is waited for late requests; shorter in tests. */
  retry?: BackoffOptions
  timeouts?: { lateMs: number; lookAfterMs: number }
  logger: Logger
}

const retryPauses = { firstMs: 5000, longestMs: 30 * 60_000 }
/** With the pauses above, a night and a day. */
const mostAttempts = 50
/**
 * A request that was cut off may be done this much later by the target, or by a proxy on the way; a second
 * look after each write finds what such a request made.
 */
const latePauses = { lateMs: 10 * 60_000, lookAfterMs: 90_000 }

/** Takes what is due to the targets: one at a time to each of them, and so one at a time of each dispatch. */
export class Deliverer {
  private readonly deps: DelivererDeps
  private readonly lateMs: number
  private readonly lookAfterMs: number
  private readonly resting = new Map<string, string>()

  constructor(deps: DelivererDeps) {
    this.deps = deps
    const { lateMs, lookAfterMs } = deps.timeouts ?? latePauses
    this.lateMs = lateMs
    this.lookAfterMs = lookAfterMs
  }

  /** Tries everything that is due once. */
  async run(signal?: AbortSignal): Promise<void> {
    const { archive, clock } = this.deps
    const due = await archive.outgoing.due(clock().toISOString())
    const names = new Set(due.map(({ target }) => target))
    const queues = Array.from(names, (name) => due.filter(({ target }) => target === name))
    await Promise.all(queues.map((queue) => this.work(queue, signal)))
    await this.tellExported()
  }

  private async work(queue: readonly Outgoing[], signal: AbortSignal | undefined): Promise<void> {
    for (const delivery of queue) {
      if (signal?.aborted === true) return
      if (this.rests(delivery.target)) return
      await this.attempt(delivery, signal)
    }
  }

  private rests(target: string): boolean {
    const now = this.deps.clock().toISOString()
    const until = this.resting.get(target)
    return until !== undefined && until > now && until <= farAhead(now)
  }

  private async attempt(delivery: Outgoing, signal: AbortSignal | undefined): Promise<void> {
    const { archive, targets, logger } = this.deps
    const target = targets.find(({ name }) => name === delivery.target)
    const isLook = delivery.state === 'done'
    if (!isLook && !(await archive.outgoing.begin(delivery.delivery))) return
    if (target === undefined) {
      const words = `There is no target "${delivery.target}" in the config any more: put it back, then resume`
      await this.settle(delivery, { kind: 'stopped', reason: { code: 'unknown-target', words } })
      return
    }
    try {
      const outcome = await this.deliverTo(target, delivery, signal)
      await (isLook ? this.settleLook(delivery, outcome) : this.settle(delivery, outcome, signal))
    } catch (error) {
      logger.error({ err: error }, `Delivery ${delivery.delivery} failed by a fault of Intake`)
      const words = 'Intake failed by a fault of its own, which its log tells; it is tried again'
      await this.settle(delivery, { kind: 'retry', reason: { code: 'fault', words } }, signal)
    }
  }

  private async deliverTo(
    target: Target,
    { stub, dispatch, edition, state }: Outgoing,
    signal: AbortSignal | undefined,
  ): Promise<Delivered> {
    const { archive, toVersion, scan, clock } = this.deps
    const editions = (await archive.desk.editions(stub)).filter(
      (one) => one.dispatch === dispatch && one.edition <= edition,
    )
    const [first] = editions
    const last = editions.at(-1)
    if (first === undefined || last === undefined) throw new Error(`no edition of ${dispatch}`)
    const placement = await archive.outgoing.placement(dispatch, target.name)
    const sinceMs = clock().getTime() - Date.parse(placement?.at ?? '')
    return deliver({
      target,
      versions: editions.map((one) => toVersion(one, first)),
      placement,
      scan: (parcel) => scan(last, parcel),
      late: state === 'done' || sinceMs < this.lateMs,
      clock,
      signal,
    })
  }

  private async settle(
    delivery: Outgoing,
    outcome: Delivered,
    signal?: AbortSignal,
  ): Promise<void> {
    const { archive, clock, logger } = this.deps
    const { outgoing } = archive
    const at = clock().toISOString()
    const attempts = delivery.attempts + 1
    if (outcome.kind === 'done') {
      await outgoing.finish(delivery.delivery, at, {
        ...(outcome.placement && { placement: outcome.placement }),
        ...(outcome.wrote || attempts > 1 ? { lookAt: this.after(this.lookAfterMs) } : {}),
      })
      logger.info(`${name(delivery)} stands in ${delivery.target}`)
    } else if (outcome.kind === 'stopped') {
      await this.stop(delivery, outcome, at)
    } else if (signal?.aborted === true) {
      await outgoing.later(delivery.delivery, outcome.reason, at)
    } else if (attempts >= mostAttempts) {
      const words = `Given up after ${attempts} tries; the last: ${outcome.reason.words.replace(/; it is (?:tried|looked at) again$/, '')}. Resume it when the cause is mended`
      const { code, detail } = outcome.reason
      const last = { code, ...(detail === undefined ? {} : { detail }) }
      const reason = { code: 'given-up' as const, words, last }
      await this.stop(delivery, { kind: 'stopped', reason }, at)
    } else {
      await this.putOff(delivery, outcome, attempts)
    }
  }

  private async stop(
    delivery: Outgoing,
    { reason, placement }: Extract<Delivered, { kind: 'stopped' }>,
    at: string,
  ): Promise<void> {
    const { archive, logger, onStopped } = this.deps
    await archive.outgoing.stop(delivery.delivery, reason, at, placement)
    logger.warn(`${name(delivery)} stopped on its way to ${delivery.target}: ${reason.words}`)
    onStopped?.({ ...delivery, state: 'stopped', settledAt: at, reason })
  }

  private async putOff(
    delivery: Outgoing,
    { reason, afterSeconds = 0 }: Extract<Delivered, { kind: 'retry' }>,
    attempts: number,
  ): Promise<void> {
    const { archive, logger, random = Math.random, retry = retryPauses } = this.deps
    const spread = 0.75 + random() / 2
    const waitMs = Math.max(backoffMs(attempts, retry) * spread, afterSeconds * 1000)
    if (afterSeconds > 0) this.resting.set(delivery.target, this.after(afterSeconds * 1000))
    await archive.outgoing.later(delivery.delivery, reason, this.after(waitMs))
    const level = attempts === 1 || attempts === 5 ? 'warn' : 'debug'
    logger[level](`${name(delivery)}: ${reason.words} in ${Math.round(waitMs / 1000)} s`)
  }

  /** It is done already: what a second look finds amiss is told, and what a person did since is theirs. */
  private async settleLook(delivery: Outgoing, outcome: Delivered): Promise<void> {
    const { archive, logger } = this.deps
    const at = delivery.settledAt ?? this.after(0)
    if (outcome.kind === 'retry') {
      await archive.outgoing.finish(delivery.delivery, at, { lookAt: this.after(this.lookAfterMs) })
      return
    }
    const { placement } = outcome
    await archive.outgoing.finish(delivery.delivery, at, placement && { placement })
    if (outcome.kind === 'stopped') logger.debug(`${name(delivery)}: ${outcome.reason.words}`)
  }

  private async tellExported(): Promise<void> {
    const { archive, onExported, logger } = this.deps
    if (onExported === undefined) return
    for (const { dispatch, edition } of await archive.outgoing.untold()) {
      try {
        const standing = await archive.desk.edition(dispatch, edition)
        if (standing !== undefined) await onExported(standing)
        await archive.outgoing.told(dispatch, edition)
      } catch (error) {
        logger.error({ err: error }, `That edition ${edition} of ${dispatch} stands can't be noted`)
      }
    }
  }

  private after(ms: number): string {
    return new Date(this.deps.clock().getTime() + ms).toISOString()
  }
}

const name = ({ stub, edition }: Outgoing) =>
  edition === 1 ? `Dispatch #${stub}` : `Edition ${edition} of dispatch #${stub}`
