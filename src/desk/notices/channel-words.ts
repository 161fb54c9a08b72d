import type { ChannelEvent } from '../../model/channel-event.ts'
import { localTime } from '../compose/window.ts'

/** What became of a channel, in a sentence or two with what to do; internal, as it names the channel. */
export function describeChannelEvent(
  { kind, channel, detail }: Pick<ChannelEvent, 'kind' | 'channel' | 'detail'>,
  timezone: string,
): string {
  const { now = '', was = '', idNow, idWas, successor = '', lastAt, usualMinutes } = detail
  switch (kind) {
    case 'moved':
      return `It is called @${now} now, and was @${was}. Its posts are still kept as ${channel}; put the new name in the configuration.`
    case 'retitled':
      return `Its title is “${now}” now, and was “${was}”.`
    case 'replaced': {
      const ids =
        idNow === undefined || idWas === undefined ? '' : ` (Telegram id ${idNow}, not ${idWas})`
      return `Another channel has its name now${ids}. The posts of that one are kept apart, as ${successor}; ${channel} gets none any more. Decide which one the desk listens to.`
    }
    case 'private':
      return 'It is there and shows no posts any more: it went private, or closed its preview.'
    case 'gone':
      return 'No channel has its name any more: it was deleted, or took a name that Telegram does not tell.'
    case 'silent': {
      const last = lastAt === undefined ? '' : ` since ${clock(lastAt, timezone)}`
      const usual =
        usualMinutes === undefined
          ? ''
          : `; half of its pauses are shorter than ${span(usualMinutes)}`
      return `No post${last}${usual}. It can be read: it is quiet itself.`
    }
    case 'back':
      return 'It is back: its posts are read again.'
  }
}

function clock(at: string, timezone: string): string {
  const { month, day, clock: time } = localTime(at, timezone)
  return `${month} ${day}, ${time}`
}

const span = (minutes: number) =>
  minutes < 90 ? `${Math.max(1, Math.round(minutes))} min` : `${Math.round(minutes / 60)} h`
