import { expect, test } from 'vitest'
import type { ApiAnswer } from '../../src/bot/bot-api.ts'
import { SendQueue } from '../../src/bot/send-queue.ts'

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
