import { createTelegramBotSource } from '../../src/sources/telegram/telegram-bot.ts'
import { readTelegramUpdate } from '../../src/sources/telegram/telegram-update.ts'
import { BotApiServer } from '../helpers/bot-api-server.ts'
import { makeChannelPost, makeMessage, makePosts } from '../helpers/telegram-updates.ts'
import { describeSource } from './source-contract.ts'

describeSource('the Telegram bot', {
  idleMs: 400,
  reader: readTelegramUpdate,
  payload: {
    source: 'telegram-bot',
    kind: 'telegram-update',
    receivedAt: '2025-06-15T15:07:00Z',
    body: JSON.stringify({ update_id: 1, channel_post: makeChannelPost() }),
  },
  garbage: [
    '',
    '{"update_id":1,"channel_post":{"message_id":',
    '[]',
    'null',
    '{"channel_post":{}}',
    '{"update_id":"1"}',
    '{"update_id":1}',
    '{"update_id":1,"channel_post":null}',
    '{"update_id":1,"channel_post":{"message_id":7}}',
    '{"update_id":1,"a_kind_of_next_year":{"message_id":7}}',
    Uint8Array.of(0xff, 0xfe, 0x00, 0x80),
  ],
  async open() {
    const api = await BotApiServer.start()
    const source = createTelegramBotSource({ token: api.token, apiRoot: api.url, pollSeconds: 1 })
    api.push(...makePosts(1, 2, 3), { message: makeMessage() }, ...makePosts(4))
    return {
      source,
      expected: [1, 2, 3, 4].map((id) => `alpha/${id}`),
      // A bot outlasts a server that is not there; what it cannot outlast is a token that was revoked.
      broken: createTelegramBotSource({ token: '123456:AArevoked', apiRoot: api.url }),
      close: () => api.close(),
    }
  },
})
