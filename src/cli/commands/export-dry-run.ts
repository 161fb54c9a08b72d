import { createTargets } from '../../export/targets/create-targets.ts'
import type { DryRun } from '../../export/delivery/dry-run.ts'
import { IntakeError } from '../../model/errors.ts'
import { MemberBook } from '../../desk/review/member-book.ts'
import { tryExport } from '../../jobs/try-export.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { pickTargets } from '../pick-targets.ts'
import { jsonLine } from '../rows.ts'
import { renderDryRun } from '../views/dry-run.ts'

/** Shows what a delivery of the stub would send, byte by byte. Throws IntakeError where one would be stopped. */
export async function showDryRun(
  stub: number,
  options: CommonOptions & { target?: string; json?: true },
  context: CliContext,
): Promise<void> {
  await withDesk(context, options, async ({ config, secrets, archive, channels }) => {
    const members = new MemberBook(config.desk.members, await archive.desk.members()).all()
    const { clock, console } = context
    const targets = pickTargets(createTargets(config, secrets, clock), options.target)
    const runs = await tryExport(stub, { archive, targets, channels, members, clock })
    if (runs === undefined) {
      throw new IntakeError('no-stub', `There is no stub ${stub}; \`draft ${stub}\` composes one.`)
    }
    for (const run of runs)
      await console.out(options.json ? jsonLine(run) : renderDryRun(run, console.paint))
    const stopped = runs.filter(stops).map(({ target }) => target)
    if (stopped.length > 0)
      throw new IntakeError('would-stop', `It would stop on its way to ${stopped.join(', ')}.`)
  })
}

const stops = ({ refused, leaks }: DryRun) => refused !== undefined || leaks.length > 0
