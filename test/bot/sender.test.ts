import { expect, test } from 'vitest'
import type { ApiAnswer } from '../../src/bot/bot-api.ts'
import { bold, rich } from '../../src/bot/rich.ts'
import { SendQueue } from '../../src/bot/send-queue.ts'
import { Sender } from '../../src/bot/sender.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

interface Call {
  method: string
  fields: Record<string, unknown>
}

/** A sender before an API that answers as it is told; what is not told is taken as message 7. */
function openSender(answers: ApiAnswer[] = []) {
  const calls: Call[] = []
  const api = {
    call: (method: string, fields: Record<string, unknown>) => {
      calls.push({ method, fields })
      return Promise.resolve(answers.shift() ?? { kind: 'ok' as const, result: { message_id: 7 } })
    },
  }
  const archive = tempArchive()
  const queue = new SendQueue({ api, chatGapMs: 0, overallPerSecond: 1000 })
  return { calls, archive, sender: new Sender(queue, archive.bot, () => new Date()) }
}

const refused = (description: string): ApiAnswer => ({ kind: 'refused', status: 400, description })
const place = { chat: 5, thread: 9 }

test('words whose markup Telegram refuses arrive without it', async () => {
  const { calls, sender } = openSender([refused("Bad Request: can't parse entities: …")])
  expect(await sender.send(place, { text: bold('a < b') })).toEqual({ message: 7 })
  expect(calls.map(({ fields }) => [fields['text'], fields['parse_mode']])).toEqual([
    ['<b>a &lt; b</b>', 'HTML'],
    ['a < b', undefined],
  ])
})

test('what is refused for another reason is told, and not sent again', async () => {
  const { calls, sender } = openSender([refused('Forbidden: bot was blocked by the user')])
  expect(await sender.send(place, { text: rich`a` })).toMatchObject({ fault: { kind: 'refused' } })
  expect(calls).toHaveLength(1)
})

test('a long screen goes out in parts, its buttons beneath the last, all in the topic', async () => {
  const { calls, sender, archive } = openSender()
  const text = rich`${'word '.repeat(2000)}`
  await sender.send(
    place,
    { text, buttons: [[{ label: 'x'.repeat(90), action: { do: 'help' } }]] },
    { member: 3 },
  )
  expect(calls).toHaveLength(3)
  expect(calls.map(({ fields }) => 'reply_markup' in fields)).toEqual([false, false, true])
  expect(new Set(calls.map(({ fields }) => fields['message_thread_id']))).toEqual(new Set([9]))
  const markup = calls.at(-1)?.fields['reply_markup'] as {
    inline_keyboard: { text: string; callback_data: string }[][]
  }
  const [button] = markup.inline_keyboard.flat()
  expect(button?.text).toHaveLength(60)
  expect(Buffer.byteLength(button?.callback_data ?? '')).toBeLessThanOrEqual(64)
  expect(await archive.bot.button(button?.callback_data ?? '')).toMatchObject({
    chat: 5,
    member: 3,
    action: { do: 'help' },
  })
})

test('a change to what stands there already is no fault; one that can’t be made is', async () => {
  const unchanged = refused('Bad Request: message is not modified: specified new …')
  const { calls, sender } = openSender([unchanged])
  expect(await sender.edit(place, 7, { text: rich`a` })).toMatchObject({ kind: 'ok' })
  const tooLong = { text: rich`${'a'.repeat(5000)}` }
  expect(await sender.edit(place, 7, tooLong)).toMatchObject({ kind: 'refused' })
  const picture = { text: rich`a`, picture: new Uint8Array([1]) }
  expect(await sender.edit(place, 7, picture)).toMatchObject({ kind: 'refused' })
  expect(calls).toHaveLength(1)
})

test('a question is remembered with who may answer it; words over a screen are cut to fit', async () => {
  const { calls, sender, archive } = openSender()
  const ask = { do: 'help' as const }
  await sender.send({ chat: 5 }, { text: rich`Why?`, ask }, { member: 3 })
  expect(calls[0]?.fields['reply_markup']).toMatchObject({ force_reply: true })
  expect(await archive.bot.prompt(5, 7)).toMatchObject({ member: 3, action: ask })
  await sender.toast('press', 'far too long '.repeat(40))
  expect(String(calls[1]?.fields['text']).length).toBeLessThanOrEqual(200)
})
