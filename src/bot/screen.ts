import type { Action } from './action.ts'
import type { Rich } from './rich.ts'

export type Button = { label: string; action: Action } | { label: string; url: string }

/** What a member is shown: words, with rows of buttons under them, or a picture or file with words. */
export interface Screen {
  text: Rich
  buttons?: readonly (readonly Button[])[]
  picture?: Uint8Array
  file?: { name: string; bytes: Uint8Array }
  /** The member may answer by replying: what their words complete. */
  ask?: Action
}

/** What comes of a command or a press. */
export interface Reply {
  screens: readonly Screen[]
  /** A few words over the screen, for a press; without screens the message stays as it is. */
  toast?: string
  /** A press that came to nothing: it is told over the screen, which stays as it was. */
  stays?: true
}

export const say = (text: Rich, buttons?: Screen['buttons']): Reply => ({
  screens: [buttons === undefined ? { text } : { text, buttons }],
})

export const toast = (words: string): Reply => ({ screens: [], toast: words })

/** Rows of buttons, with those left out that do not apply. */
export const rows = (
  ...given: readonly (readonly (Button | undefined)[])[]
): readonly (readonly Button[])[] =>
  given.map((row) => row.filter((button) => button !== undefined)).filter((row) => row.length > 0)

/** Buttons to the page before and after; none where all fits. */
export function pager(
  { offset, size, total }: { offset: number; size: number; total: number },
  go: (offset: number) => Action,
): (Button | undefined)[] {
  if (total <= size) return []
  const page = Math.floor(offset / size) + 1
  const pages = Math.ceil(total / size)
  return [
    offset > 0 ? { label: `◀ ${page - 1}`, action: go(Math.max(0, offset - size)) } : undefined,
    offset + size < total
      ? { label: `${page + 1} / ${pages} ▶`, action: go(offset + size) }
      : undefined,
  ]
}
