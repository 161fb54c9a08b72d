import type { Entity } from './parse-html.ts'
import type { Message } from './types.ts'

/** How a stretch of text is shown where there is only text. */
export type Manner = (entity: Entity) => readonly [before: string, after: string]

const marked: Manner = ({ type, url = '' }) => {
  switch (type) {
    case 'bold':
      return ['**', '**']
    case 'italic':
      return ['_', '_']
    case 'code':
      return ['`', '`']
    case 'strikethrough':
      return ['~', '~']
    case 'text_link':
      return ['[', `](${url})`]
    case 'blockquote':
    case 'expandable_blockquote':
      return ['│ ', '']
    default:
      return ['', '']
  }
}

/** The words of a message with its entities as marks, without the characters that only set direction. */
export function toText(message: Message, manner: Manner = marked): string {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const cuts = entities.flatMap((entity, order) => {
    const [before, after] = manner(entity)
    const end = entity.offset + entity.length
    return [
      { at: entity.offset, words: before, rank: order },
      // Inner ones close first.
      { at: end, words: after, rank: -1 - order },
    ]
  })
  cuts.sort((a, b) => a.at - b.at || a.rank - b.rank)
  let shown = ''
  let at = 0
  for (const cut of cuts) {
    shown += text.slice(at, cut.at) + cut.words
    at = cut.at
  }
  return (shown + text.slice(at)).replace(/[\u2066-\u2069]/g, '')
}
