import { isDeepStrictEqual } from 'node:util'
import type { BotApiServer, MethodHandler } from '../bot-api-server.ts'
import { checkMarkup } from './check-markup.ts'
import type { Chats } from './chats.ts'
import { parseHtml } from './parse-html.ts'
import type { Uploaded } from './read-fields.ts'
import { badRequest } from './refusal.ts'
import type { Fields, FileInfo, Markup, Message, User } from './types.ts'

const mostOfMessage = 4096
const mostOfCaption = 1024

export interface BotWorld {
  chats: Chats
  me: User
  now: () => Date
  files: Map<string, Uploaded>
  /** Called with each message that the bot sent or changed. */
  onMessage: (message: Message) => void
}

/** The methods by which a bot writes into chats, with the limits and refusals of the original. */
export function addBotMethods(api: BotApiServer, world: BotWorld): void {
  const { chats, me, now, files, onMessage } = world
  const seconds = () => Math.floor(now().getTime() / 1000)

  const send = (content: (fields: Fields) => Partial<Message>): MethodHandler => {
    return (fields) => {
      const { chat, thread } = chats.forBot(fields['chat_id'], fields['message_thread_id'])
      const markup = checkMarkup(fields['reply_markup'])
      const message = chats.add({
        from: me,
        chat,
        date: seconds(),
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
        ...repliedTo(fields, chats, chat.id),
        ...content(fields),
        ...(markup === undefined ? {} : { reply_markup: markup }),
      })
      onMessage(message)
      return message
    }
  }

  const upload = (sent: unknown, extra: Partial<FileInfo>): FileInfo => {
    const file = sent as Uploaded | undefined
    if (file?.bytes === undefined) throw badRequest('wrong remote file identifier specified')
    if (file.bytes.length === 0) throw badRequest('file must be non-empty')
    const id = `file-${files.size + 1}`
    files.set(id, file)
    return { file_id: id, file_unique_id: id, file_size: file.bytes.length, ...extra }
  }

  api.handle('sendMessage', send(textOf))
  api.handle(
    'sendPhoto',
    send((fields) => {
      const { width, height } = sizeOfPicture((fields['photo'] as Uploaded | undefined)?.bytes)
      return { photo: [upload(fields['photo'], { width, height })], ...captionOf(fields) }
    }),
  )
  api.handle(
    'sendDocument',
    send((fields) => {
      const name = (fields['document'] as Uploaded | undefined)?.name ?? ''
      return { document: upload(fields['document'], { file_name: name }), ...captionOf(fields) }
    }),
  )

  const change = (fields: Fields, content: (message: Message) => Partial<Message>): Message => {
    chats.forBot(fields['chat_id'], undefined)
    const message = chats.find(fields['chat_id'], fields['message_id'])
    if (message === undefined) throw badRequest('message to edit not found')
    if (message.from?.id !== me.id) throw badRequest("message can't be edited")
    const { reply_markup: before, ...rest } = message
    const markup = checkMarkup(fields['reply_markup'])
    const changed = { ...rest, ...content(message), ...withMarkup(markup) }
    const same = { ...rest, ...withMarkup(before) }
    delete same.edit_date
    if (isDeepStrictEqual({ ...changed, edit_date: undefined }, { ...same, edit_date: undefined }))
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    const edited = { ...changed, edit_date: seconds() }
    chats.replace(edited)
    onMessage(edited)
    return edited
  }
  api.handle('editMessageText', (fields) =>
    change(fields, (message) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit')
      return textOf(fields)
    }),
  )
  api.handle('editMessageReplyMarkup', (fields) => change(fields, () => ({})))

  api.handle('getFile', ({ file_id: id }) => {
    const file = files.get(String(id))
    if (file === undefined) throw badRequest('invalid file_id')
    api.files.set(`files/${String(id)}`, file.bytes)
    return {
      file_id: id,
      file_unique_id: id,
      file_size: file.bytes.length,
      file_path: `files/${String(id)}`,
    }
  })
}

const withMarkup = (markup: Markup | undefined) =>
  markup?.inline_keyboard === undefined ? {} : { reply_markup: markup }

/** The words of a message as they are after its markup was read. */
export function textOf(fields: Fields): { text: string; entities: Message['entities'] & {} } {
  const { text, entities } = formatted(fields, fields['text'])
  if (text === '') throw badRequest('message text is empty')
  if (text.length > mostOfMessage) throw badRequest('message is too long')
  return { text, entities }
}

function captionOf(fields: Fields): Partial<Message> {
  if (fields['caption'] === undefined) return {}
  const { text, entities } = formatted(fields, fields['caption'])
  if (text.length > mostOfCaption) throw badRequest('message caption is too long')
  return { caption: text, caption_entities: entities }
}

function formatted(fields: Fields, sent: unknown) {
  const text = typeof sent === 'string' ? sent : ''
  const mode = fields['parse_mode']
  if (mode === undefined) return { text: text.trim(), entities: [] }
  if (mode !== 'HTML') throw badRequest('unsupported parse_mode')
  return parseHtml(text)
}

function repliedTo(fields: Fields, chats: Chats, chat: number): Partial<Message> {
  const sent = fields['reply_parameters']
  if (sent === undefined) return {}
  const asked = (typeof sent === 'string' ? JSON.parse(sent) : sent) as Fields
  const message = chats.find(chat, asked['message_id'])
  if (message !== undefined) return { reply_to_message: message }
  if (asked['allow_sending_without_reply'] === true) return {}
  throw badRequest('message to be replied not found')
}

/** Telegram refuses what is no picture, and one whose sides are too long or too unlike. */
function sizeOfPicture(bytes: Uint8Array | undefined): { width: number; height: number } {
  const file = Buffer.from(bytes ?? new Uint8Array())
  const isPng = file.subarray(0, 8).toString('latin1') === '\u0089PNG\r\n\u001a\n'
  if (!isPng) throw badRequest('IMAGE_PROCESS_FAILED')
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const isTooLong = width + height > 10_000 || Math.max(width / height, height / width) > 20
  if (isTooLong) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  if (file.length > 10 * 1024 * 1024) throw badRequest('file is too big')
  return { width, height }
}
