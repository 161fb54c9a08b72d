import { describePeriod, gapWords } from '../../desk/blind.ts'
import type { Gap } from '../../model/gap.ts'
import type { BotDesk } from '../context.ts'
import { foreign, rich, type Rich } from '../rich.ts'

/** Where and when posts may be missing, and why. */
export function gapLine(
  { channel, source, fromAt, toAt, kind, missing }: Gap,
  { channels, config }: Pick<BotDesk, 'channels' | 'config'>,
): Rich {
  const where = channel === undefined ? source : channels.get(channel).title
  const when = describePeriod({ fromAt, ...(toAt !== undefined && { toAt }) }, config.desk.timezone)
  const ids = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const count = ids === 0 ? '' : ` (${ids.toLocaleString('en')} ids)`
  return rich`• ${foreign(where)} ${when}: ${gapWords[kind]}${count}`
}
