import { type Command, InvalidArgumentError } from 'commander'
import type { ChainHead, Finding } from '../../model/chain.ts'
import { IntakeError } from '../../model/errors.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { Progress } from '../terminal/progress.ts'
import { renderVerified, type Verified } from '../views/verify.ts'

interface VerifyOptions extends CommonOptions {
  json?: true
  noted?: ChainHead
}

export function addVerify(program: Command, context: CliContext): void {
  program
    .command('verify')
    .description('walks all that is stored and tells what is not as it was received')
    .option(
      '--noted <entry:hash>',
      'an entry of the chain that was written down elsewhere, as this command prints it',
      readNoted,
    )
    .option('--json', 'one JSON object')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<VerifyOptions>()
      return withDesk(context, options, async (desk) => {
        const verified = await verifyAll(desk, options.noted, context)
        const { console } = context
        await console.out(
          options.json ? jsonLine(verified) : renderVerified(verified, console.paint),
        )
        const { findings } = verified
        if (findings.length === 0) return
        const counted = findings.length === 1 ? '1 thing is' : `${findings.length} things are`
        throw new IntakeError(
          'verify-failed',
          `${counted} not as stored. Keep this file as it is, and compare it with a backup: \`restore\` puts one in its place.`,
        )
      })
    })
}

async function verifyAll(
  { archive }: Desk,
  noted: ChainHead | undefined,
  { console, signal }: CliContext,
): Promise<Verified> {
  const findings: Finding[] = []
  const checked: Record<string, number> = {}
  const progress = new Progress(console, 'Verifying', 'rows')
  for await (const step of archive.verify(noted)) {
    findings.push(...step.findings)
    checked[step.check] = step.count
    progress.update({ count: Object.values(checked).reduce((sum, count) => sum + count, 0) })
    if (signal.aborted) throw new IntakeError('stopped', 'Stopped before everything was looked at.')
  }
  progress.end()
  return { ok: findings.length === 0, head: await archive.chain.head(), checked, findings }
}

function readNoted(value: string): ChainHead {
  const [, entry, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(value) ?? []
  if (entry !== undefined && hash !== undefined) return { entry: Number(entry), hash }
  throw new InvalidArgumentError('Expected an entry and its hash, such as 812:5f2c… (64 digits).')
}
