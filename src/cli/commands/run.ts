import type { Command } from 'commander'
import { daemonLogger, runDaemon } from '../../daemon.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { loadFor } from '../desk.ts'

export function addRun(program: Command, context: CliContext): void {
  program
    .command('run')
    .description('listen to the configured channels until stopped; what `npm start` does')
    .action(async (_options: object, command: Command) => {
      const loaded = loadFor(context, command.optsWithGlobals<CommonOptions>())
      const { clock, env, signal } = context
      await runDaemon(loaded, { logger: daemonLogger(loaded, env), clock, signal })
    })
}
