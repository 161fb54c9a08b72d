import { BotApiServer } from '../bot-api-server.ts'
import { addBotMethods } from './bot-methods.ts'
import { Chats } from './chats.ts'
import { Mailbox } from './mailbox.ts'
import { Person } from './person.ts'
import { addQueryMethods, Queries } from './query-methods.ts'
import type { Uploaded } from './read-fields.ts'
import type { Chat, Message, User } from './types.ts'

export interface Group {
  chat: Chat
  /** Opens a topic; answers its thread number. */
  addTopic(title: string): number
}

/** Telegram on loopback, with chats, people, groups and one bot: what a bot sends is read and refused as there. */
export class LocalTelegram {
  readonly api: BotApiServer
  readonly chats = new Chats()
  readonly files = new Map<string, Uploaded>()
  readonly queries = new Queries()
  /** What the bot sent or changed, for the tests to wait for. */
  readonly mailbox = new Mailbox()
  readonly me: User
  readonly now: () => Date
  readonly #listeners: ((message: Message) => void)[] = []

  private constructor(api: BotApiServer, now: () => Date) {
    this.api = api
    this.now = now
    const id = Number(api.token.split(':')[0])
    this.me = { id, is_bot: true, first_name: 'Desk', username: 'desk_bot' }
    addBotMethods(api, {
      chats: this.chats,
      me: this.me,
      now,
      files: this.files,
      onMessage: (message) => {
        for (const listener of this.#listeners) listener(message)
      },
    })
    this.onMessage((message) => {
      this.mailbox.put(message)
    })
    addQueryMethods(api, this.chats, this.queries)
  }

  static async start(now: () => Date = () => new Date()): Promise<LocalTelegram> {
    return new LocalTelegram(await BotApiServer.start(), now)
  }

  /** Calls the listener with each message that the bot sends or changes. */
  onMessage(listener: (message: Message) => void): void {
    this.#listeners.push(listener)
  }

  person(id: number, name: string): Person {
    return new Person(this, { id, is_bot: false, first_name: name })
  }

  /** A group of people and the bot; as a forum it has topics. */
  group(id: number, title: string): Group {
    const chat: Chat = { id, type: 'supergroup', title, is_forum: true }
    this.chats.open(chat)
    return { chat, addTopic: (name) => this.chats.addTopic(id, name) }
  }

  /** A message as it stands now, after all edits. */
  current({ chat, message_id: id }: Message): Message {
    const found = this.chats.find(chat.id, id)
    if (found === undefined) throw new Error(`There is no message ${id} in chat ${chat.id}.`)
    return found
  }

  close(): Promise<void> {
    return this.api.close()
  }
}
