import path from 'node:path'
import type { Command } from 'commander'
import { openArchive } from '../../store/archive.ts'
import { restoreDatabase } from '../../store/upkeep/restore.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { loadFor } from '../desk.ts'
import { jsonLine } from '../rows.ts'

interface RestoreOptions extends CommonOptions {
  json?: true
}

export function addRestore(program: Command, context: CliContext): void {
  program
    .command('restore')
    .description('puts a backup in the place of the database, which is set aside')
    .argument('<file>', 'what `backup` made')
    .option('--json', 'one JSON object')
    .action(async (file: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<RestoreOptions>()
      const { database } = loadFor(context, options).config.paths
      const { setAside } = restoreDatabase(path.resolve(file), database, context.clock())
      const archive = openArchive(database)
      const signals = await archive.signals.count()
      archive.close()
      const kept = setAside === undefined ? '' : `What was there is now ${setAside}.\n`
      await context.console.out(
        options.json
          ? jsonLine({ database, signals, setAside: setAside ?? null })
          : `${database} holds ${signals.toLocaleString('en')} signals.\n${kept}`,
      )
    })
}
