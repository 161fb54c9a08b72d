const brand: unique symbol = Symbol('markup')

/** Markup that may stand in a page as it is; made by `markup` only. */
export interface Html {
  readonly [brand]: string
}

export type HtmlPart = Html | string | number | readonly HtmlPart[]

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Bidi controls could turn the text around them, and the rest is no character of HTML. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu

const escape = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (unit) => replacements[unit] ?? unit)

const isHtml = (part: HtmlPart): part is Html => typeof part === 'object' && brand in part

function show(part: HtmlPart): string {
  if (isHtml(part)) return part[brand]
  if (typeof part === 'string') return escape(part)
  return typeof part === 'number' ? String(part) : part.map(show).join('')
}

/** The one way to make markup: every value put in is escaped unless this made it. */
export function markup(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const text = literals.map((literal, index) => literal + show(parts[index] ?? '')).join('')
  return { [brand]: text }
}

export const nothing: Html = { [brand]: '' }

/** The finished page as text. */
export const toText = (page: Html): string => page[brand]

/** Marks our own constant text as markup; never call it with anything read from outside. */
export const trusted = (constant: string): Html => ({ [brand]: constant })
