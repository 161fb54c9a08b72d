import type { Command } from 'commander'
import type { CliContext, CommonOptions } from '../context.ts'
import { inUse } from '../../config/source-name.ts'
import { withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { renderStatus } from '../views/status.ts'

interface StatusOptions extends CommonOptions {
  json?: true
}

const gapsShown = 12
const eventsShown = 8

export function addStatus(program: Command, context: CliContext): void {
  program
    .command('status')
    .description('what the desk sees and does not see: sources, open gaps, what waits')
    .option('--json', 'one JSON object')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<StatusOptions>()
      return withDesk(context, options, async ({ archive, channels, config, time }) => {
        const { console } = context
        const { paint, columns } = console
        const kinds = ['unread', 'missed', 'failed', 'stopped'] as const
        const status = {
          pulse: await archive.pulse(),
          sources: inUse(await archive.sources(), config),
          gaps: await archive.gaps.list({ open: true, kinds, limit: gapsShown }),
          counts: await archive.gaps.counts(),
          events: await archive.channelEvents.list({ limit: eventsShown }),
        }
        const titleOf = (channel: string) => channels.get(channel).title
        await console.out(
          options.json ? jsonLine(status) : renderStatus(status, { paint, columns, time, titleOf }),
        )
      })
    })
}
