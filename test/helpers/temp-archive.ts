import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Commit, CommitOutcome } from '../../src/model/signal-store.ts'
import type { Payload } from '../../src/model/delivery.ts'
import type { RawPost } from '../../src/model/signal.ts'

/** A folder that is gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** An empty archive in a real file, closed and gone when the test is over. */
export function tempArchive(): Archive {
  const archive = openArchive(join(tempFolder(), 'intake.db'))
  onTestFinished(() => {
    archive.close()
  })
  return archive
}

export function makePayload(overrides: Partial<Payload> = {}): Payload {
  return {
    source: 'preview:alpha',
    kind: 'telegram-preview',
    receivedAt: '2026-03-04T03:00:00Z',
    body: '<html>page</html>',
    ...overrides,
  }
}

let payloads = 0

/** Commits posts as a payload of their own, seen at 03:00 on 4 March 2026 unless told otherwise. */
export async function commitPosts(
  archive: Archive,
  posts: readonly RawPost[],
  overrides: Partial<Commit> = {},
): Promise<CommitOutcome> {
  const body = `payload ${++payloads}`
  const journal = await archive.journal.append(makePayload({ body }))
  return archive.signals.commit({
    journal,
    posts,
    rejected: [],
    ignored: 0,
    source: 'preview:alpha',
    seenAt: '2026-03-04T03:00:00Z',
    ...overrides,
  })
}
