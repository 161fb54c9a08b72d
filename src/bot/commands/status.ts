import { eventLine } from '../views/channel-event.ts'
import { gapLine } from '../views/gap.ts'
import type { Command } from '../command.ts'
import { bold, lines, nothing, rich } from '../rich.ts'
import { say } from '../screen.ts'

const mostFailing = 8
const gapsShown = 6
const eventsShown = 3
const blindKinds = ['unread', 'missed', 'failed', 'stopped'] as const
const bytesOfMb = 1_048_576

export const status: Command = {
  name: 'status',
  role: 'reader',
  run: async (asking) => {
    const { desk, words, time } = asking
    const { signals, stories, sources, quarantined, journal, databaseBytes } =
      await desk.archive.stats.read()
    const count = Object.values(stories).reduce((sum, some) => sum + some, 0)
    const gaps = await desk.archive.gaps.counts()
    const open = gaps.unread + gaps.missed + gaps.failed + gaps.stopped
    const latest = await desk.archive.gaps.list({ open: true, kinds: blindKinds, limit: gapsShown })
    const events = await desk.archive.channelEvents.list({ limit: eventsShown })
    const failing = sources.filter(({ failures }) => failures > 0)
    const unread = Object.values(quarantined).reduce((sum, some) => sum + some, 0)
    return say(
      lines([
        bold(words.status.title),
        rich`${words.status.stored(signals, count)}`,
        rich`${words.status.sources(sources.length - failing.length, sources.length)}`,
        journal.pending > 0 ? rich`${words.status.waiting(journal.pending)}` : undefined,
        unread > 0 ? rich`${words.status.quarantined(unread)}` : undefined,
        rich`${words.status.size(databaseBytes / bytesOfMb)}`,
        ...(open === 0 ? [rich`${words.status.noGaps}`] : [nothing, bold(words.status.gaps(open))]),
        ...latest.map((gap) => gapLine(gap, asking)),
        open > latest.length ? rich`${words.and(open - latest.length)}` : undefined,
        ...events.map((event) => eventLine(event, desk, true)),
        ...(failing.length === 0 ? [] : [nothing, bold(words.status.failing)]),
        ...failing.slice(0, mostFailing).map(({ source, lastSuccessAt, lastError }) => {
          const since =
            lastSuccessAt === undefined
              ? ''
              : ` (${words.channels.last} ${time.show(lastSuccessAt)})`
          return rich`• ${source}${since}: ${(lastError ?? '').slice(0, 120)}`
        }),
        failing.length > mostFailing ? rich`${words.and(failing.length - mostFailing)}` : undefined,
      ]),
    )
  },
}
