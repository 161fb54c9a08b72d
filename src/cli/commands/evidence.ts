import path from 'node:path'
import { Argument, type Command } from 'commander'
import { PictureFiles } from '../../intake/pictures/picture-files.ts'
import { packEvidence } from '../../ops/evidence/pack.ts'
import { readNumber } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { painter } from '../terminal/paint.ts'
import { renderStory } from '../views/story.ts'
import { openStory } from './story.ts'

interface EvidenceOptions extends CommonOptions {
  json?: true
  out?: string
}

const reportColumns = 100

export function addEvidence(program: Command, context: CliContext): void {
  program
    .command('evidence')
    .description(
      'packs raw payloads, revisions and hashes of a story into one archive that verifies itself',
    )
    .addArgument(new Argument('<number>', 'the number that `wire` shows').argParser(readNumber))
    .option('--out <file>', 'where to; evidence-NUMBER.tar.gz by default')
    .option('--json', 'one JSON object')
    .action((number: number, _options: object, command: Command) => {
      const options = command.optsWithGlobals<EvidenceOptions>()
      return withDesk(context, options, async ({ archive, channels, config, time }) => {
        const { console, clock } = context
        const pictures = new PictureFiles(config.paths.pictures)
        const story = await openStory(archive, number)
        const titleOf = (channel: string) => channels.get(channel).title
        const look = { paint: painter(false), columns: reportColumns, time, titleOf }
        const packed = await packEvidence(
          archive,
          {
            story: story.story,
            signals: story.story.signals.flatMap((key) => story.signals.get(key) ?? []),
            report: renderStory(story, look),
            pictureFile: (picture) => pictures.pathOf(picture),
            at: clock(),
          },
          path.resolve(options.out ?? `evidence-${number}.tar.gz`),
        )
        const { file, payloads, signals, revisions, pictures: fetched, chainEntries } = packed
        await console.out(
          options.json
            ? jsonLine(packed)
            : `${file}: ${signals} signals, ${revisions} revisions, ${payloads} payloads, ${fetched} pictures, ${chainEntries} entries of the chain.\nInternal: it names channels. To verify it anywhere: tar xf FILE, then node verify.mjs in its folder\n`,
        )
      })
    })
}
