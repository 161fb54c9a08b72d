import { inUse } from '../../config/source-name.ts'
import { eventLine } from '../views/channel-event.ts'
import { gapLine } from '../views/gap.ts'
import type { Command } from '../command.ts'
import { bold, foreign, lines, nothing, rich } from '../rich.ts'
import { say } from '../screen.ts'
import { shorten } from '../split.ts'
import { retellFault } from '../views/retell.ts'

const mostFailing = 8
const mostOfWhy = 120
const gapsShown = 6
const eventsShown = 3
const blindKinds = ['unread', 'missed', 'failed', 'stopped'] as const
const bytesOfMb = 1_048_576

export const status: Command = {
  name: 'status',
  role: 'reader',
  run: async (asking) => {
    const { desk, words, time } = asking
    const { signals, stories, quarantined, waiting, databaseBytes } = await desk.archive.pulse()
    const sources = inUse(await desk.archive.sources(), desk.config)
    const gaps = await desk.archive.gaps.counts()
    const open = gaps.unread + gaps.missed + gaps.failed + gaps.stopped
    const latest = await desk.archive.gaps.list({ open: true, kinds: blindKinds, limit: gapsShown })
    const events = await desk.archive.channelEvents.list({ limit: eventsShown })
    const failing = sources.filter(({ failures }) => failures > 0)
    return say(
      lines([
        bold(words.status.title),
        rich`${words.status.stored(signals, stories)}`,
        rich`${words.status.sources(sources.length - failing.length, sources.length)}`,
        waiting.payloads > 0 ? rich`${words.status.waiting(waiting.payloads)}` : undefined,
        quarantined > 0 ? rich`${words.status.quarantined(quarantined)}` : undefined,
        rich`${words.status.size(databaseBytes / bytesOfMb)}`,
        ...(open === 0 ? [rich`${words.status.noGaps}`] : [nothing, bold(words.status.gaps(open))]),
        ...latest.map((gap) => gapLine(gap, asking)),
        open > latest.length ? rich`${words.and(open - latest.length)}` : undefined,
        ...events.map((event) => eventLine(event, asking, true)),
        ...(failing.length === 0 ? [] : [nothing, bold(words.status.failing)]),
        ...failing.slice(0, mostFailing).map(({ source, lastSuccessAt, lastError }) => {
          const since =
            lastSuccessAt === undefined
              ? ''
              : ` (${words.channels.last} ${time.show(lastSuccessAt)})`
          return rich`• ${foreign(source)}${since}: ${shorten(retellFault(lastError ?? '', source, words), mostOfWhy)}`
        }),
        failing.length > mostFailing ? rich`${words.and(failing.length - mostFailing)}` : undefined,
      ]),
    )
  },
}
