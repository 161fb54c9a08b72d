import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { get } from '../../src/lib/http.ts'
import { publicLookup } from '../../src/lib/http-exchange.ts'
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
    const answer = await get({ url: server.url, allowPrivate: true, name: 'feed:a' })
    expect(answer.status).toBe(418)
    expect(answer.headers.get('etag')).toBe('x')
    expect(Buffer.from(answer.body).toString()).toBe('tea')
  })

  it('gives a redirect back instead of following it', async () => {
    server = await startServer((_, response) => response.writeHead(302, { location: '/b' }).end())
    const answer = await get({ url: `${server.url}/a`, allowPrivate: true, name: 'feed:a' })
    expect(answer).toMatchObject({ status: 302, location: `${server.url}/b` })
    expect(server.asked).toEqual(['/a'])
  })

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('unpacks %s by %o, an empty body and one that comes byte by byte', async (encoding, pack) => {
    const words = 'Fire at the port of Odesa. '.repeat(20)
    server = await startServer((request, response) => {
      response.writeHead(200, { 'content-encoding': encoding })
      if (request.url === '/empty') response.end()
      else for (const byte of pack(Buffer.from(words))) response.write(Uint8Array.of(byte))
      response.end()
    })
    const ask = (page: string) =>
      get({ url: `${server?.url ?? ''}${page}`, allowPrivate: true, name: 'feed:a' })
    expect(Buffer.from((await ask('/')).body).toString()).toBe(words)
    expect((await ask('/empty')).body).toHaveLength(0)
  })

  it.each([
    ['no deflate at all', Buffer.from('not deflate at all')],
    [
      'a zlib stream that is cut off',
      deflateSync(Buffer.from('Fire at the port.')).subarray(0, -9),
    ],
    [
      'a raw stream that is cut off',
      deflateRawSync(Buffer.from('Fire at the port.')).subarray(0, -5),
    ],
    ['a zlib header before garbage', Buffer.from([0x78, 0x9c, 0xff, 0xff, 0xff, 0xff])],
  ])('tells %s', async (_what, body) => {
    server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': 'deflate' }).end(body),
    )
    const error = await faultOf(get({ url: server.url, allowPrivate: true, name: 'feed:a' }))
    expect(error.fault).toBe('unreachable')
    expect(error.message).toMatch(/Z_(?:DATA|BUF)_ERROR/)
  })

  it('follows as many redirects as allowed and then gives the next one back', async () => {
    server = await startServer((_, response) => response.writeHead(301, { location: '/x' }).end())
    const answer = await get({
      url: server.url,
      allowPrivate: true,
      name: 'feed:a',
      maxRedirects: 3,
    })
    expect(answer.status).toBe(301)
    expect(server.asked).toHaveLength(4)
  })

  it('does not offer a redirect to another protocol', async () => {
    server = await startServer((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    const answer = await get({
      url: server.url,
      allowPrivate: true,
      name: 'feed:a',
      maxRedirects: 3,
    })
    expect(answer.location).toBeUndefined()
  })

  it('stops reading a body that is too large', async () => {
    server = await startServer((_, response) => response.end('x'.repeat(200_000)))
    const error = await faultOf(
      get({ url: server.url, allowPrivate: true, name: 'feed:a', maxBytes: 100_000 }),
    )
    expect(error.fault).toBe('too-large')
    expect(error.message).toContain('larger than 100 kB')
  })

  it('gives up on a server that never finishes', async () => {
    server = await startServer((_, response) => response.writeHead(200).write('half'))
    const error = await faultOf(
      get({ url: server.url, allowPrivate: true, name: 'feed:a', timeoutMs: 100 }),
    )
    expect(error.fault).toBe('unreachable')
    expect(error.message).toContain('within 0.1 s')
  })

  it('names the cause of a refused connection and keeps secrets out of the message', async () => {
    const dead = (await deadUrl()).replace('http://', 'http://user:secret@')
    const open = (await deadUrl()) + '/bot123:TOKEN/getMe?key=hidden'
    const error = await faultOf(get({ url: open, allowPrivate: true, name: 'feed:a' }))
    expect(error.fault).toBe('unreachable')
    expect(error.message).toMatch(/feed:a: http:.*ECONNREFUSED/)
    expect(error.message).not.toMatch(/TOKEN|hidden/)
    expect(
      (await faultOf(get({ url: dead, allowPrivate: true, name: 'feed:a' }))).message,
    ).not.toContain('secret')
  })

  it('asks once more when a kept connection turns out to be closed', async () => {
    const used = new WeakSet()
    server = await startServer(({ socket }, response) => {
      if (used.has(socket)) socket.destroy()
      else response.end('here')
      used.add(socket)
    })
    const ask = () => get({ url: server?.url ?? '', allowPrivate: true, name: 'feed:a' })
    await ask()
    expect(Buffer.from((await ask()).body).toString()).toBe('here')
    expect(server.asked).toHaveLength(3)
  })

  it('does not ask again when a new connection breaks', async () => {
    server = await startServer(({ socket }) => socket.destroy())
    const error = await faultOf(get({ url: server.url, allowPrivate: true, name: 'feed:a' }))
    expect(error.message).toContain('ECONNRESET')
    expect(server.asked).toHaveLength(1)
  })

  it('ends at once when it is aborted', async () => {
    server = await startServer(() => undefined)
    const controller = new AbortController()
    const answer = faultOf(
      get({ url: server.url, allowPrivate: true, name: 'feed:a', signal: controller.signal }),
    )
    controller.abort()
    expect((await answer).message).toContain('stopped')
  })
})

