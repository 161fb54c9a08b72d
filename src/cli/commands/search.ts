import type { Command } from 'commander'
import { readCount, readSince } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { hitRow, jsonLine } from '../rows.ts'
import { renderHit } from '../views/search.ts'

interface SearchOptions extends CommonOptions {
  lang?: string
  channel?: string
  since?: string
  limit: number
  json?: true
}

export function addSearch(program: Command, context: CliContext): void {
  program
    .command('search')
    .description('signals that hold all the words, newest first; a word* is a beginning')
    .argument('[words...]', 'words in any of the desk’s languages, with or without their marks')
    .option('--lang <code>', 'only signals in this language, such as uk')
    .option('--channel <id>', 'only signals of this channel')
    .option('--since <when>', 'only signals from this day or instant on', readSince)
    .option('--limit <count>', 'at most so many signals', readCount, 20)
    .option('--json', 'one JSON object a line')
    .action((words: string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<SearchOptions>()
      if (words.length === 0 && (options.lang ?? options.channel ?? options.since) === undefined)
        command.error('error: search for words, or narrow it by --lang, --channel or --since')
      return withDesk(context, options, (desk) => search(desk, words.join(' '), options, context))
    })
}

async function search(
  desk: Desk,
  words: string,
  { lang, channel, since, limit, json }: SearchOptions,
  { console }: CliContext,
): Promise<void> {
  const hits = await desk.archive.search.find({
    words,
    limit,
    offset: 0,
    ...(lang === undefined ? {} : { lang: lang.toLowerCase() }),
    ...(channel === undefined ? {} : { channel: desk.channels.canonical(channel) }),
    ...(since === undefined ? {} : { since }),
  })
  for (const hit of hits) {
    await console.out(json ? jsonLine(hitRow(hit)) : renderHit(hit, console.paint, desk.time))
  }
  if (json) return
  if (hits.length === 0)
    console.err(
      words === ''
        ? 'Nothing is stored of that channel, language and time.\n'
        : 'Nothing found. Fewer words, or a beginning such as missil*, find more.\n',
    )
  else if (hits.length === limit) console.err(`\nThe newest ${limit}; --limit shows more.\n`)
}
