import { randomBytes } from 'node:crypto'
import { mayAct } from '../desk/review/member-book.ts'
import type { InboxEntry } from '../model/bot.ts'
import type { Member } from '../model/desk.ts'
import { type Action, actionSchema } from './action.ts'
import { createClock } from './clock.ts'
import type { Command } from './command.ts'
import { showSearch } from './commands/search.ts'
import type { Asking, BotDesk } from './context.ts'
import { handIn } from './hand-in.ts'
import { answerInline } from './inline.ts'
import { actOnStub, completeAct } from './review/act.ts'
import { languageOf } from './language-of.ts'
import { rich } from './rich.ts'
import { type Reply, say } from './screen.ts'
import type { Sender } from './sender.ts'
import type { SendQueue } from './send-queue.ts'
import { tellStanding } from './standing.ts'
import { Strangers } from './strangers.ts'
import { type BotMessage, type BotPress, readCommand, readUpdate } from './update.ts'

export interface BotParts {
  desk: BotDesk
  queue: SendQueue
  sender: Sender
  commands: readonly Command[]
  press: (asking: Asking, action: Action) => Promise<Reply>
}

interface Origin {
  member: Member
  chat: number
  thread: number | undefined
  isPrivate: boolean
}

const atOnce = 20

/**
 * Answers what members ask. Updates come from the inbox, where they stay until they are answered, so that a
 * kill loses none. To add a command, give it a file in `commands/`, a line in `create-bot.ts` and words in
 * the catalogue; to add a button, give it an action in `action.ts` and a handler in `press.ts`.
 */
export class Bot {
  private readonly parts: BotParts
  private readonly byName: ReadonlyMap<string, Command>
  private readonly strangers: Strangers
  /** Updates of one chat are answered one after the other. */
  private readonly chains = new Map<number, Promise<void>>()
  private readonly inHand = new Set<number>()
  private stopped = false
  private name = ''

  constructor(parts: BotParts) {
    this.parts = parts
    this.byName = new Map(parts.commands.map((command) => [command.name, command]))
    this.strangers = new Strangers(() => parts.desk.clock().getTime())
  }

  /** Takes up what waits in the inbox; resolves when that is answered. */
  async wake(): Promise<void> {
    if (this.stopped) return
    const { archive } = this.parts.desk
    const entries = (await archive.bot.inbox(atOnce + this.inHand.size)).filter(
      ({ journal }) => !this.inHand.has(journal),
    )
    await Promise.all(entries.map((entry) => this.inTurn(entry)))
    if (entries.length >= atOnce) await this.wake()
  }

  /** The bot's own, without @; asked for once it is needed. */
  private async username(): Promise<string> {
    if (this.name !== '') return this.name
    const answer = await this.parts.queue.send({ method: 'getMe', priority: 'reply', fields: {} })
    const me = answer.kind === 'ok' ? (Object(answer.result) as { username?: string }) : {}
    this.name = me.username ?? ''
    return this.name
  }

  /** Lets what is in hand end, and takes up nothing more. */
  async stop(): Promise<void> {
    this.stopped = true
    await Promise.allSettled(this.chains.values())
  }

  private inTurn(entry: InboxEntry): Promise<void> {
    this.inHand.add(entry.journal)
    const update = readUpdate(entry.body)
    const chat = update?.message?.chat.id ?? update?.callback_query?.message?.chat.id ?? 0
    const turn = (this.chains.get(chat) ?? Promise.resolve()).then(() => this.handle(entry))
    this.chains.set(chat, turn)
    return turn.finally(() => {
      this.inHand.delete(entry.journal)
      if (this.chains.get(chat) === turn) this.chains.delete(chat)
    })
  }

  private async handle({ journal, body }: InboxEntry): Promise<void> {
    if (this.stopped) return
    const { desk } = this.parts
    const update = readUpdate(body)
    try {
      if (update?.message !== undefined) await this.onMessage(update.message, journal)
      else if (update?.callback_query !== undefined)
        await this.onPress(update.callback_query, journal)
      else if (update?.inline_query !== undefined) {
        const asking = await this.ask(
          update.inline_query.from.id,
          update.inline_query.from.id,
          journal,
        )
        await answerInline(this.parts.queue, asking, update.inline_query)
      } else if (update?.my_chat_member !== undefined)
        await tellStanding(update.my_chat_member, desk, this.parts.sender)
    } catch (error) {
      await this.tellFault(error, update?.message, update?.callback_query)
    }
    // What the end of the bot kept from being sent is answered at the next start.
    if (this.parts.queue.isStopped) return
    // A fault of ours is told, and the update not tried again: it would fail for ever.
    await desk.archive.bot.settle(journal)
  }

  private async onMessage(message: BotMessage, journal: number): Promise<void> {
    const { chat, from } = message
    if (chat.type === 'channel' || from === undefined || from.is_bot === true) return
    const isPrivate = chat.type === 'private'
    const asking = await this.ask(from.id, chat.id, journal, message)
    if (asking === undefined) {
      if (isPrivate && this.strangers.mayTell(from.id)) await this.tellStranger(from.id)
      return
    }
    const reply = await this.replyTo(message, asking)
    if (reply !== undefined) await this.show(reply, asking)
  }

