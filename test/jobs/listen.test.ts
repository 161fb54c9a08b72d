import { describe, expect, test } from 'vitest'
import { listen } from '../../src/jobs/listen.ts'
import { SourceError } from '../../src/model/errors.ts'
import { delivery, recordingDeps, scriptedSource } from './helpers.ts'

const quick = { firstPauseMs: 1, longestPauseMs: 4 }

describe('listening', () => {
  test('starts again after every end and every fault, from the stored cursor', async () => {
    const stopping = new AbortController()
    const { deps, ingested } = recordingDeps()
    const cursors: (string | undefined)[] = []
    const source = scriptedSource('telegram-bot', async function* (poll, { cursor }) {
      cursors.push(cursor)
      if (poll === 5) stopping.abort()
      yield await Promise.resolve(delivery('telegram-bot', String(poll)))
      if (poll % 2 === 0) throw new SourceError('unreachable', 'telegram-bot: connection reset.')
    })
    await listen(source, deps, stopping.signal, quick)
    expect(ingested).toEqual(['1', '2', '3', '4', '5'])
    expect(cursors).toEqual([undefined, '1', '2', '3', '4'])
  })

  test('gives up, with a clear line, when the token is refused', async () => {
    const { deps, lines } = recordingDeps()
    const source = scriptedSource('telegram-bot', () => {
      throw new SourceError('unauthorised', 'telegram-bot: 401, check TELEGRAM_BOT_TOKEN.')
    })
    await listen(source, deps, new AbortController().signal, quick)
    expect(source.polls).toBe(1)
    expect(lines.join('')).toContain('check TELEGRAM_BOT_TOKEN')
    expect(lines.join('')).toContain('switched off')
  })

  test('ends at once when told to while it waits for a retry', async () => {
    const stopping = new AbortController()
    const { deps } = recordingDeps()
    const source = scriptedSource('telegram-bot', () => {
      throw new SourceError('unreachable', 'telegram-bot: no route.')
    })
    setTimeout(() => {
      stopping.abort()
    }, 50)
    const before = Date.now()
    await listen(source, deps, stopping.signal, { firstPauseMs: 60_000 })
    expect(Date.now() - before).toBeLessThan(5000)
  })
})
