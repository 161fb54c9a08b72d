import type { Message } from '../../helpers/telegram/types.ts'
import { type Manner, toText } from '../../helpers/telegram/to-text.ts'

const escapes: Readonly<Record<string, string>> = {
  bold: '\u001b[1m',
  italic: '\u001b[3m',
  strikethrough: '\u001b[9m',
  code: '\u001b[36m',
}

/** As a terminal shows it: bold is bold, and a link stands behind its words. */
const styled: Manner = ({ type, url = '' }) => {
  if (type === 'text_link') return ['\u001b[4m', `\u001b[24m\u001b[2m ${url}\u001b[22m`]
  if (type.includes('blockquote')) return ['\u001b[2m│\u001b[22m ', '']
  const escape = escapes[type]
  return escape === undefined ? ['', ''] : [escape, '\u001b[0m']
}

/** A message with its buttons numbered, as one would press them. */
export function showMessage(message: Message, isTerminal: boolean, saved?: string): string {
  const { chat, message_id, edit_date, message_thread_id: thread, reply_markup: markup } = message
  const where = chat.title ?? chat.first_name ?? String(chat.id)
  const topic = thread === undefined ? '' : `, topic ${thread}`
  const head = `── to ${where}${topic} · message ${message_id}${edit_date === undefined ? '' : ', changed'} ──`
  let number = 0
  const rows = (markup?.inline_keyboard ?? []).map((row) =>
    row
      .map(({ text, url }) => `[${++number} ${text}${url === undefined ? '' : ` ${url}`}]`)
      .join(' '),
  )
  return [
    isTerminal ? `\u001b[2m${head}\u001b[0m` : head,
    ...(saved === undefined ? [] : [`(file) ${saved}`]),
    toText(message, isTerminal ? styled : undefined),
    ...rows,
    ...(markup?.force_reply === true ? ['(asks for a reply: > your text)'] : []),
    '',
  ].join('\n')
}
