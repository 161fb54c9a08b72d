import { afterEach, describe, expect, it } from 'vitest'
import { get } from '../../src/lib/http.ts'
import { readRetryAfter, refusalOf } from '../../src/lib/http-refusal.ts'
import { SourceError } from '../../src/model/errors.ts'
import { deadUrl, startServer, type TestServer } from '../helpers/http-server.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const faultOf = async (answer: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await answer.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(SourceError)
  return error as SourceError
}

describe('get', () => {
  it('gives any status back as an answer, with headers and bytes', async () => {
    server = await startServer((_, response) => response.writeHead(418, { etag: 'x' }).end('tea'))
    const answer = await get({ url: server.url, name: 'feed:a' })
    expect(answer.status).toBe(418)
    expect(answer.headers.get('etag')).toBe('x')
    expect(Buffer.from(answer.body).toString()).toBe('tea')
  })

  it('gives a redirect back instead of following it', async () => {
    server = await startServer((_, response) => response.writeHead(302, { location: '/b' }).end())
    const answer = await get({ url: `${server.url}/a`, name: 'feed:a' })
    expect(answer).toMatchObject({ status: 302, location: `${server.url}/b` })
    expect(server.asked).toEqual(['/a'])
  })

  it('follows as many redirects as allowed and then gives the next one back', async () => {
    server = await startServer((_, response) => response.writeHead(301, { location: '/x' }).end())
    const answer = await get({ url: server.url, name: 'feed:a', maxRedirects: 3 })
    expect(answer.status).toBe(301)
    expect(server.asked).toHaveLength(4)
  })

  it('does not offer a redirect to another protocol', async () => {
    server = await startServer((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    const answer = await get({ url: server.url, name: 'feed:a', maxRedirects: 3 })
    expect(answer.location).toBeUndefined()
  })

  it('stops reading a body that is too large', async () => {
    server = await startServer((_, response) => response.end('x'.repeat(200_000)))
    const error = await faultOf(get({ url: server.url, name: 'feed:a', maxBytes: 100_000 }))
    expect(error.fault).toBe('too-large')
    expect(error.message).toContain('larger than 100 kB')
  })

  it('gives up on a server that never finishes', async () => {
    server = await startServer((_, response) => response.writeHead(200).write('half'))
    const error = await faultOf(get({ url: server.url, name: 'feed:a', timeoutMs: 100 }))
    expect(error.fault).toBe('unreachable')
    expect(error.message).toContain('within 0.1 s')
  })

  it('names the cause of a refused connection and keeps secrets out of the message', async () => {
    const dead = (await deadUrl()).replace('http://', 'http://user:secret@')
    const open = (await deadUrl()) + '/bot123:TOKEN/getMe?key=hidden'
    const error = await faultOf(get({ url: open, name: 'feed:a' }))
    expect(error.fault).toBe('unreachable')
    expect(error.message).toMatch(/feed:a: http:.*ECONNREFUSED/)
    expect(error.message).not.toMatch(/TOKEN|hidden/)
    expect((await faultOf(get({ url: dead, name: 'feed:a' }))).message).not.toContain('secret')
  })

  it('ends at once when it is aborted', async () => {
    server = await startServer(() => undefined)
    const controller = new AbortController()
    const answer = faultOf(get({ url: server.url, name: 'feed:a', signal: controller.signal }))
    controller.abort()
    expect((await answer).message).toContain('stopped')
  })
})

describe('refusalOf', () => {
  it.each([
    [401, {}, 'unauthorised', undefined],
    [403, {}, 'refused', undefined],
    [404, {}, 'refused', undefined],
    [429, {}, 'throttled', undefined],
    [429, { 'retry-after': '17' }, 'throttled', 17],
    [500, {}, 'unreachable', undefined],
    [503, {}, 'unreachable', undefined],
    [503, { 'retry-after': '5' }, 'throttled', 5],
    [302, {}, 'redirected', undefined],
  ])('tells %i with %j as %s', (status, headers, fault, retryAfterSeconds) => {
    const answer = {
      status,
      headers: new Headers(headers),
      body: Buffer.of(),
      url: 'https://a.b/c',
    }
    expect(refusalOf('feed:a', answer)).toMatchObject({ fault, retryAfterSeconds })
  })
})

describe('readRetryAfter', () => {
  const now = Date.parse('2026-06-01T10:00:00Z')
  it.each([
    [null, undefined],
    ['30', 30],
    ['Mon, 01 Jun 2026 10:01:00 GMT', 60],
    ['Mon, 01 Jun 2026 09:00:00 GMT', 0],
    ['999999999', 86_400],
    ['soon', undefined],
  ])('reads %j as %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds)
  })
})
