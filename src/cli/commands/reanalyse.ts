import type { Command } from 'commander'
import type { CliContext, CommonOptions } from '../context.ts'
import { judgeAll } from '../judge-all.ts'
import { jsonLine } from '../rows.ts'
import { renderSourcings } from '../views/import-summary.ts'
import { withApp } from '../with-app.ts'

interface ReanalyseOptions extends CommonOptions {
  json?: true
}

export function addReanalyse(program: Command, context: CliContext): void {
  program
    .command('reanalyse')
    .description('forget all links and stories and judge every signal anew; numbers and stubs stay')
    .option('--json', 'one JSON object')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<ReanalyseOptions>()
      return withApp(context, options, 'a reanalysis', async (app) => {
        await app.analyst.forget()
        const judged = await judgeAll(app, context, await app.archive.signals.count())
        const { stories } = await app.archive.stats.read()
        await context.console.out(
          options.json
            ? jsonLine({ ...judged, stories })
            : `Judged ${judged.signals.toLocaleString('en')} signals anew, ${judged.signalsPerSecond.toLocaleString('en')}/s.\n${renderSourcings(stories)}`,
        )
      })
    })
}
