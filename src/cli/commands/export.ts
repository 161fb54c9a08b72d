import { Argument, type Command } from 'commander'
import type { Config } from '../../config/schema.ts'
import { deskTerms } from '../../desk/compose/kicker.ts'
import { createTargets } from '../../export/targets/create-targets.ts'
import { checkMapping } from '../../export/targets/mapping.ts'
import type { Finding, Target } from '../../export/targets/target.ts'
import type { Archive } from '../../model/archive.ts'
import { IntakeError } from '../../model/errors.ts'
import type { Outgoing } from '../../model/outgoing.ts'
import { readNumber } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { loadFor, withDesk } from '../desk.ts'
import { noTarget, pickTargets } from '../pick-targets.ts'
import { jsonLine } from '../rows.ts'
import { renderDeliveries, renderFindings } from '../views/deliveries.ts'
import { withApp } from '../with-app.ts'
import { showDryRun } from './export-dry-run.ts'
import { exportFeeds } from './export-feeds.ts'

interface ExportOptions extends CommonOptions {
  target?: string
  dryRun?: true
  feeds?: string
  check?: true
  resume?: true
  json?: true
}

const shown = 200

export function addExport(program: Command, context: CliContext): void {
  program
    .command('export')
    .description(
      'what goes to the CMS: how far it is, why it stopped; resumes it, checks the targets',
    )
    .addArgument(new Argument('[stub]', 'the number of one stub').argParser(readNumber))
    .option('--target <name>', 'of one target only, by its name in the config')
    .option(
      '--dry-run',
      'show what would leave for the targets, to the byte; sends and stores nothing',
    )
    .option('--feeds <folder>', 'write feed.json and feed.xml of all that was exported')
    .option('--check', 'try address, credentials, role and mapping of the targets; writes nothing')
    .option('--resume', 'send on what stopped, once its cause is mended')
    .option('--json', 'one JSON object a line')
    .action((stub: number | undefined, _options: object, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>()
      if (options.check) return checkTargets(options, context)
      if (options.feeds !== undefined) return exportFeeds(options.feeds, options, context)
      if (options.dryRun) {
        if (stub === undefined) command.error('error: --dry-run needs the number of a stub')
        return showDryRun(stub, options, context)
      }
      const query = {
        ...(stub === undefined ? {} : { stub }),
        ...(options.target === undefined ? {} : { target: options.target }),
      }
      return options.resume
        ? resume(query, options, context)
        : withDesk(context, options, async ({ config, archive, time }) => {
            const deliveries = await archive.outgoing.list({ ...query, limit: shown })
            if (deliveries.length === 0 && config.export.targets.length === 0 && !options.json)
              await context.console.out(`${noTarget}\n`)
            else await show(deliveries, options, context, time)
          })
    })
}

type Query = Parameters<Archive['outgoing']['resume']>[0]

async function checkTargets(options: ExportOptions, context: CliContext): Promise<void> {
  const { config, secrets } = loadFor(context, options)
  const targets = pickTargets(createTargets(config, secrets, context.clock), options.target)
  let wrong = 0
  for (const target of targets) {
    const findings = [...(await target.check(context.signal)), ...findUnmapped(target, config)]
    wrong += findings.filter(({ level }) => level === 'wrong').length
    await context.console.out(describe(target, findings, options, context))
  }
  if (wrong > 0) {
    throw new IntakeError(
      'target-wrong',
      `${wrong === 1 ? '1 thing is' : `${wrong} things are`} wrong.`,
    )
  }
}

function findUnmapped({ name }: Target, config: Config): Finding[] {
  const found = config.export.targets.find((target) => target.name === name)
  return found !== undefined && 'mapping' in found
    ? checkMapping(found.mapping, deskTerms(config))
    : []
}

const describe = (
  { name, kind }: Target,
  findings: readonly Finding[],
  { json }: ExportOptions,
  { console }: CliContext,
) =>
  json
    ? jsonLine({ target: name, kind, findings })
    : renderFindings({ name, kind }, findings, console.paint)

/** Delivers at once where nobody else writes; a running daemon takes it up by itself. */
async function resume(query: Query, options: ExportOptions, context: CliContext): Promise<void> {
  let resumed: readonly Outgoing[] = []
  await withDesk(context, options, async ({ archive }) => {
    resumed = await archive.outgoing.resume(query)
  })
  if (resumed.length === 0) {
    context.console.err('Nothing has stopped or waits: there is nothing to resume.\n')
    return
  }
  try {
    await withApp(context, options, 'an export', (app) => app.deliverer.run(context.signal))
  } catch (error) {
    if (!(error instanceof IntakeError && error.code === 'database-in-use')) throw error
    context.console.err(
      'The running desk takes them up within seconds; `export` shows how far they are.\n',
    )
  }
  const numbers = new Set(resumed.map(({ delivery }) => delivery))
  await withDesk(context, options, async ({ archive, time }) => {
    const now = (await archive.outgoing.list(query)).filter(({ delivery }) => numbers.has(delivery))
    await show(now, options, context, time)
  })
}

async function show(
  deliveries: readonly Outgoing[],
  { json }: ExportOptions,
  { console }: CliContext,
  time: Parameters<typeof renderDeliveries>[1]['time'],
): Promise<void> {
  if (deliveries.length === 0 && !json) {
    await console.out(
      'Nothing was delivered yet: an approval sends a stub to the targets of the config.\n',
    )
    return
  }
  const { paint, columns } = console
  if (json) for (const delivery of deliveries) await console.out(jsonLine(delivery))
  else await console.out(renderDeliveries(deliveries, { paint, columns, time }))
}
