import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { exchange } from '../../src/export/targets/exchange.ts'
import { startServer } from '../helpers/http-server.ts'

const secret = { authorization: 'Basic c2VjcmV0' }

async function ask(handler: Parameters<typeof startServer>[0], timeoutMs = 10_000) {
  const server = await startServer(handler)
  onTestFinished(() => server.close())
  return exchange('site', {
    method: 'POST',
    url: `${server.url}/posts`,
    headers: secret,
    body: '{}',
    timeoutMs,
  })
}

it('a body without end is not read on', async () => {
  const answer = await ask((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(100_000)));
    }
    response.on('drain', more)
    more()
  })
  expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'answer-too-large' } })
})

it('a compressed bomb is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000))
  const answer = await ask((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  )
  expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'answer-too-large' } })
})

it('a redirect takes neither the dispatch nor the password elsewhere', async () => {
  const other = await startServer((_, response) => response.end('{}'))
  onTestFinished(() => other.close())
  const answer = await ask((_, response) =>
    response.writeHead(307, { location: `${other.url}/steal` }).end(),
  )
  expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'moved' } })
  expect(other.asked).toEqual([])
})

it('headers without end, and silence, are faults that are tried again', async () => {
  const headers = await ask((_, response) =>
    response.writeHead(200, { padding: 'x'.repeat(100_000) }).end('{}'),
  )
  const silence = await ask(() => undefined, 200)
  for (const answer of [headers, silence]) {
    expect(answer.kind).toBe('retry')
    expect(JSON.stringify(answer)).not.toContain('c2VjcmV0')
  }
})
