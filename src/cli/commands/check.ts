import type { Command } from 'commander'
import { ConfigError } from '../../config/config-error.ts'
import { describeConfig } from '../../config/describe.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { loadFor } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { renderCheck } from '../views/check.ts'

interface CheckOptions extends CommonOptions {
  json?: true
}

export function addCheck(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('what is configured, what is wrong with it, and which secrets are missing')
    .option('--json', 'one JSON object')
    .action(async (_options: object, command: Command) => {
      const options = command.optsWithGlobals<CheckOptions>()
      const { console } = context
      try {
        const { config, secrets } = loadFor(context, options)
        const summary = describeConfig(config, secrets)
        await console.out(
          options.json
            ? jsonLine({ ok: true, ...summary })
            : renderCheck(options.config, summary, console.paint),
        )
      } catch (error) {
        if (!(error instanceof ConfigError && options.json)) throw error
        await console.out(jsonLine({ ok: false, problems: error.problems }))
        throw error
      }
    })
}
