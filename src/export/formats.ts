import type { PublicDispatch } from './public.ts'
import { renderNinjs } from './render-ninjs.ts'
import { renderSuperdeskNinjs } from './render-superdesk.ts'

export const formats = ['ninjs', 'superdesk-ninjs'] as const

export type Format = (typeof formats)[number]

export interface RenderOptions {
  /** When the first edition was approved. */
  firstAt?: string
  /** What beat, topic and form are called at the target; by their own names where left out. */
  terms?: { beat?: string; topic?: string; form?: string }
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

const renderers: Readonly<Record<Format, Renderer>> = {
  ninjs: { contentType: 'application/json', ending: '.ninjs.json', render: renderNinjs },
  'superdesk-ninjs': {
    contentType: 'application/json',
    ending: '.superdesk.json',
    render: renderSuperdeskNinjs,
  },
}

/** A dispatch in a format; the same dispatch gives the same bytes. */
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

const longestStem = 100

/** Of a file's name: ASCII letters, digits and hyphens, whatever the slug holds. */
function fileStem({ slug }: PublicDispatch): string {
  const safe = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestStem)
  return safe.replace(/^-+|-+$/g, '') || 'dispatch'
}