  private async replyTo(message: BotMessage, asking: Asking): Promise<Reply | undefined> {
    const { desk, words, isPrivate, chat } = asking
    const text = message.text ?? ''
    const answered = message.reply_to_message?.message_id
    const prompt =
      answered === undefined ? undefined : await desk.archive.bot.prompt(chat, answered)
    if (prompt !== undefined && !text.startsWith('/')) return this.onAnswer(prompt, text, asking)
    if (message.forward_origin !== undefined || message.forward_date !== undefined)
      return isPrivate ? handIn(asking, (reply) => this.show(reply, asking)) : undefined
    const command = readCommand(text, await this.username())
    if (command !== undefined) return this.onCommand(command, asking)
    if (!isPrivate || text.startsWith('/')) return undefined
    // Words meant for a stub are nothing to search for.
    if (message.reply_to_message?.from?.is_bot === true) return say(rich`${words.ask.nothing}`)
    return text.trim() === '' ? say(rich`${words.unsupported}`) : showSearch(asking, text, 0)
  }

  private onCommand(
    { name, args }: { name: string; args: string },
    asking: Asking,
  ): Promise<Reply> | undefined {
    const { words, member, isPrivate } = asking
    const command = this.byName.get(name === 'start' ? 'help' : name)
    if (command === undefined)
      // In a group it may be a command of another bot.
      return isPrivate ? Promise.resolve(say(rich`${words.unknownCommand(name)}`)) : undefined
    if (!mayAct(member.role, command.role))
      return Promise.resolve(say(rich`${words.needsRole(command.role)}`))
    return command.run(asking, args)
  }

  private onAnswer(
    { member, action }: { member: number; action: Record<string, unknown> },
    text: string,
    asking: Asking,
  ): Promise<Reply> | Reply {
    const { words } = asking
    if (member !== asking.member.id) return say(rich`${words.ask.notYours}`)
    const read = actionSchema.safeParse(action)
    if (!read.success || read.data.do !== 'ask') return say(rich`${words.staleButton}`)
    const { story, base } = read.data
    return actOnStub(asking, story, completeAct(read.data, text), base)
  }

  private async onPress({ id, from, message, data }: BotPress, journal: number): Promise<void> {
    const { desk, sender, press } = this.parts
    const asking = await this.ask(from.id, message?.chat.id ?? from.id, journal, message)
    if (asking === undefined) {
      await sender.toast(id, desk.wordsOf(desk.config.bot.language).stranger(from.id))
      return
    }
    const stored = data === undefined ? undefined : await desk.archive.bot.button(data)
    const action = actionSchema.safeParse(stored?.action)
    if (!action.success || (stored?.chat ?? asking.chat) !== asking.chat) {
      await sender.toast(id, asking.words.staleButton)
      return
    }
    if ((stored?.member ?? from.id) !== from.id) {
      await sender.toast(id, asking.words.notYourButton)
      return
    }
    const reply = await press(asking, action.data)
    await sender.toast(id, reply.toast, reply.stays)
    const [screen, ...more] = reply.screens
    if (screen === undefined || reply.stays) return
    const isText = message?.photo === undefined && message?.document === undefined
    const edited =
      message !== undefined &&
      isText &&
      (await sender.edit(placeOf(asking), message.message_id, screen, { member: from.id })).kind ===
        'ok'
    await this.show({ screens: edited ? more : reply.screens }, asking)
  }

  /** Who asks, with everything the answer needs; undefined for those who are no members now. */
  private async ask(
    from: number,
    chat: number,
    journal: number,
    message?: Pick<BotMessage, 'chat' | 'message_thread_id' | 'is_topic_message'>,
  ): Promise<Asking | undefined> {
    const { desk } = this.parts
    const member = desk.members.get(from)
    if (member === undefined) return undefined
    const language = await languageOf(desk, from)
    const origin: Origin = {
      member,
      chat,
      thread: message?.is_topic_message === true ? message.message_thread_id : undefined,
      isPrivate: (message?.chat.type ?? 'private') === 'private',
    }
    const { thread, ...rest } = origin
    return {
      desk,
      ...rest,
      ...(thread === undefined ? {} : { thread }),
      journal,
      language,
      words: desk.wordsOf(language),
      time: createClock(desk.clock(), desk.config.desk.timezone, language),
    }
  }

  private async show(reply: Reply, asking: Asking): Promise<void> {
    for (const screen of reply.screens) {
      await this.parts.sender.send(placeOf(asking), screen, { member: asking.member.id })
    }
  }

  private async tellStranger(id: number): Promise<void> {
    const { desk, sender } = this.parts
    await sender.send(
      { chat: id },
      { text: rich`${desk.wordsOf(desk.config.bot.language).stranger(id)}` },
    )
  }

  private async tellFault(error: unknown, message?: BotMessage, press?: BotPress): Promise<void> {
    const { desk, sender } = this.parts
    const id = randomBytes(4).toString('hex')
    desk.logger.error({ err: error, fault: id }, `An answer of the bot failed (${id})`)
    const person = message?.from?.id ?? press?.from.id
    if (person === undefined || desk.members.get(person) === undefined) return
    const language = await languageOf(desk, person).catch(() => desk.config.bot.language)
    const text = desk.wordsOf(language).fault(id)
    if (press !== undefined) await sender.toast(press.id, text)
    else await sender.send({ chat: message?.chat.id ?? person }, { text: rich`${text}` })
  }
}

const placeOf = ({ chat, thread }: Asking) => ({
  chat,
  ...(thread === undefined ? {} : { thread }),
})