describe('a private address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://192.168.1.1/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://desk.internal/',
  ])('is not asked: %s', async (url) => {
    expect((await faultOf(get({ url, name: 'feed:a' }))).fault).toBe('refused')
  })

  it.each([
    [['93.184.216.34'], undefined],
    [['10.0.0.7'], 'PrivateAddressError'],
    [['93.184.216.34', '127.0.0.1'], 'PrivateAddressError'],
    [[], 'Error'],
  ])('is found behind a name that leads to %j', async (found, fault) => {
    const addresses = found.map((address) => ({ address, family: 4 }))
    const look = publicLookup((_name, _options, done) => {
      done(null, addresses)
    })
    const error = await new Promise<Error | null>((resolve) => {
      look('harbour.example', { all: true }, resolve)
    })
    expect(error?.name).toBe(fault)
  })

  it('is told from a name that leads nowhere', async () => {
    const error = await faultOf(get({ url: 'http://nowhere.invalid/', name: 'feed:a' }))
    expect(error.fault).toBe('unreachable')
  })
})

describe('a hostile server', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('does not make the desk unpack a bomb of %s by %o', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(200_000_000))
    server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    )
    const before = process.memoryUsage.rss()
    const ask = get({ url: server.url, allowPrivate: true, name: 'feed:a', maxBytes: 1_000_000 })
    expect((await faultOf(ask)).fault).toBe('too-large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
  })

  it('can’t send headers without end', async () => {
    server = await startServer((_, response) =>
      response.writeHead(200, { padding: 'x'.repeat(100_000) }).end(),
    )
    const error = await faultOf(get({ url: server.url, allowPrivate: true, name: 'feed:a' }))
    expect(error.message).toContain('HPE_HEADER_OVERFLOW')
  })

  it('can’t send a body without end, however slowly it comes', async () => {
    server = await startServer((_, response) => {
      const timer = setInterval(() => response.write('x'), 5)
      response.on('close', () => {
        clearInterval(timer)
      })
    })
    const ask = get({ url: server.url, allowPrivate: true, name: 'feed:a', timeoutMs: 300 })
    expect((await faultOf(ask)).message).toContain('within 0.3 s')
  })

  it('is told from one whose answer is garbage', async () => {
    server = await startServer((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all'),
    )
    const error = await faultOf(get({ url: server.url, allowPrivate: true, name: 'feed:a' }))
    expect(error.message).toContain('Z_DATA_ERROR')
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
