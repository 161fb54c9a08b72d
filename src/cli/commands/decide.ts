import type { Command } from 'commander'
import type { App } from '../../app.ts'
import { plainLine, isolate } from '../../lib/terminal-text.ts'
import type { Decision, Story } from '../../model/story.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { findSignal } from '../../intake/find-signal.ts'
import { judgeAll } from '../judge-all.ts'
import { jsonLine, storyRow } from '../rows.ts'
import { withApp } from '../with-app.ts'

interface DecideOptions extends CommonOptions {
  reason?: string
  json?: true
}

const commands = {
  join: 'make one story of the two that hold these signals, whatever the likeness; it lasts',
  part: 'keep these signals in two stories, whatever the likeness; it lasts, and undoes no link',
} as const

export function addDecide(program: Command, context: CliContext): void {
  for (const kind of ['join', 'part'] as const) {
    program
      .command(kind)
      .description(commands[kind])
      .argument('<first>', 'a signal, such as alpha/7 or https://t.me/alpha/7')
      .argument('<second>', 'another signal')
      .option('--reason <words>', 'why, for those who ask later')
      .option('--json', 'one JSON object')
      .action((first: string, second: string, _options: object, command: Command) => {
        const options = command.optsWithGlobals<DecideOptions>()
        return withApp(context, options, "an editor's decision", (app) =>
          decide(app, kind, [first, second], options, context),
        )
      })
  }
}

/** The command line knows nobody by number. */
const nobody = 0

async function decide(
  app: App,
  kind: Decision['kind'],
  [first, second]: readonly [string, string],
  { reason, json }: DecideOptions,
  context: CliContext,
): Promise<void> {
  const { console, clock } = context
  const [a, b] = [await findSignal(app, first), await findSignal(app, second)]
  const stories = await app.analyst.decide({
    kind,
    signals: [a.key, b.key],
    at: clock().toISOString(),
    by: nobody,
    ...(reason === undefined ? {} : { reason }),
  })
  // The drafts of what changed are written with all that waits.
  await judgeAll(app, context, 0)
  const numbers = await app.archive.analysis.storyOf([a.key, b.key])
  const [one, other] = [numbers.get(a.key), numbers.get(b.key)]
  if (json) {
    await console.out(jsonLine({ kind, signals: [a.key, b.key], stories: stories.map(storyRow) }))
    return
  }
  const now =
    one === other
      ? `${a.key} and ${b.key} are in one story, #${String(one)}.`
      : `${a.key} is in #${String(one)}, ${b.key} in #${String(other)}.`
  const why =
    kind === 'part' && one === other
      ? ' A forward, copy, citation or translation ties them, which no decision undoes.'
      : stories.length === 0
        ? ' Nothing moved; the decision holds for what comes.'
        : ''
  await console.out(`${now}${why}\n${stories.map(lineOf).join('')}`)
}

const lineOf = ({ story, signals, headline }: Story) =>
  `#${story}  ${signals.length} ${signals.length === 1 ? 'signal' : 'signals'}  ${isolate(plainLine(headline))}\n`
