import { statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import type { App } from '../../app/app.ts'
import { addTotals, importFile, type ImportTotals, noTotals } from '../../jobs/import-file.ts'
import { IntakeError } from '../../model/errors.ts'
import { FileSource } from '../../sources/file/file.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { judgeAll } from '../judge-all.ts'
import { jsonLine } from '../rows.ts'
import { Progress } from '../terminal/progress.ts'
import { type ImportSummary, renderImport } from '../views/import-summary.ts'
import { withApp } from '../with-app.ts'

interface ImportOptions extends CommonOptions {
  channel?: string
  json?: true
}

const reasonsShown = 5

export function addImport(program: Command, context: CliContext): void {
  program
    .command('import')
    .description('take in files of posts, judge them, and draft stubs')
    .argument('<files...>', 'JSON Lines, Telegram Desktop’s result.json, or Telethon message rows')
    .option('--channel <id>', 'the channel of the posts, where the file does not say')
    .option('--json', 'one JSON object')
    .action((files: string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>()
      return withApp(
        context,
        options,
        'an import',
        async (app) => {
          const summary = await importAll(app, files, options, context)
          const { console } = context
          await console.out(options.json ? jsonLine(summary) : renderImport(summary, console.paint))
        },
        { create: true },
      )
    })
}

async function importAll(
  app: App,
  files: readonly string[],
  { channel }: ImportOptions,
  context: CliContext,
): Promise<ImportSummary> {
  const { archive } = app
  await app.recover()
  const before = await archive.stats.quarantined(1)
  const beganMs = performance.now()
  const totals = await readFiles(app, files, channel, context)
  const readMs = performance.now()
  const judged = await judgeAll(app, context, totals.stored + totals.revised + totals.deleted)
  const quarantined = await archive.stats.quarantined(reasonsShown)
  const since = before[0]?.quarantine ?? 0
  const { stories } = await archive.stats.read()
  return {
    files: files.length,
    ...totals,
    readPerSecond: perSecond(countOf(totals), readMs - beganMs),
    judged: judged.signals,
    judgedPerSecond: judged.signalsPerSecond,
    drafted: judged.drafted,
    seconds: Math.round((performance.now() - beganMs) / 100) / 10,
    stories,
    reasons: quarantined
      .filter(({ quarantine }) => quarantine > since)
      .map(({ source, place, reason, detail }) => ({ source, place, reason, detail })),
  }
}

const countOf = ({ stored, revised, unchanged }: ImportTotals) => stored + revised + unchanged

const perSecond = (count: number, ms: number) => Math.round(count / Math.max(ms / 1000, 0.001))

async function readFiles(
  app: App,
  files: readonly string[],
  channel: string | undefined,
  { console, signal }: CliContext,
): Promise<ImportTotals> {
  for (const file of files) requireFile(file)
  let totals = noTotals
  for (const file of files) {
    const source = new FileSource(path.resolve(file), channel)
    const progress = new Progress(console, `Reading ${file}`, 'posts')
    const before = countOf(totals)
    for await (const some of importFile(source, (delivery) => app.ingest(delivery), signal)) {
      totals = addTotals(totals, some)
      const { bytesRead, size } = source.progress
      const count = countOf(totals) - before
      progress.update({ count, ...(size > 0 ? { share: bytesRead / size } : {}) })
    }
    progress.end()
    if (signal.aborted) {
      throw new IntakeError(
        'stopped',
        `Stopped while reading ${file}. What was read is stored; import it again to go on.`,
      )
    }
    await app.archive.stats.recordPoll(source.name, app.clock().toISOString())
  }
  return totals
}

/** All files are looked for before the first is read. */
function requireFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return
  throw new IntakeError('no-file', `${file} is not there, or is no file: name the files to import.`)
}
