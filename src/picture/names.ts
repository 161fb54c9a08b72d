import { drawable } from './drawable.ts'
import type { PlacedRow } from './layout.ts'
import type { Origin } from '../model/story.ts'
import type { Row } from './rows.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

/** What stands at the left of a row. */
export interface RowName {
  title: string
  /** Below it: handle, owner, or why there is no post. */
  note: string
  origin?: Origin
}

const afterPrefix = (id: string) => id.slice(id.indexOf(':') + 1)

/** The name of the channel or outlet of a row, by what the typeface can draw of it. */
export function nameOf(id: string, input: TreeInput, face: Typeface): string {
  const name = afterPrefix(id)
  const title = id.startsWith('ch:') ? input.titleOf(name) : input.outletName(name)
  // A forward whose origin is hidden tells a name only.
  return drawable(title.replace(/^name:/, ''), face) || drawable(name, face) || '…'
}

/** The title and note of one channel's row. */
export function nameRow(row: Row, input: TreeInput, face: Typeface): RowName {
  const title = nameOf(row.id, input, face)
  const origin = row.marks.find((mark) => mark.origin !== undefined)?.origin
  const notes = [handleOf(row, title), ownerOf(row, input, face), whyNoPost(row, input)]
  const note = notes.filter((part) => part !== '').join(' · ')
  return { title, note, ...(origin === undefined ? {} : { origin }) }
}

function handleOf({ id }: Row, title: string): string {
  const handle = afterPrefix(id)
  return id.startsWith('ch:') && /^\w+$/.test(handle) && handle !== title ? `@${handle}` : ''
}

function ownerOf({ group, parent }: Row, { story, labels }: TreeInput, face: Typeface): string {
  const origin = story.origins[group]?.origin ?? ''
  if (parent !== undefined || !origin.startsWith('own:')) return ''
  return labels.owner(drawable(afterPrefix(origin), face))
}

function whyNoPost({ marks }: Row, { labels }: TreeInput): string {
  const kinds = new Set(marks.map(({ kind }) => kind))
  if (kinds.has('post')) return ''
  if (kinds.has('outlet')) return labels.notMonitored
  return kinds.has('elsewhere') ? labels.elsewhere : labels.notStored
}

/** What a row that stands for several channels says. */
export function nameShared(
  { rows, takenFrom }: PlacedRow,
  input: TreeInput,
  face: Typeface,
): string {
  const { labels } = input
  const origins = rows.flatMap(({ marks }) => marks.filter(({ origin }) => origin !== undefined))
  return takenFrom === undefined
    ? labels.moreOthers(rows.length, origins.length)
    : labels.moreTakers(rows.length, nameOf(takenFrom, input, face))
}
