import { Argument, type Command } from 'commander'
import type { Archive } from '../../model/archive.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { jsonLine, linkRow, signalRow, storyRow } from '../rows.ts'

const batch = 1000

/** Everything of one kind, batch by batch, as the rows that others rely on. */
const dumps = {
  signals: (archive: Archive) => rowsOf(archive.signals.all(batch), signalRow),
  links: (archive: Archive) => rowsOf(archive.analysis.links(batch), linkRow),
  stories: (archive: Archive) => rowsOf(archive.analysis.allStories(batch), storyRow),
  stubs: (archive: Archive) => rowsOf(archive.stubs.all(batch), (stub) => stub),
} as const

type DumpKind = keyof typeof dumps

export function addDump(program: Command, context: CliContext): void {
  const kinds = Object.keys(dumps)
  program
    .command('dump')
    .description('all signals, links, stories or stubs as JSON Lines')
    .addArgument(new Argument('<what>', 'what to write').choices(kinds))
    .option('--json', 'JSON Lines, which is what it writes anyway')
    .action((kind: DumpKind, _options: object, command: Command) =>
      withDesk(context, command.optsWithGlobals<CommonOptions>(), async ({ archive }) => {
        for await (const lines of dumps[kind](archive)) await context.console.out(lines)
      }),
    )
}

async function* rowsOf<T>(batches: AsyncIterable<readonly T[]>, toRow: (item: T) => unknown) {
  for await (const items of batches) yield items.map((item) => jsonLine(toRow(item))).join('')
}
