import { expect, test } from 'vitest'
import type { ApiAnswer } from '../../src/bot/bot-api.ts'
import type { BotDesk } from '../../src/bot/context.ts'
import { SendQueue } from '../../src/bot/send-queue.ts'
import { Sender } from '../../src/bot/sender.ts'
import { Teller } from '../../src/bot/teller.ts'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { MemberBook } from '../../src/desk/review/member-book.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { NewNotice } from '../../src/model/watch.ts'
import { chief, editor } from '../helpers/review-desk.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

function openTeller(answers: ApiAnswer[] = []) {
  let nowMs = Date.parse('2026-03-04T04:00:00Z')
  const clock = () => new Date(nowMs)
  const calls: string[] = []
  const archive = tempArchive()
  const api = {
    call: (method: string, { chat_id: chat, text }: Record<string, unknown>) => {
      calls.push(`${method} ${String(chat)} ${String(text).slice(0, 40)}`)
      return Promise.resolve(answers.shift() ?? { kind: 'ok' as const, result: { message_id: 7 } })
    },
  }
  const queue = new SendQueue({ api, chatGapMs: 0, tries: 1 })
  const log: string[] = []
  const desk = {
    archive,
    members: new MemberBook([editor, chief]),
    config: { bot: { language: 'en' }, desk: { timezone: 'UTC' } },
    clock,
    logger: createLogger({
      level: 'warn',
      format: 'json',
      secrets: [],
      write: (line) => log.push(line),
    }),
    wordsOf,
  } as unknown as BotDesk
  const teller = new Teller(desk, new Sender(queue, archive.bot, clock))
  const notice = (overrides: Partial<NewNotice> = {}): NewNotice => ({
    chat: editor.id,
    member: editor.id,
    topic: 'channel:1',
    urgency: 'alert',
    content: { kind: 'channel', channel: 'alpha', what: 'silent', words: 'No post.' },
    dueAt: clock().toISOString(),
    ...overrides,
  })
  const tell = async (...notices: NewNotice[]) => {
    await archive.watching.tell(notices, {})
    await teller.wake()
    return calls.splice(0)
  }
  const later = (seconds: number) => (nowMs += seconds * 1000)
  return { notice, tell, later, log }
}

const again = { kind: 'channel', channel: 'alpha', what: 'back', words: 'It is back.' } as const

test('tells once, and changes the same message when there is more to its topic', async () => {
  const { notice, tell } = openTeller()
  expect(await tell(notice())).toEqual([expect.stringMatching(/^sendMessage 11 .*alpha/)])
  expect(await tell(notice())).toEqual([])
  expect(await tell(notice({ content: again }))).toEqual([
    expect.stringMatching(/^editMessageText 11/),
  ])
})

test('sends anew where the message is gone', async () => {
  const gone: ApiAnswer = { kind: 'refused', status: 400, description: 'message to edit not found' }
  const { notice, tell } = openTeller([{ kind: 'ok', result: { message_id: 7 } }, gone])
  await tell(notice())
  const calls = await tell(notice({ content: again }))
  expect(calls.map((call) => call.split(' ')[0])).toEqual(['editMessageText', 'sendMessage'])
})

test('waits as long as it is told to, and then tells', async () => {
  const { notice, tell, later } = openTeller([{ kind: 'throttled', retryAfterSeconds: 300 }])
  expect(await tell(notice())).toHaveLength(1)
  later(299)
  expect(await tell()).toEqual([])
  later(2)
  expect(await tell()).toHaveLength(1)
  expect(await tell()).toEqual([])
})

test('what may have been sent is not sent again, and neither is what nobody may have', async () => {
  const { notice, tell, later, log } = openTeller([{ kind: 'lost', description: 'ECONNRESET' }])
  await tell(notice())
  later(3600)
  expect(await tell()).toEqual([])
  expect(log.join()).toContain('was not told: ECONNRESET')
  expect(await tell(notice({ chat: 999, member: 999 }))).toEqual([])
})

test('alerts go before digests, and a notice of later waits', async () => {
  const { notice, tell, later } = openTeller()
  const digest = notice({
    topic: 'digest:1',
    urgency: 'digest',
    content: {
      kind: 'digest',
      since: '2026-03-03T20:00:00Z',
      until: '2026-03-04T04:00:00Z',
      stories: [],
      more: 0,
    },
  })
  const calls = await tell(
    digest,
    notice(),
    notice({ topic: 'channel:2', dueAt: '2026-03-04T07:00:00.000Z' }),
  )
  expect(calls).toEqual([
    expect.stringContaining('alpha') as string,
    expect.stringContaining('Digest') as string,
  ])
  later(3 * 3600)
  expect(await tell()).toHaveLength(1)
})
