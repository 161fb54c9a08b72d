import { type Command, Option } from 'commander'
import type { Sourcing } from '../../model/story.ts'
import { readCount, readHours } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { jsonLine, wireRow } from '../rows.ts'
import { sourcings } from '../views/sourcing.ts'
import { renderWire } from '../views/wire.ts'

interface WireOptions extends CommonOptions {
  hours?: number
  sourcing?: Sourcing
  limit: number
  json?: true
}

export function addWire(program: Command, context: CliContext): void {
  program
    .command('wire')
    .description('the latest stories: who really said it first, and how many independent origins')
    .option('--hours <number>', 'only stories with a signal in the last hours', readHours)
    .addOption(
      new Option('--sourcing <state>', 'only stories sourced like this').choices(sourcings),
    )
    .option('--limit <count>', 'at most so many stories', readCount, 40)
    .option('--json', 'one JSON object a line')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<WireOptions>()
      return withDesk(context, options, (desk) => showWire(desk, options, context))
    })
}

async function showWire(desk: Desk, options: WireOptions, context: CliContext): Promise<void> {
  const { console, clock } = context
  const { hours, sourcing, limit } = options
  const stories = await desk.archive.analysis.wire({
    limit,
    ...(hours === undefined ? {} : { since: hoursBefore(clock(), hours) }),
    ...(sourcing === undefined ? {} : { sourcing }),
  })
  if (options.json) {
    for (const story of stories) await console.out(jsonLine(wireRow(story)))
    return
  }
  const { paint, columns } = console
  await console.out(renderWire(stories, { paint, columns, time: desk.time }))
  console.err(stories.length === 0 ? await whyEmpty(desk, options) : hint(stories.length, limit))
}

const hoursBefore = (now: Date, hours: number) =>
  new Date(now.getTime() - hours * 3_600_000).toISOString()

const hint = (shown: number, limit: number) =>
  `\n${shown === limit ? `The newest ${limit}; --limit shows more. ` : ''}\`story NUMBER\` shows who took it from whom.\n`

async function whyEmpty(desk: Desk, { hours, sourcing }: WireOptions): Promise<string> {
  const [newest] = await desk.archive.analysis.wire({ limit: 1 })
  if (newest === undefined) return `The wire is empty. ${desk.howToFill}\n`
  const what = sourcing === undefined ? 'story' : `story that is ${sourcing}`
  const when = hours === undefined ? '' : ` in the last ${hours} hours`
  return `There is no ${what}${when}. The newest story is from ${desk.time.full(newest.lastAt)}; \`wire\` without options shows it.\n`
}
