import { statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { backupName } from '../../ops/backups.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'

interface BackupOptions extends CommonOptions {
  json?: true
}

export function addBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description('copies the database while it is in use')
    .argument('[file]', 'a new file; by default one with the time in its name beside the database')
    .option('--json', 'one JSON object')
    .action((given: string | undefined, _options: object, command: Command) => {
      const options = command.optsWithGlobals<BackupOptions>()
      return withDesk(context, options, async ({ archive, config }) => {
        const { console, clock } = context
        const folder = path.dirname(config.paths.database)
        const file = path.resolve(given ?? path.join(folder, backupName(clock())))
        await archive.backup(file)
        const head = await archive.chain.head()
        const bytes = statSync(file).size
        await console.out(
          options.json
            ? jsonLine({ file, bytes, head: head ?? null })
            : `${file}: ${(bytes / 1024 / 1024).toFixed(1)} MiB, looked through and whole.\n`,
        )
      })
    })
}
