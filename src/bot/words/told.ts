import type { ChannelEvent } from '../../model/channel-event.ts'
import type { StubFlag } from '../../model/stub-flag.ts'
import type { Clock } from '../clock.ts'

/** What became of a channel, with the sentence for the desk in English. */
export type ToldEvent = Pick<ChannelEvent, 'kind' | 'channel' | 'detail'> & { words: string }

export type ToldFlag = Pick<StubFlag, 'kind' | 'subject' | 'words'>

export type TellTime = Pick<Clock, 'show' | 'lasting'>
