import { readTelegramAddress } from '../../lib/url.ts'

/**
 * Words of a link, followed by ` (https://t.me/NAME/ID)` where the link leads to a Telegram channel or
 * post that the words do not show: who is cited must be readable from the text. Links to the channel
 * itself (`own`), as in footers, add nothing.
 */
export function revealLink(words: string, href: string, own: string | undefined): string {
  const target = readTelegramAddress(href)
  if (!target || words.trim() === '') return words
  if (target.channel.toLowerCase() === own?.toLowerCase()) return words
  const shown = words.toLowerCase()
  const path = target.channel.startsWith('tg')
    ? target.channel.replace(/^tg(?=\d+$)/, 'c/')
    : target.channel
  const address = target.id === undefined ? path : `${path}/${target.id}`
  const mentioned = target.id === undefined && shown.includes(`@${path.toLowerCase()}`)
  if (mentioned || shown.includes(`/${address.toLowerCase()}`)) return words
  const body = words.trimEnd()
  const space = words.slice(body.length)
  return `${body} (https://t.me/${address})${space}`
}
