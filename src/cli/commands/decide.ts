import type { Command } from 'commander'
import type { App } from '../../app/app.ts'
import { plainLine, isolate } from '../../lib/terminal-text.ts'
import { IntakeError } from '../../model/errors.ts'
import type { Decision, Story } from '../../model/story.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { findSignal } from '../../intake/find-signal.ts'
import { judgeAll } from '../judge-all.ts'
import { jsonLine, storyRow } from '../rows.ts'
import { withApp } from '../with-app.ts'

interface DecideOptions extends CommonOptions {
  reason?: string
  withdraw?: true
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
      .option('--withdraw', 'take such a decision back, as if it had never been made')
      .option('--json', 'one JSON object')
      .action((first: string, second: string, _options: object, command: Command) => {
        const options = command.optsWithGlobals<DecideOptions>()
        return withApp(context, options, "an editor's decision", (app) =>
          options.withdraw
            ? withdraw(app, kind, [first, second], options, context)
            : decide(app, kind, [first, second], options, context),
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
  if (json) {
    await console.out(jsonLine({ kind, signals: [a.key, b.key], stories: stories.map(storyRow) }))
    return
  }
  const { isOne, told } = await whereNow(app, [a.key, b.key])
  const why =
    kind === 'part' && isOne
      ? ' A forward, copy, citation or translation ties them, which no decision undoes.'
      : stories.length === 0
        ? ' Nothing moved; the decision holds for what comes.'
        : ''
  await console.out(`${told}${why}\n${stories.map(lineOf).join('')}`)
}

/** Takes back every decision of the kind on the two signals that stands. */
async function withdraw(
  app: App,
  kind: Decision['kind'],
  given: readonly [string, string],
  { json }: DecideOptions,
  context: CliContext,
): Promise<void> {
  const { console, clock } = context
  const [a, b] = [await findSignal(app, given[0]), await findSignal(app, given[1])]
  const decisions = (await app.archive.analysis.decisions()).filter(
    (each) =>
      each.kind === kind &&
      each.withdrawnAt === undefined &&
      each.signals.includes(a.key) &&
      each.signals.includes(b.key),
  )
  if (decisions.length === 0) {
    throw new IntakeError(
      'no-decision',
      `Nobody has decided to ${kind} ${a.key} and ${b.key}. \`story NUMBER\` shows the decisions on a story.`,
    )
  }
  const changed: Story[] = []
  for (const { decision } of decisions)
    changed.push(...(await app.analyst.withdraw(decision, clock().toISOString())))
  await judgeAll(app, context, 0)
  const { told } = await whereNow(app, [a.key, b.key])
  await console.out(
    json
      ? jsonLine({ withdrawn: kind, signals: [a.key, b.key], stories: changed.map(storyRow) })
      : `Taken back. ${told}\n${changed.map(lineOf).join('')}`,
  )
}

async function whereNow(app: App, [a, b]: Decision['signals']) {
  const numbers = await app.archive.analysis.storyOf([a, b])
  const [one, other] = [numbers.get(a), numbers.get(b)]
  const told =
    one === other
      ? `${a} and ${b} are in one story, #${String(one)}.`
      : `${a} is in #${String(one)}, ${b} in #${String(other)}.`
  return { isOne: one === other, told }
}

const lineOf = ({ story, signals, headline }: Story) =>
  `#${story}  ${signals.length} ${signals.length === 1 ? 'signal' : 'signals'}  ${isolate(plainLine(headline))}\n`
