import { describe, expect, test } from 'vitest'
import { pollSource, SourceHealth } from '../../src/jobs/poll-source.ts'
import { SourceError } from '../../src/model/errors.ts'
import { delivery, outcome, recordingDeps, scriptedSource } from './helpers.ts'

const never = new AbortController().signal

describe('one poll', () => {
  test('stores each delivery before it asks for the next, from the stored cursor', async () => {
    const seen: string[] = []
    const { deps, ingested, cursors } = recordingDeps()
    cursors.set('file:x', 'begin')
    const source = scriptedSource('file:x', async function* (_poll, { cursor }) {
      seen.push(`cursor ${cursor ?? 'none'}`)
      yield await Promise.resolve(delivery('file:x', 'one'))
      seen.push(`stored ${ingested.join()}`)
      yield delivery('file:x', 'two')
    })
    const result = await pollSource(source, new SourceHealth(), deps, never)
    expect(result).toEqual({ kind: 'read', deliveries: 2 })
    expect(seen).toEqual(['cursor begin', 'stored one'])
    expect(cursors.get('file:x')).toBe('two')
  })

  test('tells of a fault once when it begins and once when it ends', async () => {
    const { deps, lines, polls } = recordingDeps()
    const health = new SourceHealth()
    const source = scriptedSource('preview:x', async function* (poll) {
      await Promise.resolve()
      if (poll < 4) throw new SourceError('unreachable', 'preview:x cannot be reached.')
      yield delivery('preview:x', 'one')
    })
    for (let poll = 0; poll < 5; poll += 1) await pollSource(source, health, deps, never)
    expect(lines.map((line) => line.slice(10).trim())).toEqual([
      '! preview:x cannot be reached.',
      'preview:x: 1 new',
      'preview:x can be read again',
      'preview:x: 1 new',
    ])
    expect(polls.map(({ error }) => error ?? 'ok')).toEqual([
      ...Array<string>(3).fill('preview:x cannot be reached.'),
      'ok',
      'ok',
    ])
  })

  test('reports a fault of storing like a fault of the source, and keeps the cursor', async () => {
    const { deps, cursors } = recordingDeps({
      ingest: () => Promise.reject(new Error('disk full')),
    })
    const source = scriptedSource('file:x', async function* () {
      yield await Promise.resolve(delivery('file:x', 'one'))
    })
    const result = await pollSource(source, new SourceHealth(), deps, never)
    expect(result).toEqual({ kind: 'failed', fault: 'fault', retryAfterSeconds: 0 })
    expect(cursors.size).toBe(0)
  })

  test('says whose posts could not be stored, and takes them up before it asks for more', async () => {
    const done: string[] = []
    let isFull = true
    const { deps, lines, polls } = recordingDeps({
      ingest: ({ payload }) => {
        if (isFull) return Promise.reject(new Error('disk full'))
        done.push(`stored ${String(payload.body)}`)
        return Promise.resolve(outcome())
      },
      takeUp: (source) => {
        done.push(`taken up of ${source}`)
        return Promise.resolve()
      },
      onChange: () => done.push('judge'),
    })
    const source = scriptedSource('telegram-bot', async function* (poll) {
      yield await Promise.resolve(delivery('telegram-bot', `update ${poll}`))
    })
    const health = new SourceHealth()
    await pollSource(source, health, deps, never)
    isFull = false
    await pollSource(source, health, deps, never)
    await pollSource(source, health, deps, never)
    expect(done).toEqual([
      'taken up of telegram-bot',
      'stored update 2',
      'judge',
      'stored update 3',
    ])
    const fault =
      'telegram-bot: what it gave could not be stored (disk full); the next poll takes it up again'
    expect(lines[0]).toContain(`! ${fault}`)
    expect(polls[0]).toEqual({ source: 'telegram-bot', error: fault })
  })

  test('outlives a store that can write nothing at all', async () => {
    const { deps } = recordingDeps({ ingest: () => Promise.reject(new Error('disk full')) })
    deps.stats = { ...deps.stats, recordPoll: () => Promise.reject(new Error('disk full')) }
    const source = scriptedSource('file:x', async function* () {
      yield await Promise.resolve(delivery('file:x', 'one'))
    })
    const result = await pollSource(source, new SourceHealth(), deps, never)
    expect(result).toMatchObject({ kind: 'failed' })
  })

  test('says that it changed something only when it did', async () => {
    let changes = 0
    const outcomes = [outcome({ unchanged: 3 }), outcome({ deleted: ['a/1'] }), outcome()]
    const { deps } = recordingDeps({
      ingest: () => Promise.resolve(outcomes.shift() ?? outcome()),
      onChange: () => (changes += 1),
    })
    const source = scriptedSource('file:x', async function* () {
      for (const body of ['one', 'two', 'three']) yield await Promise.resolve(delivery('x', body))
    })
    await pollSource(source, new SourceHealth(), deps, never)
    expect(changes).toBe(1)
  })

  test('stops after the delivery in hand when it is told to', async () => {
    const stopping = new AbortController()
    const { deps, ingested, polls } = recordingDeps()
    const source = scriptedSource('file:x', async function* () {
      yield await Promise.resolve(delivery('file:x', 'one'))
      stopping.abort()
      yield delivery('file:x', 'two')
      yield delivery('file:x', 'three')
    })
    const result = await pollSource(source, new SourceHealth(), deps, stopping.signal)
    expect(result).toEqual({ kind: 'stopped' })
    expect(ingested).toEqual(['one', 'two'])
    expect(polls).toEqual([{ source: 'file:x' }])
  })
})
