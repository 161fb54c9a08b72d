import type { Message } from './types.ts'

const patienceMs = 20_000

/** What the bot sent or changed and nobody has looked at yet, chat by chat. */
export class Mailbox {
  readonly #unread: Message[] = []
  readonly #listeners = new Set<() => void>()

  put(message: Message): void {
    this.#unread.push(message)
    for (const listener of this.#listeners) listener()
  }

  /** The next message in the chat; rejects when none comes in time. */
  async next(chat: number): Promise<Message> {
    const [message] = await this.take(chat, 1)
    if (message === undefined) throw new Error('unreachable')
    return message
  }

  take(chat: number, count: number): Promise<Message[]> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        this.#listeners.delete(look)
      }
      const look = () => {
        const found = this.#unread.filter((message) => message.chat.id === chat).slice(0, count)
        if (found.length < count) return
        stop()
        for (const message of found) this.#unread.splice(this.#unread.indexOf(message), 1)
        resolve(found)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`The bot said nothing in chat ${chat} within ${patienceMs / 1000} s.`))
      }, patienceMs)
      this.#listeners.add(look)
      look()
    })
  }

  /** What nobody has looked at in the chat; it counts as looked at then. */
  rest(chat: number): Message[] {
    const found = this.#unread.filter((message) => message.chat.id === chat)
    for (const message of found) this.#unread.splice(this.#unread.indexOf(message), 1)
    return found
  }
}
