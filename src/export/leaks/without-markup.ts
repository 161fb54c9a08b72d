/**
 * A text as it stands and as it reads without tags, emphasis, links and the backslashes of JSON and Markdown:
 * each may part a name, or stand between its words.
 */
export function withoutMarkup(text: string): string[] {
  const plain = text.replace(/(?<!\\)\\+[nrt]/g, ' ').replace(/(?<!\\)\\+(?=[\p{P}\p{S}])/gu, '')
  const untagged = [text, plain].flatMap(withoutTags)
  return [...untagged, ...untagged.flatMap(withoutEmphasis)]
}

/** An attribute may hold the sign that ends a tag. */
const tag = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[^<>]*>/g

function withoutTags(text: string): string[] {
  if (!text.includes('<')) return [text]
  const shown = text.replace(/<!--[\s\S]*?-->/g, '')
  return [text, ...['', ' '].map((gap) => shown.replace(tag, gap))]
}

/** Markdown and BBCode within a word; an underscore is left, as names have it. */
function withoutEmphasis(text: string): string[] {
  const bare = text
    .replace(/\[\/?[a-z]{1,8}(?:=[^\][\n]{0,200})?\](?!\()/gi, '')
    .replace(/!?\[([^\][\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/[*~`]+|(?<=\p{L})__(?=\p{L})/gu, '')
  return bare === text ? [] : [bare]
}
