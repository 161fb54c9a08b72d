import type { LocalTelegram } from './local-telegram.ts'
import type { Button, Chat, Fields, Message, User } from './types.ts'

export interface Where {
  /** The private chat with the bot unless given. */
  chat?: Chat
  thread?: number
  replyTo?: Message
}

/** A post that is forwarded: where it stands, and its words. */
export interface Forwarded {
  chat: Chat
  message_id: number
  at: string
  text: string
}

/** Somebody with a phone. */
export class Person {
  readonly user: User
  readonly #telegram: LocalTelegram

  constructor(telegram: LocalTelegram, user: User) {
    this.#telegram = telegram
    this.user = user
  }

  get chat(): Chat {
    const { id, first_name } = this.user
    return { id, type: 'private', first_name }
  }

  /** Sends a message; in a group the bot sees commands and replies to it only. */
  write(text: string, where: Where = {}): Message {
    return this.#send({ text }, where)
  }

  forward({ chat, message_id, at, text }: Forwarded, where: Where = {}): Message {
    const date = Math.floor(Date.parse(at) / 1000)
    const forward_origin = { type: 'channel', chat, message_id, date }
    return this.#send({ text, forward_origin, forward_date: date }, where)
  }

  /** Sends a message, and waits for the next one of the bot in that chat. */
  ask(text: string, where: Where = {}): Promise<Message> {
    this.write(text, where)
    return this.hear(where.chat)
  }

  /** The next message that the bot sends or changes. */
  hear(chat: Chat = this.chat): Promise<Message> {
    return this.#telegram.mailbox.next(chat.id)
  }

  /** Presses the first button whose label holds the words; answers the words shown over the screen. */
  press(message: Message, label: string): Promise<string> {
    const current = this.#telegram.current(message)
    const buttons = (current.reply_markup?.inline_keyboard ?? []).flat()
    const button = buttons.find(({ text }) => text.includes(label))
    if (button?.callback_data === undefined) throw new Error(noButton(label, buttons))
    return this.pressData(current, button.callback_data)
  }

  /** Presses and waits for the next message or the changed one. */
  async open(message: Message, label: string): Promise<Message> {
    await this.press(message, label)
    return this.hear(message.chat)
  }

  /** What a press sends, whether or not such a button was given. */
  async pressData(message: Message, data: string): Promise<string> {
    const { id, answer } = this.#telegram.queries.open()
    const press = { id, from: this.user, message, chat_instance: '1', data }
    this.#telegram.api.push({ callback_query: press })
    const { text } = await answer
    return typeof text === 'string' ? text : ''
  }

  /** `@bot words` in any chat; what the bot offers to paste. */
  async inline(query: string, offset = ''): Promise<Fields> {
    const { id, answer } = this.#telegram.queries.open()
    const asked = { id, from: this.user, query, offset, chat_type: 'private' }
    this.#telegram.api.push({ inline_query: asked })
    return answer
  }

  #send(content: Partial<Message>, { chat = this.chat, thread, replyTo }: Where): Message {
    this.#telegram.chats.open(chat)
    const message = this.#telegram.chats.add({
      from: this.user,
      chat,
      date: Math.floor(this.#telegram.now().getTime() / 1000),
      ...content,
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      ...(replyTo === undefined ? {} : { reply_to_message: replyTo }),
    })
    const toBot =
      chat.type === 'private' ||
      content.text?.startsWith('/') === true ||
      replyTo?.from?.id === this.#telegram.me.id
    if (toBot) this.#telegram.api.push({ message })
    return message
  }
}

const noButton = (label: string, buttons: readonly Button[]) =>
  `There is no button “${label}”, only ${buttons.map(({ text }) => `“${text}”`).join(', ')}.`
