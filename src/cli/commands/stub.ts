import { Argument, type Command, Option } from 'commander'
import { renderHtml } from '../../export/formats/render-html.ts'
import { renderJson } from '../../export/formats/render-json.ts'
import { renderMarkdown } from '../../export/formats/render-markdown.ts'
import { IntakeError } from '../../model/errors.ts'
import type { Stub } from '../../model/stub.ts'
import { readNumber } from '../arguments.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { unknownStory } from './story.ts'

type Format = 'md' | 'json' | 'html'

interface StubOptions extends CommonOptions {
  format: Format
  json?: true
}

export function addStub(program: Command, context: CliContext): void {
  program
    .command('stub')
    .description('one draft as the outbox has it')
    .addArgument(new Argument('<number>', 'the number of its story').argParser(readNumber))
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['md', 'json', 'html'])
        .default('md'),
    )
    .option('--json', 'the same as --format json')
    .action((number: number, _options: object, command: Command) => {
      const options = command.optsWithGlobals<StubOptions>()
      return withDesk(context, options, async (desk) => {
        const stub = await findStub(desk, number)
        const format = options.json ? 'json' : options.format
        await context.console.out(render(stub, format))
      })
    })
}

async function findStub({ archive }: Desk, number: number): Promise<Stub> {
  const stub = await archive.stubs.get(number)
  if (stub !== undefined) return stub
  if ((await archive.analysis.story(number)) === undefined)
    throw await unknownStory(archive, number)
  throw new IntakeError(
    'no-stub',
    `Story #${number} has no stub: it is below the bar (stubs in the config). \`draft ${number}\` makes one.`,
  )
}

const renderers: Record<Format, (stub: Stub) => string> = {
  md: renderMarkdown,
  html: renderHtml,
  json: renderJson,
}

const render = (stub: Stub, format: Format) => renderers[format](stub)
