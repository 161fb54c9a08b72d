import { badRequest } from './refusal.ts'
import type { Button, Markup } from './types.ts'

const mostButtons = 100
const mostDataBytes = 64

/** Refuses a keyboard that Telegram would refuse; undefined where none was sent. */
export function checkMarkup(sent: unknown): Markup | undefined {
  if (sent === undefined) return undefined
  const markup = (typeof sent === 'string' ? JSON.parse(sent) : sent) as Markup
  const buttons = (markup.inline_keyboard ?? []).flat()
  if (buttons.length > mostButtons) throw badRequest('reply markup is too long')
  for (const button of buttons) checkButton(button)
  return markup
}

function checkButton({ text, url, callback_data: data }: Button): void {
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed")
  if (url === undefined && data === undefined)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed")
  if (url !== undefined && !URL.canParse(url)) throw badRequest('BUTTON_URL_INVALID')
  if (data === undefined) return
  const size = Buffer.byteLength(data)
  if (size === 0 || size > mostDataBytes) throw badRequest('BUTTON_DATA_INVALID')
}
