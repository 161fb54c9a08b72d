import type { Command } from 'commander'
import { daemonLogger } from '../../daemon/daemon-logger.ts'
import { runDaemon } from '../../daemon/run-daemon.ts'
import { watchReloads } from '../../ops/reloads.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { loadFor } from '../desk.ts'

export function addRun(program: Command, context: CliContext): void {
  program
    .command('run')
    .description('listen to the configured channels until stopped; what `npm start` does')
    .action(async (_options: object, command: Command) => {
      const load = () => loadFor(context, command.optsWithGlobals<CommonOptions>())
      const loaded = load()
      const { clock, env, signal } = context
      await runDaemon(loaded, {
        logger: daemonLogger(loaded, env),
        clock,
        signal,
        reloads: watchReloads(load),
      })
    })
}
