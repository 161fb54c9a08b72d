import type { CheerioAPI } from 'cheerio/slim'
import { bareTelegramId } from './telegram-origin.ts'
import { parseHtml, readText, type Selection } from '../html-text.ts'

/** What a page says it is: `landing` is the page that groups, private and unknown names answer. */
export type PageState = 'posts' | 'empty' | 'landing' | 'challenged' | 'broken-markup'

export interface PreviewPage {
  $: CheerioAPI
  state: PageState
  title?: string
  /** The public name in its address. */
  name?: string
  /** Of a landing page: a channel or group is there, and shows no posts. */
  stands: boolean
  /** Numeric id of the channel, without the `-100`. */
  telegramId?: number
  /** One element for each post or service row, oldest first. */
  blocks: readonly Selection[]
  /** Ids shown on the page, those of album parts too; ascending. */
  ids: readonly number[]
  /** The page came to its end: nothing of it was cut off on the way. */
  ended: boolean
  /** The page came whole, and the id of every block on it can be read. */
  whole: boolean
}

const challengeSigns =
  /captcha|challenge-platform|cf-chl|cf-browser-verification|ddos-guard|just a moment|checking your browser|unusual traffic|verify (that )?you are (a )?human/i

/** Takes a preview page apart without reading its posts. */
export function parsePreviewPage(html: string): PreviewPage {
  const $ = parseHtml(html)
  const blocks = $('.tgme_widget_message[data-post], .js-widget_message')
    .get()
    .map((element) => $(element))
  const blockIds = blocks.map(readBlockId)
  const partIds = blocks.flatMap((block) =>
    block
      .find('a[href*="?single"]')
      .get()
      .map((link) => Number(/\/(\d+)\?single/.exec($(link).attr('href') ?? '')?.[1] ?? 0)),
  )
  const ids = [...new Set([...blockIds, ...partIds].filter((id) => id > 0))].sort((a, b) => a - b)
  const title = readTitle($)
  const ended = /<\/html\s*>/i.test(html.slice(-1_000))
  const telegramId = readTelegramId(blocks)
  const name = /^\w+/.exec(blocks[0]?.attr('data-post') ?? '')?.[0]
  return {
    $,
    state: readState($, blocks, ids),
    ...(title !== '' && { title }),
    ...(name !== undefined && { name }),
    stands: readStands($),
    ...(telegramId !== undefined && { telegramId }),
    blocks,
    ids,
    ended,
    whole: ended && blockIds.every((id) => id > 0),
  }
}

/** The id of a post's block; 0 where it has none. */
export function readBlockId(block: Selection): number {
  const id = Number(/\/(\d{1,15})$/.exec(block.attr('data-post') ?? '')?.[1] ?? 0)
  return Number.isSafeInteger(id) ? id : 0
}

/** A person's or bot's landing page has the name below the title, where a channel's counts its subscribers. */
function readStands($: CheerioAPI): boolean {
  const extra = $('.tgme_page_extra').first().text().trim()
  return $('.tgme_page_title').text().trim() !== '' && extra !== '' && !extra.startsWith('@')
}

/** The channel's id stands in `data-view`, base64url JSON, of each block. */
function readTelegramId(blocks: readonly Selection[]): number | undefined {
  const view = blocks
    .map((block) => block.attr('data-view') ?? block.find('[data-view]').attr('data-view'))
    .find((value) => value !== undefined)
  try {
    const told: unknown = JSON.parse(Buffer.from(view ?? '', 'base64url').toString())
    const id = typeof told === 'object' && told !== null && 'c' in told ? Number(told.c) : 0
    return Number.isSafeInteger(id) && id < 0 ? bareTelegramId(id) : undefined
  } catch {
    return undefined
  }
}

function readState($: CheerioAPI, blocks: readonly Selection[], ids: readonly number[]): PageState {
  // A page of blocks without a single id or time is not a page we can read: its markup has changed.
  if (blocks.length > 0 && ids.length > 0 && $('time[datetime]').length > 0) return 'posts'
  if (blocks.length > 0) return 'broken-markup'
  if ($('.tme_no_messages_found').length > 0) return 'empty'
  if ($('.tgme_page, .tgme_page_wrap, .tgme_page_widget_wrap').length > 0) return 'landing'
  return challengeSigns.test($.html()) ? 'challenged' : 'broken-markup'
}

function readTitle($: CheerioAPI): string {
  const header = $('.tgme_channel_info_header_title').first()
  if (header.length > 0) return readText(header.contents().get())
  const named = $('meta[property="og:title"]').attr('content')?.trim()
  return named ?? readText($('.tgme_widget_message_owner_name').first().contents().get())
}
