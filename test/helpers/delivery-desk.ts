import { onTestFinished } from 'vitest'
import type { Target } from '../../src/export/targets/target.ts'
import { toVersion } from '../../src/export/to-version.ts'
import { Deliverer, type DelivererDeps } from '../../src/jobs/deliverer.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Edition } from '../../src/model/desk.ts'
import type { Outgoing } from '../../src/model/outgoing.ts'
import type { Stub } from '../../src/model/stub.ts'
import { english } from '../export/stub-cases.ts'
import { tempArchive } from './temp-archive.ts'

/** A desk with an archive, the targets given, and a clock that goes on only when it is told to. */
export class DeliveryDesk {
  readonly archive: Archive
  readonly deliverer: Deliverer
  readonly exported: string[] = []
  readonly stopped: Outgoing[] = []
  readonly log: string[] = []
  #editions = 0
  #aheadMs = 0
  readonly #targets: readonly Target[]
  readonly #stub: Stub

  constructor(
    targets: readonly Target[],
    overrides: Partial<DelivererDeps> & { stub?: Stub } = {},
  ) {
    this.archive = tempArchive()
    this.#targets = targets
    const { stub = english(), ...rest } = overrides
    this.#stub = stub
    this.deliverer = new Deliverer({
      archive: this.archive,
      targets,
      toVersion,
      scan: () => Promise.resolve([]),
      onExported: ({ dispatch, edition }) => {
        this.exported.push(`${dispatch} ${edition}`)
        return Promise.resolve()
      },
      onStopped: (delivery) => this.stopped.push(delivery),
      clock: () => new Date(Date.now() + this.#aheadMs),
      random: () => 0.5,
      logger: createLogger({
        level: 'debug',
        format: 'lines',
        secrets: [],
        write: (line) => this.log.push(line),
      }),
      ...rest,
    })
  }

  approve(headline: string) {
    return this.#freeze('new', { headline })
  }

  correct(headline: string) {
    return this.#freeze('correction', { headline })
  }

  kill() {
    return this.#freeze('kill', {})
  }

  /** Goes from one due moment to the next until nothing is due. */
  async settle(most = 60): Promise<void> {
    for (let run = 0; run < most; run += 1) {
      await this.deliverer.run()
      const nextAt = await this.archive.outgoing.nextDueAt()
      if (nextAt === undefined) return
      if (nextAt !== '') this.pass(Date.parse(nextAt) - Date.now() - this.#aheadMs)
    }
    throw new Error(`deliveries are still on their way:\n${this.log.join('')}`)
  }

  pass(ms: number): void {
    this.#aheadMs += Math.max(0, ms)
  }

  /** State of the deliveries, newest first, with the reason where there is one. */
  async states(): Promise<string[]> {
    const list = await this.archive.outgoing.list({})
    return list.map(({ state, reason }) =>
      reason === undefined ? state : `${state} ${reason.code}`,
    )
  }

  async #freeze(kind: Edition['kind'], change: Partial<Stub>): Promise<Edition> {
    const edition: Edition = {
      dispatch: 'k7q2m9x4',
      edition: ++this.#editions,
      stub: this.#stub.stub,
      kind,
      at: new Date(Date.UTC(2026, 6, 10, 18, this.#editions)).toISOString(),
      content: { ...this.#stub, ...change },
      namings: [],
    }
    const content = {
      kind: 'approve' as const,
      dispatch: edition.dispatch,
      edition: edition.edition,
    }
    await this.archive.desk.append({
      act: { at: edition.at, by: 1, name: 'Dana', stub: edition.stub, content },
      edition,
      targets: this.#targets.map(({ name }) => name),
    })
    return edition
  }
}

/** A server that is closed when the test is over. */
export async function listening<T extends { listen(): Promise<void>; close(): Promise<void> }>(
  server: T,
): Promise<T> {
  await server.listen()
  onTestFinished(() => server.close())
  return server
}
