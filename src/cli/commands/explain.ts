import type { Command } from 'commander'
import { createExplainer } from '../../intake/create-engine.ts'
import { explainSignals } from '../../intake/explain.ts'
import { IntakeError } from '../../model/errors.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { findSignal } from '../../intake/find-signal.ts'
import { jsonLine } from '../rows.ts'
import { Progress } from '../terminal/progress.ts'
import { renderExplanation } from '../views/explain.ts'

interface ExplainOptions extends CommonOptions {
  json?: true
}

export function addExplain(program: Command, context: CliContext): void {
  program
    .command('explain')
    .description('why two signals are, or are not, linked and in one story: every feature weighed')
    .argument('<first>', 'a signal, such as alpha/7 or https://t.me/alpha/7')
    .argument('<second>', 'another signal')
    .option('--json', 'one JSON object')
    .action((first: string, second: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<ExplainOptions>()
      return withDesk(context, options, (desk) => explain(desk, [first, second], options, context))
    })
}

async function explain(
  desk: Desk,
  [first, second]: readonly [string, string],
  { json }: ExplainOptions,
  { console }: CliContext,
): Promise<void> {
  const { archive, config, channels, time } = desk
  const pair = [await findSignal(desk, first), await findSignal(desk, second)] as const
  const [a, b] = pair
  if (a.key === b.key) {
    throw new IntakeError('one-signal', `Both name ${a.key}: give two different signals.`)
  }
  const judged = await archive.analysis.storyOf([a.key, b.key])
  const waiting = pair.find(({ key }) => !judged.has(key))
  if (waiting !== undefined) {
    throw new IntakeError(
      'not-judged',
      `${waiting.key} is stored and not judged yet: \`run\`, or any \`import\`, judges what waits.`,
    )
  }
  const progress = new Progress(console, 'Reading the signals around them', 'signals')
  const engine = await createExplainer(config, archive, channels)
  const { explanation, weighedBy } = await explainSignals(archive, engine, pair, (done) => {
    progress.update(done)
  })
  progress.end()
  const { paint, columns } = console
  await console.out(
    json
      ? jsonLine({ ...explanation, weighedBy })
      : renderExplanation(explanation, weighedBy, { paint, columns, time }),
  )
}
