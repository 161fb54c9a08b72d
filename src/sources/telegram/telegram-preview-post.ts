import type { CheerioAPI } from 'cheerio/slim'
import type { Rejection } from '../../model/delivery.ts'
import type { ForwardedFrom, RawPost } from '../../model/signal.ts'
import { readTelegramAddress } from '../../lib/url.ts'
import { readText, type Selection } from '../html-text.ts'
import { readIsoInstant } from '../instant.ts'
import { reject } from '../rejection.ts'
import { readPreviewMedia } from './telegram-preview-media.ts'
import { readBlockId } from './telegram-preview-page.ts'

/** Reads one block of a page; `name` is the public name, under which all its blocks must stand. */
export function readPreviewPost(
  $: CheerioAPI,
  block: Selection,
  { channel, name, title }: { channel: string; name: string; title: string | undefined },
): RawPost | Rejection {
  const [shownName = ''] = (block.attr('data-post') ?? '').split('/')
  const id = readBlockId(block)
  const refuse = (reason: string, detail: string): Rejection =>
    reject(reason, id > 0 ? `message ${id}` : 'a message without id', detail, $.html(block))
  if (id === 0) return refuse('unknown-shape', 'the block has no data-post with a post id')
  if (shownName.toLowerCase() !== name.toLowerCase()) {
    return refuse('other-channel', `the block belongs to "${shownName}", the page to "${name}"`)
  }
  const stamp = block.find('.tgme_widget_message_date time[datetime]').attr('datetime')
  const at = readIsoInstant(stamp ?? '')
  if (at === undefined) return refuse('missing-date', 'the block shows no time of posting')

  const bubble = block.find('.tgme_widget_message_bubble').first()
  const poll = bubble.find('.tgme_widget_message_poll').first()
  const text = readBody(bubble, name) || readPoll($, poll)
  const media = readPreviewMedia($, bubble)
  if (
    text === '' &&
    media.length === 0 &&
    bubble.find('.message_media_not_supported').length === 0
  ) {
    return refuse('unknown-shape', 'neither text nor media was found in the block')
  }
  const shownTitle =
    title ?? readText(bubble.find('.tgme_widget_message_owner_name').first().contents().get())
  const forwardedFrom = readForward(bubble)
  const replyTo = readReply(bubble, name)
  const views = readViews(bubble.find('.tgme_widget_message_views').first().text())
  return {
    channel,
    id,
    at,
    text,
    ...(shownTitle !== '' && { title: shownTitle }),
    ...(forwardedFrom && { forwardedFrom }),
    ...(replyTo !== undefined && { replyTo }),
    ...(views !== undefined && { views }),
    ...(media.length > 0 && { media }),
    url: `https://t.me/${shownName}/${id}`,
  }
}

/** The post's own words: a looser search would find the quoted text of a reply first. */
function readBody(bubble: Selection, own: string): string {
  const supported = bubble.children('.media_supported_cont')
  return bubble
    .children('.js-message_text')
    .add(supported.children('.js-message_text'))
    .get()
    .map((element) => readText([element], own))
    .filter((text) => text !== '')
    .join('\n')
}

/** Question and options: a poll has no other words, and its percentages change with every vote. */
function readPoll($: CheerioAPI, poll: Selection): string {
  const lines = poll
    .find('.tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text')
    .get()
  return lines.map((line) => readText($(line).get())).join('\n')
}

function readForward(bubble: Selection): ForwardedFrom | undefined {
  const from = bubble.find('.tgme_widget_message_forwarded_from_name').first()
  if (from.length === 0) return undefined
  const title = readText(from.contents().get())
  const target = readTelegramAddress(from.attr('href') ?? '')
  const titled = title === '' ? {} : { title }
  return target ? { ...target, ...titled } : { channel: `name:${title}`, ...titled }
}

function readReply(bubble: Selection, name: string): number | undefined {
  const href = bubble.find('.tgme_widget_message_reply').first().attr('href')
  const target = href === undefined ? undefined : readTelegramAddress(href)
  return target?.channel.toLowerCase() === name.toLowerCase() ? target.id : undefined
}

/** Reads `436.6K` as 436600; undefined where it is no count. */
export function readViews(shown: string): number | undefined {
  const [, digits, unit = ''] = /^([\d.,]+)\s*([KMB]?)$/i.exec(shown.trim()) ?? []
  if (digits === undefined) return undefined
  const factor = { K: 1e3, M: 1e6, B: 1e9 }[unit.toUpperCase()] ?? 1
  const count = Math.round(Number(digits.replaceAll(',', '')) * factor)
  return Number.isSafeInteger(count) ? count : undefined
}
