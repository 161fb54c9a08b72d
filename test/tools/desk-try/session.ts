import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Group, LocalTelegram } from '../../helpers/telegram/local-telegram.ts'
import type { Person, Where } from '../../helpers/telegram/person.ts'
import type { Message } from '../../helpers/telegram/types.ts'
import { showMessage } from './show-message.ts'

export interface SessionOptions {
  telegram: LocalTelegram
  people: ReadonlyMap<string, Person>
  group: Group
  /** The folder with the sample and the pictures. */
  root: string
  isTerminal: boolean
  print: (text: string) => void
}

const quietMs = 700
const patienceMs = 15_000
/** In a group the bot may have nothing to say. */
const groupPatienceMs = 3000

export const help = `Type what you would type to the bot. A number presses that button of the last screen.
  > text           reply to the last screen            :as NAME     be somebody else
  :group, :topic   go into the desk's group            :private     come back from it
  :inline words    type @desk_bot words in a chat      :people      who there is
  :forward KEY     forward a post, such as             :wait [s]    let time pass
                   sample_eastern_lens/4727            :quit        end
  :post CHANNEL text                                   a channel posts something new
`

/** One person at a time with a phone, typing lines; what the bot says is printed as it comes. */
export class Session {
  readonly #options: SessionOptions
  #name: string
  #where: Where = {}
  readonly #screens = new Map<number, Message>()
  #heard = 0
  #heardAtMs = 0

  constructor(options: SessionOptions, name: string) {
    this.#options = options
    this.#name = name
    options.telegram.onMessage((message) => {
      this.#show(message)
    })
  }

  get prompt(): string {
    const { chat, thread } = this.#where
    const place = chat === undefined ? '' : thread === undefined ? ' in the group' : ' in the topic'
    return `${this.#name}${place} › `
  }

  /** Does what a line says; answers false when the session is over. */
  async type(line: string): Promise<boolean> {
    const typed = line.trim()
    if (typed === '') return true
    if (typed === ':quit') return false
    try {
      await this.#do(typed)
    } catch (error) {
      this.#options.print(`(${error instanceof Error ? error.message : String(error)})\n`)
    }
    return true
  }

  async #do(typed: string): Promise<void> {
    const [, verb, rest = ''] = /^:(\w+)\s*([^]*)$/.exec(typed) ?? []
    if (verb !== undefined) {
      await this.#order(verb, rest)
      return
    }
    const [, reply] = /^>\s*([^]*)$/.exec(typed) ?? []
    const replyTo = this.#screens.get(this.#chat)
    await this.#answered(() => {
      if (/^\d{1,3}$/.test(typed)) return this.#press(Number(typed))
      const to = reply === undefined || replyTo === undefined ? {} : { replyTo }
      this.#me.write(reply ?? typed, { ...this.#where, ...to })
      return Promise.resolve()
    })
  }

  async #order(verb: string, rest: string): Promise<void> {
    const { print, people, group } = this.#options
    switch (verb) {
      case 'as':
        if (!people.has(rest)) throw new Error(`There is ${[...people.keys()].join(', ')}.`)
        this.#name = rest
        return
      case 'people':
        print(
          `${[...people].map(([name, { user }]) => `${name}: ${user.first_name}, ${user.id}`).join('\n')}\n`,
        )
        return
      case 'private':
        this.#where = {}
        return
      case 'group':
        this.#where = { chat: group.chat }
        return
      case 'topic':
        this.#where = { chat: group.chat, thread: group.addTopic('Night shift') }
        return
      case 'inline':
        this.#showInline(await this.#me.inline(rest))
        return
      case 'forward':
        await this.#answered(() => {
          this.#forward(rest)
          return Promise.resolve()
        })
        return
      case 'post':
        this.#post(rest)
        return
      case 'wait':
        await wait(Number(rest === '' ? 5 : rest) * 1000)
        return
      default:
        print(help)
    }
  }

  get #me(): Person {
    const person = this.#options.people.get(this.#name)
    if (person === undefined) throw new Error(`Nobody is called ${this.#name}.`)
    return person
  }

  get #chat(): number {
    return (this.#where.chat ?? this.#me.chat).id
  }

  async #press(number: number): Promise<void> {
    const screen = this.#screens.get(this.#chat)
    const current = screen && this.#options.telegram.current(screen)
    const button = current?.reply_markup?.inline_keyboard?.flat()[number - 1]
    if (current === undefined || button === undefined)
      throw new Error(`There is no button ${number}.`)
    const { callback_data: data, url } = button
    if (data === undefined) throw new Error(`It opens ${url ?? 'nothing'}.`)
    const toast = await this.#me.pressData(current, data)
    if (toast !== '') this.#options.print(`(for a moment) ${toast}\n`)
  }

  /** Waits until the bot has said what it has to say. */
  async #answered(act: () => Promise<void>): Promise<void> {
    const before = this.#heard
    const startedMs = performance.now()
    const mostMs = this.#where.chat === undefined ? patienceMs : groupPatienceMs
    await act()
    const isDone = () =>
      this.#heard > before
        ? performance.now() - this.#heardAtMs > quietMs
        : performance.now() - startedMs > mostMs
    while (!isDone()) await wait(50)
    if (this.#heard === before) this.#options.print('(silence)\n')
  }

  #forward(key: string): void {
    const [channel = '', id = ''] = key.split('/')
    const post = this.#postsOf(channel).find((one) => String(one.id) === id)
    if (post === undefined) throw new Error(`There is no post ${key} in the sample.`)
    const chat = {
      id: -1_000_000_000_001,
      type: 'channel' as const,
      title: channel,
      username: channel,
    }
    this.#me.forward({ chat, message_id: post.id, at: post.at, text: post.text }, this.#where)
  }

  #post(rest: string): void {
    const [, channel = '', text = ''] = /^(\S+)\s+([^]+)$/.exec(rest) ?? []
    const id = Math.max(0, ...this.#postsOf(channel).map((post) => post.id)) + 1
    const at = new Date().toISOString()
    appendFileSync(this.#fileOf(channel), `${JSON.stringify({ channel, id, at, text })}\n`)
    this.#options.print(`(${channel}/${id} was posted)\n`)
  }

  #postsOf(channel: string): { id: number; at: string; text: string }[] {
    const lines = readFileSync(this.#fileOf(channel), 'utf8').split('\n')
    return lines
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: number; at: string; text: string })
  }

  #fileOf(channel: string): string {
    if (!/^sample_\w+$/.test(channel)) throw new Error('The channels are those of the sample.')
    return path.join(this.#options.root, 'data/sample', `${channel}.jsonl`)
  }

  #show(message: Message): void {
    const { print, isTerminal } = this.#options
    this.#heard += 1
    this.#heardAtMs = performance.now()
    this.#screens.set(message.chat.id, message)
    print(showMessage(message, isTerminal, this.#save(message)))
  }

  #save({ photo, document, chat, message_id: id }: Message): string | undefined {
    const file = photo?.[0] ?? document
    if (file === undefined) return undefined
    const name = `${Math.abs(chat.id)}-${id}-${document?.file_name ?? 'picture.png'}`
    const saved = path.join(this.#options.root, 'pictures', name)
    writeFileSync(saved, this.#options.telegram.files.get(file.file_id)?.bytes ?? '')
    return saved
  }

  #showInline({ results }: Record<string, unknown>): void {
    const offered = results as { title: string; description: string }[]
    const lines = offered.map(({ title, description }) => `• ${title}\n  ${description}`)
    this.#options.print(`${lines.length === 0 ? '(nothing is offered)' : lines.join('\n')}\n\n`)
  }
}
