import type { PollDeps } from '../../src/jobs/poll-source.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { CommitOutcome } from '../../src/model/signal-store.ts'
import type { Delivery, PollRequest, Source } from '../../src/model/delivery.ts'

export const outcome = (overrides: Partial<CommitOutcome> = {}): CommitOutcome => ({
  stored: [],
  revised: [],
  deleted: [],
  unchanged: 0,
  rejected: 0,
  ...overrides,
})

export const delivery = (source: string, body: string, cursor = body): Delivery => ({
  payload: { source, kind: 'jsonl', receivedAt: '2026-01-01T00:00:00Z', body },
  cursor,
})

/** A source that plays one script a poll: bodies to deliver, and an error to end with. */
export function scriptedSource(
  name: string,
  script: (poll: number, request: PollRequest) => AsyncIterable<Delivery>,
): Source & { polls: number } {
  return {
    name,
    polls: 0,
    poll(request) {
      this.polls += 1
      return script(this.polls, request)
    },
  }
}

/** Dependencies that keep in memory what they are told. */
export function recordingDeps(overrides: Partial<PollDeps> = {}) {
  const polls: { source: string; error?: string }[] = []
  const ingested: string[] = []
  const lines: string[] = []
  const cursors = new Map<string, string>()
  const deps: PollDeps = {
    stats: {
      read: () => Promise.reject(new Error('not asked for')),
      quarantined: () => Promise.resolve([]),
      recordPoll: (source, _at, error) => {
        polls.push({ source, ...(error === undefined ? {} : { error }) })
        return Promise.resolve()
      },
    },
    ingest: ({ payload, cursor }) => {
      ingested.push(String(payload.body))
      if (cursor !== undefined) cursors.set(payload.source, cursor)
      return Promise.resolve(outcome({ stored: [`a/${ingested.length}`] }))
    },
    cursor: (source) => Promise.resolve(cursors.get(source)),
    onChange: () => undefined,
    clock: () => new Date(),
    logger: createLogger({
      level: 'info',
      format: 'lines',
      secrets: [],
      write: (line) => lines.push(line),
    }),
    ...overrides,
  }
  return { deps, polls, ingested, lines, cursors }
}
