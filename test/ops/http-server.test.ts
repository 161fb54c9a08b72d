import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DeskState } from '../../src/ops/health.ts'
import { startHttpServer } from '../../src/ops/http-server.ts'
import { Metrics } from '../../src/ops/metrics.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, makePayload, tempArchive } from '../helpers/temp-archive.ts'

const at = '2026-03-04T03:10:00Z'

const gibibyte = 2 ** 30

async function serve(sources: readonly string[] = ['preview:alpha', 'feed:beta']) {
  const archive = tempArchive()
  let nowMs = Date.parse(at)
  let elapsedMs = 0
  let freeBytes = 100 * gibibyte
  const metrics = new Metrics({
    archive,
    sources: new Set(sources),
    database: 'intake.db',
    clock: () => new Date(nowMs),
    monotonicMs: () => elapsedMs,
    diskOf: () =>
      freeBytes < 0
        ? Promise.reject(new Error('ENOSYS'))
        : Promise.resolve({ freeBytes, databaseBytes: gibibyte }),
  })
  let state: DeskState = 'serving'
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    metrics,
    leastFreeMegabytes: 1024,
    state: () => state,
  })
  onTestFinished(() => server.close())
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(server.url + path, { method })
    return { status: answer.status, text: await answer.text() }
  }
  return {
    archive,
    metrics,
    url: server.url,
    ask,
    enter: (next: DeskState) => {
      state = next
    },
    /** So that what was read of the archive is not fresh any more. */
    later: () => {
      nowMs += 60_000
      elapsedMs += 60_000
    },
    fill: (leftBytes: number) => {
      freeBytes = leftBytes
    },
    setBack: (byMs: number) => {
      nowMs -= byMs
    },
  }
}

describe('health', () => {
  it('is live while it starts, and ready when it serves', async () => {
    const { ask, enter } = await serve()
    enter('starting')
    expect(await ask('/health/live')).toMatchObject({ status: 200 })
    expect(await ask('/health/ready')).toEqual({
      status: 503,
      text: '{"ready":false,"reasons":["The desk is starting."]}\n',
    })
    enter('serving')
    expect((await ask('/health/ready')).status).toBe(200)
  })

  it('names a source that fails, and is not ready when none can be read', async () => {
    const { ask, archive, later } = await serve()
    await archive.stats.recordPoll('preview:alpha', at)
    await archive.stats.recordPoll('feed:beta', at, 'feed:beta: it cannot be reached')
    await archive.stats.recordPoll('feed:removed', at, 'long gone from the configuration')
    const one = await ask('/health')
    expect(one.status).toBe(200)
    expect(JSON.parse(one.text)).toMatchObject({
      warnings: ['feed:beta failed once: it cannot be reached'],
    })
    await archive.stats.recordPoll('preview:alpha', '2026-03-04T03:11:00Z', 'a proof is asked for')
    later()
    const none = await ask('/health/ready')
    expect(none.status).toBe(503)
    expect(none.text).toContain('None of the 2 sources can be read.')
  })

  it('warns of polls that are due and do not come to an end', async () => {
    const { ask, metrics } = await serve()
    metrics.watchPolls(() => [{ source: 'feed:beta', sinceMs: 45 * 60_000 }])
    const { status, text } = await ask('/health')
    expect(status).toBe(200)
    expect(text).toContain('feed:beta is due, and its poll has not come to an end for 45 minutes.')
  })

  it('stays ready and warns when little is free beside the room for a backup', async () => {
    const { ask, fill, later } = await serve()
    expect((await ask('/health')).text).toContain('"warnings":[]')
    fill(2 * gibibyte - 1)
    later()
    const { status, text } = await ask('/health')
    expect(status).toBe(200)
    expect(text).toContain('The disk of the database is nearly full: 2047 MB are free.')
    fill(2 * gibibyte)
    later()
    expect((await ask('/health')).text).toContain('"warnings":[]')
  })

  it('is not ready while what comes in can be read but not stored, or not judged', async () => {
    const { ask, metrics } = await serve()
    let isFull = true
    const ingest = metrics.ingest(() =>
      isFull
        ? Promise.reject(new Error('database or disk is full'))
        : Promise.resolve({ stored: [], revised: [], deleted: [], unchanged: 1, rejected: 0 }),
    )
    const delivery = { payload: makePayload() }
    await expect(ingest(delivery)).rejects.toThrow('full')
    metrics.noteJudging('a reading is broken')
    const { status, text } = await ask('/health/ready')
    expect(status).toBe(503)
    expect(text).toMatch(/can’t be stored: database or disk is full.*can’t be judged: a reading/)
    isFull = false
    await ingest(delivery)
    metrics.noteJudging()
    expect((await ask('/health/ready')).status).toBe(200)
  })

  it('is not ready when the database can’t be read', async () => {
    const { ask, archive } = await serve()
    archive.close()
    expect((await ask('/health/ready')).text).toContain('The database can’t be read.')
    expect((await ask('/metrics')).status).toBe(500)
  })

  it('answers on loopback only who asks for it by that name', async () => {
    const { url } = await serve()
    const { port } = new URL(url)
    const asked = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        get(`${url}/metrics`, { headers: { host } }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        }).on('error', reject)
      })
    for (const host of [`localhost:${port}`, '127.0.0.1', `[::1]:${port}`])
      expect(await asked(host)).toBe(200)
    for (const host of ['news.example', `127.0.0.1.news.example:${port}`, 'localhost.example'])
      expect(await asked(host)).toBe(403)
  })

  it('answers nothing but GET and its own pages', async () => {
    const { ask } = await serve()
    expect((await ask('/health', 'POST')).status).toBe(405)
    expect((await ask('/constructor')).status).toBe(404)
  })
})

