import { describeChannelEvent } from '../../desk/notices/channel-words.ts'
import { localTime } from '../../desk/compose/window.ts'
import type { ChannelEvent } from '../../model/channel-event.ts'
import type { BotDesk } from '../context.ts'
import { foreign, nothing, rich, type Rich } from '../rich.ts'

/** What became of a channel, and on which day; with the channel where the screen is of several. */
export function eventLine(
  event: ChannelEvent,
  { channels, config }: Pick<BotDesk, 'channels' | 'config'>,
  named: boolean,
): Rich {
  const { timezone } = config.desk
  const { month, day } = localTime(event.at, timezone)
  const who = named ? rich`${foreign(channels.get(event.channel).title)}: ` : nothing
  return rich`• ${month} ${day} · ${who}${foreign(describeChannelEvent(event, timezone))}`
}
