import type { PublicDispatch } from '../public.ts'
import { renderDispatchJson } from './render-dispatch-json.ts'
import { renderDispatchMarkdown } from './render-dispatch-markdown.ts'
import { renderJsonFeed, renderRss } from './render-feed.ts'
import { renderDispatchHtml } from './render-html.ts'
import { renderNinjs } from './render-ninjs.ts'
import { renderSuperdeskNinjs } from './render-superdesk.ts'

export const dispatchFormats = ['ninjs', 'superdesk-ninjs', 'markdown', 'json', 'html'] as const
export const feedFormats = ['jsonfeed', 'rss'] as const
export const formats = [...dispatchFormats, ...feedFormats] as const

export type FeedFormat = (typeof feedFormats)[number]
export type Format = (typeof formats)[number]

/** What beat, topic and form are called at a target; by their own names where left out. */
export interface Terms {
  beat?: string
  topic?: string
  form?: string
}

export interface RenderOptions {
  /** When the first edition was approved. */
  firstAt?: string
  terms?: Terms
}

export interface FeedOptions {
  title: string
  /** Where the dispatches stand. */
  site?: string
  /** When the first edition of each dispatch was approved. */
  firstAt?: ReadonlyMap<string, string>
}

/** Exactly what leaves. */
export interface Rendered {
  contentType: string
  fileName: string
  bytes: Uint8Array
}

interface Renderer {
  contentType: string
  /** Of the file's name, with its dot. */
  ending: string
  render: (dispatch: PublicDispatch, options: RenderOptions) => string
}

const asFeedOfOne = (
  { section, dispatch }: PublicDispatch,
  { firstAt }: RenderOptions,
): FeedOptions => ({
  title: section,
  ...(firstAt === undefined ? {} : { firstAt: new Map([[dispatch, firstAt]]) }),
})

const renderers: Readonly<Record<Format, Renderer>> = {
  ninjs: { contentType: 'application/json', ending: '.ninjs.json', render: renderNinjs },
  'superdesk-ninjs': {
    contentType: 'application/json',
    ending: '.superdesk.json',
    render: renderSuperdeskNinjs,
  },
  markdown: {
    contentType: 'text/markdown; charset=utf-8',
    ending: '.md',
    render: renderDispatchMarkdown,
  },
  json: { contentType: 'application/json', ending: '.json', render: renderDispatchJson },
  html: { contentType: 'text/html; charset=utf-8', ending: '.html', render: renderDispatchHtml },
  jsonfeed: {
    contentType: 'application/feed+json',
    ending: '.feed.json',
    render: (dispatch, options) => renderJsonFeed([dispatch], asFeedOfOne(dispatch, options)),
  },
  rss: {
    contentType: 'application/rss+xml; charset=utf-8',
    ending: '.rss.xml',
    render: (dispatch, options) => renderRss([dispatch], asFeedOfOne(dispatch, options)),
  },
}

/** A dispatch in a format; the same dispatch gives the same bytes. A feed is of this one dispatch. */
export function render(
  format: Format,
  dispatch: PublicDispatch,
  options: RenderOptions = {},
): Rendered {
  const { contentType, ending, render: toText } = renderers[format]
  return {
    contentType,
    fileName: `${fileStem(dispatch)}${ending}`,
    bytes: Buffer.from(toText(dispatch, options)),
  }
}

/** The feed of all that was exported: the last edition of each dispatch, newest first. */
export function renderFeed(
  format: FeedFormat,
  dispatches: readonly PublicDispatch[],
  options: FeedOptions,
): Rendered {
  const toText = format === 'rss' ? renderRss : renderJsonFeed
  const { contentType } = renderers[format]
  return {
    contentType,
    fileName: format === 'rss' ? 'feed.xml' : 'feed.json',
    bytes: Buffer.from(toText(dispatches, options)),
  }
}

const longestStem = 100

/** Of a file's name: ASCII letters, digits and hyphens, whatever the slug holds. */
function fileStem({ slug }: PublicDispatch): string {
  const safe = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestStem)
  return safe.replace(/^-+|(?<!-)-+$/g, '') || 'dispatch'
}
