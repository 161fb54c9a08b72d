import type { BotStore, ButtonOwner } from '../model/bot.ts'
import type { Action } from './action.ts'
import type { ApiAnswer, Upload } from './bot-api.ts'
import { rich, type Rich } from './rich.ts'
import type { Button, Screen } from './screen.ts'
import type { Priority, Sending, SendQueue } from './send-queue.ts'
import { mostOfCaption, mostOfMessage, shorten, split } from './split.ts'
import { toHtml } from './to-html.ts'

export interface Place {
  chat: number
  thread?: number
}

export interface SendOptions {
  priority?: Priority
  /** Whose screen it is: nobody else may press its buttons, or answer what it asks. */
  member?: number
  /** The message that this one answers. */
  replyTo?: number
  /** Without a sound. */
  silent?: boolean
  /** Called before Telegram may know of it. */
  onStart?: () => Promise<void>
}

const mostLabel = 60
const mostOfToast = 200

/** Puts screens into chats: whole, within limits, and as plain words where Telegram will not have the markup. */
export class Sender {
  private readonly queue: SendQueue
  private readonly memory: BotStore
  private readonly clock: () => Date

  constructor(queue: SendQueue, memory: BotStore, clock: () => Date) {
    this.queue = queue
    this.memory = memory
    this.clock = clock
  }

  /** Sends a screen as new messages; answers the number of the last, or why there is none. */
  async send(
    place: Place,
    screen: Screen,
    { priority = 'reply', member, replyTo = 0, silent = false, onStart }: SendOptions = {},
  ): Promise<{ message: number } | { fault: ApiAnswer }> {
    const attached = attachment(screen)
    const parts =
      attached === undefined ? split(screen.text) : [shorten(screen.text, mostOfCaption)]
    const owner = ownerOf(place, member)
    let last: { message: number } | { fault: ApiAnswer } = {
      fault: { kind: 'lost', description: 'no words' },
    }
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1
      const markup = isLast ? await this.markup(screen, owner) : {}
      last = await this.sendPart(place, part, {
        method: attached?.method ?? 'sendMessage',
        priority,
        ...(index === 0 && onStart !== undefined ? { onStart } : {}),
        extra: {
          ...attached?.fields,
          ...markup,
          ...(silent ? { disable_notification: true } : {}),
          ...(replyTo > 0 && index === 0
            ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
            : {}),
        },
      })
      if ('fault' in last) return last
    }
    if (screen.ask !== undefined && member !== undefined && 'message' in last) {
      const prompt = { chat: place.chat, message: last.message, member, action: screen.ask }
      await this.memory.putPrompt(prompt, this.clock().toISOString())
    }
    return last
  }

  /** Makes a message show another screen; refused where it can't and a new message is needed. */
  async edit(
    place: Place,
    message: number,
    screen: Screen,
    { priority = 'reply', member }: Pick<SendOptions, 'priority' | 'member'> = {},
  ): Promise<ApiAnswer> {
    if (screen.picture !== undefined || screen.file !== undefined || screen.ask !== undefined)
      return noEdit
    if (screen.text.text.length > mostOfMessage) return noEdit
    const { chat } = place
    const markup = await this.markup(screen, ownerOf(place, member))
    const fields = { chat_id: chat, message_id: message, ...markup }
    const sending = { method: 'editMessageText', chat, priority, fields }
    const answer = await this.withFallback(sending, screen.text)
    return isUnmodified(answer) ? { kind: 'ok', result: true } : answer
  }

  /** A few words over the screen; as an alert they stay until they are put away. */
  async toast(press: string, text: string | undefined, isAlert = false): Promise<void> {
    await this.queue.send({
      method: 'answerCallbackQuery',
      priority: 'reply',
      fields: {
        callback_query_id: press,
        ...(text === undefined ? {} : { text: shorten(rich`${text}`, mostOfToast).text }),
        ...(isAlert ? { show_alert: true } : {}),
      },
    })
  }

  private async sendPart(
    { chat, thread }: Place,
    text: Rich,
    {
      method,
      priority,
      extra,
      onStart,
    }: Pick<Sending, 'method' | 'priority' | 'onStart'> & { extra: Record<string, unknown> },
  ): Promise<{ message: number } | { fault: ApiAnswer }> {
    const fields = {
      chat_id: chat,
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      ...extra,
    }
    const answer = await this.withFallback(
      { method, chat, priority, fields, ...(onStart === undefined ? {} : { onStart }) },
      text,
    )
    if (answer.kind !== 'ok') return { fault: answer }
    const { message_id: message } = Object(answer.result) as { message_id?: number }
    return { message: message ?? 0 }
  }

  /** Markup that Telegram refuses must not cost the words. */
  private async withFallback({ fields, ...sending }: Sending, text: Rich): Promise<ApiAnswer> {
    const { method } = sending
    const key = method === 'sendPhoto' || method === 'sendDocument' ? 'caption' : 'text'
    const quiet = key === 'text' ? { link_preview_options: { is_disabled: true } } : {}
    const send = (words: Record<string, unknown>) =>
      this.queue.send({ ...sending, fields: { ...fields, ...quiet, ...words } })
    const answer = await send({ [key]: toHtml(text), parse_mode: 'HTML' })
    const isMarkup =
      answer.kind === 'refused' &&
      answer.status === 400 &&
      /parse|entit|tag/i.test(answer.description)
    return isMarkup ? send({ [key]: text.text }) : answer
  }

  private async markup(
    { buttons, ask }: Screen,
    owner: ButtonOwner,
  ): Promise<Record<string, unknown>> {
    if (buttons !== undefined && buttons.length > 0) {
      const actions = buttons.flat().flatMap((button) => ('action' in button ? button.action : []))
      const tokens = await this.memory.putButtons(actions, owner, this.clock().toISOString())
      const tokenOf = new Map<Action, string>(
        actions.map((action, index) => [action, tokens[index] ?? '']),
      )
      const keyboard = buttons.map((row) => row.map((button) => toButton(button, tokenOf)))
      return { reply_markup: { inline_keyboard: keyboard } }
    }
    return ask === undefined ? {} : { reply_markup: { force_reply: true, selective: true } }
  }
}

const noEdit: ApiAnswer = { kind: 'refused', status: 400, description: 'a message of its own' }

const ownerOf = ({ chat }: Place, member: number | undefined): ButtonOwner => ({
  chat,
  ...(member === undefined ? {} : { member }),
})

function toButton(button: Button, tokenOf: ReadonlyMap<Action, string>): Record<string, string> {
  const text = button.label.slice(0, mostLabel)
  return 'url' in button
    ? { text, url: button.url }
    : { text, callback_data: tokenOf.get(button.action) ?? '' }
}

function attachment({
  picture,
  file,
}: Screen): { method: string; fields: Record<string, Upload> } | undefined {
  if (picture !== undefined)
    return {
      method: 'sendPhoto',
      fields: { photo: { source: Buffer.from(picture), filename: 'tree.png' } },
    }
  if (file !== undefined)
    return {
      method: 'sendDocument',
      fields: { document: { source: Buffer.from(file.bytes), filename: file.name } },
    }
  return undefined
}

const isUnmodified = (answer: ApiAnswer) =>
  answer.kind === 'refused' && answer.description.includes('message is not modified')
