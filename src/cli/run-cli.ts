import { CommanderError } from 'commander'
import { redactor } from '../lib/redact.ts'
import { IntakeError } from '../model/errors.ts'
import { type CliContext, exitCodes } from './context.ts'
import { createProgram } from './program.ts'

/** Runs one command line (without `node` and the script) and gives its exit code; faults become one message. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  const program = createProgram(context)
  try {
    if (args.length === 0) {
      context.console.err(program.helpInformation())
      return exitCodes.wrongUse
    }
    await program.parseAsync(args, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
    }
    context.console.err(`error: ${redactor([])(describeFault(error, context.env))}\n`)
    return exitCodes.failed
  }
}

/** A fault of ours tells the next step; one that nobody foresaw tells where it happened, too. */
function describeFault(error: unknown, env: NodeJS.ProcessEnv): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof IntakeError && env['DEBUG'] === undefined) return error.message
  return error.stack ?? error.message
}
