import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Delivery } from '../../src/model/delivery.ts'
import { createTelegramBotSource } from '../../src/sources/telegram/telegram-bot.ts'
import { createTelegramWebhookSource } from '../../src/sources/telegram/telegram-webhook.ts'
import { BotApiServer } from '../helpers/bot-api-server.ts'
import { freePort } from '../helpers/free-port.ts'
import { makeChannelPost } from '../helpers/telegram-updates.ts'

const secret = 'a-secret-of-Telegrams-own'

interface Posted {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

/** A webhook that stores what comes; `store` may fail. */
async function openWebhook(store: (delivery: Delivery) => void | Promise<void> = () => undefined) {
  const api = await BotApiServer.start()
  api.handle('setWebhook', () => true)
  const port = await freePort()
  const source = createTelegramWebhookSource({
    token: api.token,
    apiRoot: api.url,
    url: 'https://desk.example/hook/telegram',
    host: '127.0.0.1',
    port,
    secret,
  })
  const stored: Delivery[] = []
  const stopping = new AbortController()
  const listen = async () => {
    for await (const delivery of source.poll({ cursor: undefined, signal: stopping.signal })) {
      await store(delivery)
      stored.push(delivery)
    }
  }
  const running = listen()
  running.catch(() => undefined)
  await expect.poll(() => api.callsOf('setWebhook')).toHaveLength(1)
  onTestFinished(async () => {
    stopping.abort()
    await running.catch(() => undefined)
    await api.close()
  })
  const post = ({ method = 'POST', path = '/hook/telegram', headers, body = '{}' }: Posted) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          method,
          path,
          headers: { 'x-telegram-bot-api-secret-token': secret, ...headers },
        },
        (response) => {
          let text = ''
          response.on('data', (chunk: Buffer) => (text += chunk.toString()))
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    api,
    stored,
    post,
    running,
    stop: () => {
      stopping.abort()
    },
  }
}

/** Storing that takes until it is let go on. */
function closedGate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    opened,
    open: () => {
      open()
    },
  }
}

const update = (id: number) =>
  JSON.stringify({ update_id: id, channel_post: makeChannelPost({ message_id: id }) })

test('asks Telegram to post the kinds it reads, in order and with the secret', async () => {
  const { api } = await openWebhook()
  expect(api.callsOf('setWebhook')[0]).toMatchObject({
    url: 'https://desk.example/hook/telegram',
    secret_token: secret,
    max_connections: 1,
    allowed_updates: expect.arrayContaining(['channel_post', 'callback_query']) as string[],
  })
})

test('takes an update, and answers once it is stored', async () => {
  const { post, stored } = await openWebhook()
  expect(await post({ body: update(7) })).toEqual({ status: 200, text: '' })
  expect(stored).toMatchObject([
    { cursor: '8', payload: { kind: 'telegram-update', address: 'update 7', body: update(7) } },
  ])
})

test.each<[string, Posted, number]>([
  ['another secret', { headers: { 'x-telegram-bot-api-secret-token': `${secret}x` } }, 401],
  ['an empty secret', { headers: { 'x-telegram-bot-api-secret-token': '' } }, 401],
  ['another path', { path: '/hook' }, 404],
  ['another method', { method: 'PUT' }, 405],
  ['too large a body', { body: `{"update_id":1,"x":"${'x'.repeat(1_100_000)}"}` }, 413],
  [
    'too large a body whose length is not told',
    { headers: { 'transfer-encoding': 'chunked' }, body: 'x'.repeat(1_100_000) },
    413,
  ],
  ['what is no JSON', { body: 'update' }, 400],
  ['what has no number', { body: '{"message":{}}' }, 400],
])('refuses %s without a word, and stores nothing', async (_what, posted, status) => {
  const { post, stored } = await openWebhook()
  const answered = await post({ body: update(1), ...posted }).catch((error: unknown) => {
    // A connection that is closed while a large body still comes may be reset.
    if (status === 413) return { status, text: '' }
    throw error
  })
  expect(answered).toEqual({ status, text: '' })
  expect(stored).toEqual([])
})

test('asks for an update again that could not be stored', async () => {
  const { post, running } = await openWebhook(() => {
    throw new Error('the disk is full')
  })
  expect(await post({ body: update(7) })).toEqual({ status: 503, text: '' })
  await expect(running).rejects.toThrow('the disk is full')
})

test('at its end answers for what is stored, and has what waits come again', async () => {
  const storing = closedGate()
  const { post, stop, stored, running } = await openWebhook(async () => {
    await storing.opened
  })
  const first = post({ body: update(7) })
  const second = post({ body: update(8) })
  // Answered at once, so that the two before it have come too.
  expect(await post({ headers: { 'x-telegram-bot-api-secret-token': 'x' } })).toMatchObject({
    status: 401,
  })
  stop()
  expect(await second).toEqual({ status: 503, text: '' })
  storing.open()
  expect(await first).toEqual({ status: 200, text: '' })
  await running
  expect(stored.map(({ cursor }) => cursor)).toEqual(['8'])
})

test('has only so many waiting, and those beyond come again', async () => {
  const storing = closedGate()
  const { post } = await openWebhook(async () => {
    await storing.opened
  })
  const answers = Array.from({ length: 60 }, (_, id) => post({ body: update(id) }))
  expect(await Promise.race(answers)).toEqual({ status: 503, text: '' })
  storing.open()
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(50)
})

test('ends at once where nothing is on its way', async () => {
  const { stop, running, post } = await openWebhook()
  stop()
  await running
  await expect(post({ body: update(7) })).rejects.toThrow('ECONNREFUSED')
})

test('polling takes away a webhook of before', async () => {
  const api = await BotApiServer.start()
  onTestFinished(() => api.close())
  api.handle('deleteWebhook', () => true)
  const description = "Conflict: can't use getUpdates method while webhook is active"
  api.script('getUpdates', { status: 409, description })
  api.push({ channel_post: makeChannelPost() })
  const source = createTelegramBotSource({
    token: api.token,
    apiRoot: api.url,
    waits: { firstRetryMs: 1, idleMs: 1 },
  })
  const { signal } = new AbortController()
  for await (const delivery of source.poll({ cursor: undefined, signal })) {
    expect(delivery.payload.kind).toBe('telegram-update')
    break
  }
  expect(api.callsOf('deleteWebhook')).toHaveLength(1)
})
