import path from 'node:path'
import { Argument, type Command } from 'commander'
import type { App } from '../../app/app.ts'
import { IntakeError } from '../../model/errors.ts'
import { meetsBar } from '../../desk/compose/bar.ts'
import { stubFiles } from '../../export/outbox.ts'
import type { Stub } from '../../model/stub.ts'
import { readNumbers } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { jsonLine } from '../rows.ts'
import { Progress } from '../terminal/progress.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import { withApp } from '../with-app.ts'
import { unknownStory } from './story.ts'

interface DraftOptions extends CommonOptions {
  all?: true
  json?: true
}

const batch = 100

export function addDraft(program: Command, context: CliContext): void {
  const stories = new Argument(
    '[stories...]',
    'numbers of stories, whatever the bar; else all that changed',
  )
  program
    .command('draft')
    .description('compose stubs now and write them to the outbox')
    .addArgument(stories.argParser(readNumbers))
    .option('--all', 'every story above the bar, changed or not')
    .option('--json', 'one JSON object a line')
    .action((numbers: number[] | undefined, _options: object, command: Command) => {
      const options = command.optsWithGlobals<DraftOptions>()
      return withApp(context, options, 'a draft', async (app) => {
        const stubs = await draftAll(app, numbers ?? [], options, context)
        for (const stub of stubs) await context.console.out(describe(stub, app, options))
        if (!options.json) context.console.err(await conclude(app, stubs.length))
      })
    })
}

async function draftAll(
  app: App,
  numbers: readonly number[],
  options: DraftOptions,
  context: CliContext,
): Promise<readonly Stub[]> {
  const progress = new Progress(context.console, 'Drafting', 'stubs')
  const stubs: Stub[] = []
  for await (const drafted of draft(app, numbers, options, context)) {
    stubs.push(...drafted)
    progress.update({ count: stubs.length })
  }
  progress.end()
  if (context.signal.aborted) throw new IntakeError('stopped', 'Stopped; run it again to go on.')
  // What was named is drafted whether it changed or not, so the outbox has to be told.
  await app.drafter.writeOutbox(new Set(stubs.map(({ stub }) => stub)))
  return stubs
}

async function* draft(
  { archive, drafter, config, clock }: App,
  numbers: readonly number[],
  { all }: DraftOptions,
  { signal }: CliContext,
): AsyncIterable<readonly Stub[]> {
  if (numbers.length > 0) {
    const stories = await archive.analysis.stories(numbers)
    const missing = numbers.find((number) => !stories.some(({ story }) => story === number))
    if (missing !== undefined) throw await unknownStory(archive, missing)
    yield await drafter.draft(stories)
  } else if (all) {
    const nowAt = clock().toISOString()
    for await (const stories of archive.analysis.allStories(batch)) {
      if (signal.aborted) return
      yield await drafter.draft(stories.filter((story) => meetsBar(story, config.stubs, nowAt)))
    }
  } else {
    yield* drafter.draftPending(signal)
  }
}

function describe(stub: Stub, { config }: App, { json }: DraftOptions): string {
  const { outbox } = config.paths
  const paths = stubFiles(stub).map((file) => path.join(outbox, file))
  if (json) {
    const { stub: number, story, version, state, headline } = stub
    return jsonLine({ stub: number, story, version, state, headline, paths })
  }
  return `#${stub.stub}  ${plainLine(stub.headline)}\n${paths.map((file) => `    ${file}\n`).join('')}`
}

async function conclude({ archive, config }: App, count: number): Promise<string> {
  if (count > 0) return `${count.toLocaleString('en')} drafted into ${config.paths.outbox}\n`
  const [any] = await archive.analysis.wire({ limit: 1 })
  return any === undefined
    ? 'There are no stories yet: `import` or `run` brings them in.\n'
    : 'Every stub is up to date. `draft NUMBER` drafts a story below the bar, `draft --all` everything anew.\n'
}
