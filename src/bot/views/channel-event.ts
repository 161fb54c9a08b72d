import { describeChannelEvent } from '../../desk/notices/channel-words.ts'
import type { ChannelEvent } from '../../model/channel-event.ts'
import type { Asking } from '../context.ts'
import { foreign, nothing, rich, type Rich } from '../rich.ts'

/** What became of a channel, and when; with the channel where the screen is of several. */
export function eventLine(
  event: ChannelEvent,
  { desk: { channels, config }, words, time }: Pick<Asking, 'desk' | 'words' | 'time'>,
  named: boolean,
): Rich {
  const who = named ? rich`${foreign(channels.get(event.channel).title)}: ` : nothing
  const told = { ...event, words: describeChannelEvent(event, config.desk.timezone) }
  return rich`• ${time.show(event.at)} · ${who}${words.channelEvent(told, time)}`
}
