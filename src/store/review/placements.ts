import type Database from 'better-sqlite3'
import type { Placement } from '../../model/outgoing.ts'

interface PlacementRecord {
  dispatch: string
  target: string
  remote: string
  url: string | null
  edition: number
  state: Placement['state']
  marker: string | null
  fields: string
  at: string
}

/** What stands in the targets, as last read back. */
export class PlacementTable {
  private readonly put
  private readonly one
  private readonly remove

  constructor(db: Database.Database) {
    this.put = db.prepare<[PlacementRecord]>(
      `INSERT OR REPLACE INTO placements
         (dispatch, target, remote, url, edition, state, marker, fields, at)
       VALUES (@dispatch, @target, @remote, @url, @edition, @state, @marker, @fields, @at)`,
    )
    this.one = db.prepare<[string, string], PlacementRecord>(
      'SELECT * FROM placements WHERE dispatch = ? AND target = ?',
    )
    this.remove = db.prepare<[string, string]>(
      'DELETE FROM placements WHERE dispatch = ? AND target = ?',
    )
  }

  save(placement: Placement): void {
    const { url = null, marker = null, fields } = placement
    this.put.run({ ...placement, url, marker, fields: JSON.stringify(fields) })
  }

  get(dispatch: string, target: string): Placement | undefined {
    const record = this.one.get(dispatch, target)
    if (record === undefined) return undefined
    const { url, marker, fields, ...rest } = record
    return {
      ...rest,
      ...(url === null ? {} : { url }),
      ...(marker === null ? {} : { marker }),
      fields: JSON.parse(fields) as Record<string, string>,
    }
  }

  forget(dispatch: string, target: string): void {
    this.remove.run(dispatch, target)
  }
}
