import type { DeskRecord, Edition } from '../../model/desk.ts'
import type { Stub } from '../../model/stub.ts'

/** Stands in the place of the id that only an approval gives. */
const notYet = 'wire-0000000000000000'

/** The edition of a stub that was approved last, or, where it is being worked on, the one an approval would make. */
export function previewEdition(
  stub: Stub,
  record: DeskRecord,
  editions: readonly Edition[],
  at: string,
): { edition: Edition; approved: boolean } {
  const last = editions.find(({ edition }) => edition === record.editions)
  const leaves = ['approved', 'exported', 'killed'].includes(record.state)
  if (leaves && last !== undefined) return { edition: last, approved: true }
  const edition: Edition = {
    dispatch: record.dispatch ?? notYet,
    edition: editions.length + 1,
    stub: stub.stub,
    kind: record.exported > 0 ? 'correction' : 'new',
    at,
    content: stub,
    namings: Array.from(record.namings.values()),
    ...(record.correcting === undefined ? {} : { note: record.correcting }),
  }
  return { edition, approved: false }
}
