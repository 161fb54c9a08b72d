import type { Edition } from '../../model/desk.ts'
import type { Dispatch } from '../../model/stub.ts'

/** An exported edition as prior coverage: a correction takes the place of the earlier one, a kill marks it. */
export function toArchived(edition: Edition, first: Edition): Dispatch {
  const { headline, tldr, body } = edition.content
  return {
    dispatch: edition.dispatch,
    at: first.at,
    headline,
    tldr: tldr.map(({ text }) => text).join(' '),
    text: body.map((paragraph) => paragraph.map(({ text }) => text).join(' ')).join('\n\n'),
    ...(edition.kind === 'kill' ? { killed: true } : {}),
  }
}
