import { expect, test } from 'vitest'
import type { ApiAnswer } from '../../src/bot/bot-api.ts'
import { type Priority, SendQueue } from '../../src/bot/send-queue.ts'

/** A queue before an API that answers as it is told, and notes what came. */
function openQueue(answers: ApiAnswer[] = [], limits = {}) {
  const called: unknown[] = []
  const api = {
    call: (_method: string, { text }: Record<string, unknown>) => {
      called.push(text)
      return Promise.resolve(answers.shift() ?? { kind: 'ok' as const, result: true })
    },
  }
  const queue = new SendQueue({ api, ...limits })
  const send = (chat: number, text: string) =>
    queue.send({ method: 'sendMessage', chat, priority: 'reply', fields: { text } })
  return { queue, called, send }
}

test('a chat that has to wait keeps no other waiting', async () => {
  const { queue, called, send } = openQueue([{ kind: 'throttled', retryAfterSeconds: 3600 }])
  const held = send(1, 'held')
  await expect.poll(() => called).toEqual(['held'])
  expect(await send(2, 'free')).toMatchObject({ kind: 'ok' })
  queue.stop()
  expect(await held).toMatchObject({ kind: 'unsent' })
})

test('what did not reach Telegram is tried again, and told as unsent in the end', async () => {
  const unsent: ApiAnswer = { kind: 'unsent', description: 'ECONNREFUSED' }
  const again = openQueue([unsent], { tries: 2 })
  expect(await again.send(1, 'once more')).toMatchObject({ kind: 'ok' })
  expect(again.called).toEqual(['once more', 'once more'])
  const never = openQueue([unsent, unsent], { tries: 2 })
  expect(await never.send(1, 'never')).toEqual(unsent)
})

test('nothing is sent once it is stopped', async () => {
  const { queue, called, send } = openQueue()
  queue.stop()
  expect(await send(1, 'late')).toMatchObject({ kind: 'unsent' })
  expect(called).toEqual([])
})

/** A queue whose time passes only while it waits; notes when each text was sent. */
function onOwnTime(answers: ApiAnswer[] = []) {
  let nowMs = 0
  const sent: { text: string; atMs: number }[] = []
  const api = {
    call: (_method: string, { text }: Record<string, unknown>) => {
      sent.push({ text: String(text), atMs: nowMs })
      return Promise.resolve(answers.shift() ?? { kind: 'ok' as const, result: true })
    },
  }
  const wait = (ms: number) => {
    nowMs += ms
    return Promise.resolve()
  }
  const queue = new SendQueue({ api, nowMs: () => nowMs, wait })
  const send = (chat: number, text: string, priority: Priority = 'reply') =>
    queue.send({ method: 'sendMessage', chat, priority, fields: { text } })
  const many = (chat: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => send(chat, `${chat} ${index}`)))
  return { sent, send, many }
}

/** The most that was sent within any stretch of so many milliseconds. */
const mostWithin = (sent: readonly { atMs: number }[], ms: number) =>
  Math.max(
    ...sent.map(
      ({ atMs: from }) => sent.filter(({ atMs }) => atMs >= from && atMs < from + ms).length,
    ),
  )

test('a chat gets three at once and then one a second, in order', async () => {
  const { sent, many } = onOwnTime()
  await many(1, 8)
  expect(sent.map(({ text }) => text)).toEqual(Array.from({ length: 8 }, (_, n) => `1 ${n}`))
  expect(mostWithin(sent, 1000)).toBe(3)
  expect(sent.at(-1)?.atMs).toBeGreaterThanOrEqual(5000)
})

test('a group gets at most twenty a minute', async () => {
  const { sent, many } = onOwnTime()
  await many(-500, 45)
  expect(sent).toHaveLength(45)
  expect(mostWithin(sent, 60_000)).toBe(20)
})

test('all chats together get at most thirty a second', async () => {
  const { sent, send } = onOwnTime()
  await Promise.all(Array.from({ length: 100 }, (_, chat) => send(chat + 1, 'a')))
  expect(sent).toHaveLength(100)
  expect(mostWithin(sent, 1000)).toBe(30)
})

test('answers go before alerts and alerts before digests, each in its own order', async () => {
  const { sent, send, many } = onOwnTime()
  const before = many(1, 3)
  const kinds: readonly Priority[] = ['digest', 'alert', 'reply', 'digest', 'alert']
  await Promise.all([before, ...kinds.map((kind, index) => send(1, `${kind} ${index}`, kind))])
  expect(sent.slice(3).map(({ text }) => text)).toEqual([
    'reply 2',
    'alert 1',
    'alert 4',
    'digest 0',
    'digest 3',
  ])
})

test('a chat is sent nothing before the seconds that Telegram asked for have passed', async () => {
  const { sent, send } = onOwnTime([{ kind: 'throttled', retryAfterSeconds: 17 }])
  await Promise.all([send(1, 'first'), send(1, 'second'), send(2, 'other')])
  expect(sent.filter(({ text }) => text === 'other')[0]?.atMs).toBe(0)
  const [refused, again] = sent.filter(({ text }) => text === 'first')
  expect(refused?.atMs).toBe(0)
  expect(again?.atMs).toBeGreaterThanOrEqual(17_000)
})
