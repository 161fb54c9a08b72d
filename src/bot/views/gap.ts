import type { Gap } from '../../model/gap.ts'
import type { Asking } from '../context.ts'
import { foreign, rich, type Rich } from '../rich.ts'

/** Where and when posts may be missing, and why. */
export function gapLine(
  { channel, source, fromAt, toAt, kind, missing }: Gap,
  { desk, words, time }: Pick<Asking, 'desk' | 'words' | 'time'>,
): Rich {
  const where = channel === undefined ? source : desk.channels.get(channel).title
  const when = toAt === undefined ? words.gaps.since(time.show(fromAt)) : time.span(fromAt, toAt)
  const ids = missing.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0)
  const count = ids === 0 ? '' : ` (${words.gaps.ids(ids)})`
  return rich`• ${foreign(where)} · ${when}: ${words.gaps[kind]}${count}`
}
