import { badRequest, Refusal } from './refusal.ts'
import type { Chat, Message } from './types.ts'

interface Room {
  chat: Chat
  messages: Map<number, Message>
  nextId: number
  topics: Set<number>
  hasBlocked: boolean
}

/** The chats that the bot knows, and their messages. */
export class Chats {
  readonly #rooms = new Map<number, Room>()

  /** A chat that the bot doesn't know is not found; a person has to write to it first. */
  open(chat: Chat): void {
    if (this.#rooms.has(chat.id)) return
    const room = { chat, messages: new Map(), nextId: 1, topics: new Set<number>() }
    this.#rooms.set(chat.id, { ...room, hasBlocked: false })
  }

  addTopic(chat: number, title: string): number {
    const room = this.#room(chat)
    const thread = this.add({ chat: room.chat, date: 0, text: title }).message_id
    room.topics.add(thread)
    return thread
  }

  block(chat: number, hasBlocked: boolean): void {
    this.#room(chat).hasBlocked = hasBlocked
  }

  /** Gives the message the next number of its chat. */
  add(message: Omit<Message, 'message_id'>): Message {
    const room = this.#room(message.chat.id)
    const added = { message_id: room.nextId++, ...message }
    room.messages.set(added.message_id, added)
    return added
  }

  /** Where the bot may write, or the refusal that says why it may not. */
  forBot(id: unknown, thread: unknown): { chat: Chat; thread?: number } {
    const room = this.#rooms.get(Number(id))
    if (room === undefined) throw badRequest('chat not found')
    if (room.hasBlocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (thread === undefined) return { chat: room.chat }
    const number = Number(thread)
    if (!room.topics.has(number)) throw badRequest('message thread not found')
    return { chat: room.chat, thread: number }
  }

  find(chat: unknown, message: unknown): Message | undefined {
    return this.#rooms.get(Number(chat))?.messages.get(Number(message))
  }

  /** Puts what was edited in the place of what it was. */
  replace(message: Message): void {
    this.#room(message.chat.id).messages.set(message.message_id, message)
  }

  messagesOf(chat: number): Message[] {
    return [...(this.#rooms.get(chat)?.messages.values() ?? [])]
  }

  #room(id: number): Room {
    const room = this.#rooms.get(id)
    if (room === undefined) throw new Error(`Chat ${id} was not opened.`)
    return room
  }
}
