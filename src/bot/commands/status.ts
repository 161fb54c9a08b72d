import type { Command } from '../command.ts'
import { bold, lines, nothing, rich } from '../rich.ts'
import { say } from '../screen.ts'

const mostFailing = 8
const bytesOfMb = 1_048_576

export const status: Command = {
  name: 'status',
  role: 'reader',
  run: async ({ desk, words, time }) => {
    const { signals, stories, sources, quarantined, journal, databaseBytes } =
      await desk.archive.stats.read()
    const count = Object.values(stories).reduce((sum, some) => sum + some, 0)
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
