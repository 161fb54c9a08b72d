import { describePeriod, gapWords } from '../../desk/compose/blind.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import type { Gap, IdRange } from '../../model/gap.ts'

const number = (count: number) => count.toLocaleString('en')

/** `14:02–14:31  posts 4712–4719 (8 ids): not read yet`, and how it ended. */
export function gapLine(gap: Gap, timezone: string): string {
  const { kind, ids, missing, fault, closedAt, arrived, toAt } = gap
  const what = ids === undefined ? gapWords[kind] : `${idWords(missing, ids)}: ${gapWords[kind]}`
  const why = fault === undefined ? '' : `: ${plainLine(fault)}`
  const last = toAt !== undefined && ids === undefined && closedAt === undefined
  const end =
    closedAt === undefined
      ? last
        ? '; read again, posts may be missing'
        : ''
      : `; closed ${describePeriod({ fromAt: closedAt, toAt: closedAt }, timezone)}${came(arrived)}`
  return `${describePeriod(gap, timezone)}  ${what}${end}${why}`
}

const came = (posts: number | undefined) =>
  posts === undefined || posts === 0
    ? ', nothing was missing'
    : `, ${number(posts)} ${posts === 1 ? 'post' : 'posts'} arrived`

function idWords(missing: readonly IdRange[], ids: IdRange): string {
  const shown = missing.length === 0 ? [ids] : missing
  const count = shown.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const ranges = shown
    .slice(0, 3)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  const more = shown.length > 3 ? ', …' : ''
  return `posts ${ranges.join(', ')}${more} (${number(count)} ${count === 1 ? 'id' : 'ids'})`
}
