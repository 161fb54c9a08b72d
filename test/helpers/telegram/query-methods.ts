import type { BotApiServer } from '../bot-api-server.ts'
import { textOf } from './bot-methods.ts'
import { checkMarkup } from './check-markup.ts'
import type { Chats } from './chats.ts'
import { badRequest } from './refusal.ts'
import type { Fields } from './types.ts'

const tooOld = 'query is too old and response timeout expired or query ID is invalid'
const mostResults = 50
const mostToast = 200

/** A question that the bot has to answer by its number, once it has come. */
export class Queries {
  readonly #waiting = new Map<string, (fields: Fields) => void>()
  #next = 1

  /** The number of a new question, and what it will be answered with. */
  open(): { id: string; answer: Promise<Fields> } {
    const id = String(this.#next++)
    const answer = new Promise<Fields>((resolve) => this.#waiting.set(id, resolve))
    return { id, answer }
  }

  settle(id: unknown, fields: Fields): true {
    const resolve = this.#waiting.get(String(id))
    if (resolve === undefined) throw badRequest(tooOld)
    resolve(fields)
    return true
  }
}

/** Answers to presses and inline queries, and the lists of commands. */
export function addQueryMethods(api: BotApiServer, chats: Chats, queries: Queries): void {
  api.handle('answerCallbackQuery', (fields) => {
    const { text } = fields
    if (typeof text === 'string' && text.length > mostToast) throw badRequest('MESSAGE_TOO_LONG')
    return queries.settle(fields['callback_query_id'], fields)
  })
  api.handle('answerInlineQuery', (fields) => {
    const results = fields['results'] as Fields[]
    if (results.length > mostResults) throw badRequest('RESULTS_TOO_MUCH')
    const ids = results.map(({ id }) => String(id))
    if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE')
    if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64))
      throw badRequest('RESULT_ID_INVALID')
    const read = results.map((result) => {
      checkMarkup(result['reply_markup'])
      const content = result['input_message_content'] as Fields
      return { ...result, shown: textOf({ ...content, text: content['message_text'] }) }
    })
    return queries.settle(fields['inline_query_id'], { ...fields, results: read })
  })
  const commands = new Map<string, unknown>()
  const keyOf = (fields: Fields): string => {
    const scope = (fields['scope'] ?? { type: 'default' }) as Fields
    if ('chat_id' in scope) chats.forBot(scope['chat_id'], undefined)
    return JSON.stringify([scope['type'], scope['chat_id'], fields['language_code'] ?? ''])
  }
  api.handle('setMyCommands', (fields) => {
    const key = keyOf(fields)
    const given = fields['commands'] as Fields[]
    if (given.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    for (const { command, description } of given) {
      if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID')
      const { length } = String(description)
      if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
    commands.set(key, given)
    return true
  })
  api.handle('getMyCommands', (fields) => commands.get(keyOf(fields)) ?? [])
}
