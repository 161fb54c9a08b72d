import type { Asking } from '../context.ts'

/** What a part of a stub is called; paragraphs by their place. */
export function fieldName(field: string, { words }: Asking): string {
  const [, number] = /^paragraph:(\d+)$/.exec(field) ?? []
  return number === undefined
    ? (words.card.fields[field] ?? field)
    : words.card.paragraph(Number(number) + 1)
}