describe('metrics', () => {
  it('count posts by outcome, polls, what waits, sizes and ages', async () => {
    const { ask, archive, metrics, later } = await serve()
    const ingest = metrics.ingest(() => commitPosts(archive, [makePost()]))
    await ingest({ payload: makePayload() })
    await ingest({ payload: makePayload() })
    await metrics.stats(archive.stats).recordPoll('preview:alpha', at)
    later()
    for (const outcome of ['ok', 'ok', 'throttled']) metrics.countSend(outcome)
    const { text } = await ask('/metrics')
    expect(text).toContain('intake_sends_total{outcome="ok"} 2')
    expect(text).toContain('intake_sends_total{outcome="throttled"} 1')
    expect(text).toContain('intake_waiting{kind="notices"} 0')
    expect(text).toContain('intake_posts_total{outcome="new"} 1')
    expect(text).toContain('intake_posts_total{outcome="duplicate"} 1')
    expect(text).toContain('intake_polls_total{source="preview:alpha",outcome="read"} 1')
    expect(text).toContain('intake_waiting{kind="signals"} 1')
    expect(text).toContain('intake_source_success_age_seconds{source="preview:alpha"} 60')
    expect(text).toContain('intake_channel_newest_seconds{channel="alpha"} 3384')
    expect(text).toMatch(/intake_database_bytes\{file="database"\} [1-9]/)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  })

  it('tell the open gaps by kind, and what is free on the disk where the system tells it', async () => {
    const { ask, archive, fill, later } = await serve()
    await archive.stats.recordPoll('feed:beta', at)
    await archive.stats.recordPoll('feed:beta', '2026-03-04T03:20:00Z', 'unreachable')
    const { text } = await ask('/metrics')
    expect(text).toContain('intake_gaps{kind="failed"} 1')
    expect(text).toContain('intake_gaps{kind="unread"} 0')
    expect(text).toContain(`intake_disk_free_bytes ${100 * gibibyte}`)
    fill(-1)
    later()
    expect((await ask('/metrics')).text).not.toMatch(/^intake_disk_free_bytes /m)
  })

  it('tell how long ago a source was read, though the clock was set back', async () => {
    const { ask, archive, metrics, later, setBack } = await serve()
    await archive.stats.recordPoll('feed:beta', at)
    await metrics.stats(archive.stats).recordPoll('preview:alpha', at)
    setBack(3_600_000)
    later()
    const { text } = await ask('/metrics')
    expect(text).toContain('intake_source_success_age_seconds{source="preview:alpha"} 60')
    expect(text).toContain('intake_source_success_age_seconds{source="feed:beta"} 60')
  })

  it('have every name that the dashboard asks for', async () => {
    const { ask, archive } = await serve()
    await archive.stats.recordPoll('preview:alpha', at)
    const { text } = await ask('/metrics')
    const dashboard = readFileSync('deploy/grafana.json', 'utf8')
    const asked = new Set(dashboard.match(/\b(intake|nodejs|process)_[a-z0-9_]+/g))
    expect(asked.size).toBeGreaterThan(10)
    expect([...asked].filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([])
  })

  it('say where they can’t be served', async () => {
    const { metrics, url } = await serve()
    const taken = startHttpServer({
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      metrics,
      leastFreeMegabytes: 1024,
      state: () => 'serving',
    })
    await expect(taken).rejects.toMatchObject({ code: 'port-taken' })
  })
})
