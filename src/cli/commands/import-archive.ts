import type { Command } from 'commander'
import { importPublished } from '../../intake/import-published.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { jsonLine } from '../rows.ts'
import { withApp } from '../with-app.ts'

interface ImportArchiveOptions extends CommonOptions {
  json?: true
}

const problemsShown = 5

export function addImportArchive(program: Command, context: CliContext): void {
  program
    .command('import-archive')
    .description('take in what the desk published before, for stubs to refer to')
    .argument(
      '<place>',
      'a file or web address: WordPress, Ghost’s content API or export, JSON Feed, JSON Lines',
    )
    .option('--json', 'one JSON object')
    .action((place: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<ImportArchiveOptions>()
      const { console } = context
      return withApp(
        context,
        options,
        'an import',
        async ({ archive, config }) => {
          const imported = await importPublished(place, archive, {
            signal: context.signal,
            allowPrivate: config.network.allowPrivate,
          })
          const { read, changed, skipped, problems } = imported
          if (options.json) {
            await console.out(jsonLine(imported))
            return
          }
          await console.out(
            `${read} ${read === 1 ? 'dispatch' : 'dispatches'} read, ${changed} new or changed; ${skipped} that were not published left out.\n`,
          )
          for (const problem of problems.slice(0, problemsShown)) console.err(`${problem}\n`)
          const more = problems.length - problemsShown
          if (more > 0) console.err(`… and ${more} more that could not be read\n`)
        },
        { create: true },
      )
    })
}
