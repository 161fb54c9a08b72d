import type { Gap, GapKind, IdRange } from '../../model/gap.ts'

export interface GapRecord {
  gap: number
  kind: GapKind
  source: string
  channel: string | null
  from_id: number | null
  to_id: number | null
  from_at: string
  to_at: string | null
  fault: string | null
  noticed_at: string
  joined: number | null
  closed_at: string | null
  arrived: number | null
}

export const gapColumns =
  'gap, kind, source, channel, from_id, to_id, from_at, to_at, fault, noticed_at, joined, closed_at, arrived'

/** First and last id that were missing, of a gap in ids. */
export function idsOf({ from_id, to_id }: GapRecord): IdRange | undefined {
  return from_id === null || to_id === null ? undefined : { from: from_id, to: to_id }
}

export function toGap(record: GapRecord, missing: readonly IdRange[]): Gap {
  const ids = idsOf(record)
  return {
    gap: record.gap,
    kind: record.kind,
    source: record.source,
    ...(record.channel !== null && { channel: record.channel }),
    missing,
    ...(ids && { ids }),
    fromAt: record.from_at,
    ...(record.to_at !== null && { toAt: record.to_at }),
    ...(record.fault !== null && { fault: record.fault }),
    noticedAt: record.noticed_at,
    ...(record.closed_at !== null && { closedAt: record.closed_at }),
    ...(record.arrived !== null && { arrived: record.arrived }),
  }
}
