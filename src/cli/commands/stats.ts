import type { Command } from 'commander'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { renderStats } from '../views/stats.ts'

interface StatsOptions extends CommonOptions {
  json?: true
}

const lastQuarantined = 5
const lastNotFetched = 3

export function addStats(program: Command, context: CliContext): void {
  program
    .command('stats')
    .description('what is stored and judged, how each source is doing, and what was quarantined')
    .option('--json', 'one JSON object')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<StatsOptions>()
      return withDesk(context, options, async ({ archive, channels, time }) => {
        const { console } = context
        const { paint, columns } = console
        const read = await archive.stats.read()
        // A source may give no title; the configuration does.
        const titled = read.channels.map((row) => ({
          ...row,
          title: channels.get(row.channel).title,
        }))
        const stats = { ...read, channels: titled }
        const quarantined = await archive.stats.quarantined(lastQuarantined)
        const notFetched = await archive.pictures.failed(lastNotFetched)
        await console.out(
          options.json
            ? jsonLine({ ...stats, lastQuarantined: quarantined, lastNotFetched: notFetched })
            : renderStats(stats, { quarantined, notFetched }, { paint, columns, time }),
        )
      })
    })
}
