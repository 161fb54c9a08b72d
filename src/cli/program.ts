import { Command } from 'commander'
import { addBackup } from './commands/backup.ts'
import { addChannels } from './commands/channels.ts'
import { addCheck } from './commands/check.ts'
import { addDecide } from './commands/decide.ts'
import { addDraft } from './commands/draft.ts'
import { addDump } from './commands/dump.ts'
import { addEvidence } from './commands/evidence.ts'
import { addExplain } from './commands/explain.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addImportArchive } from './commands/import-archive.ts'
import { addReanalyse } from './commands/reanalyse.ts'
import { addRestore } from './commands/restore.ts'
import { addRun } from './commands/run.ts'
import { addSearch } from './commands/search.ts'
import { addStatus } from './commands/status.ts'
import { addStats } from './commands/stats.ts'
import { addStory } from './commands/story.ts'
import { addStub } from './commands/stub.ts'
import { addVerify } from './commands/verify.ts'
import { addWire } from './commands/wire.ts'
import type { CliContext } from './context.ts'

const commands = [
  addRun,
  addCheck,
  addImport,
  addImportArchive,
  addWire,
  addStory,
  addExplain,
  addDecide,
  addSearch,
  addChannels,
  addDraft,
  addStub,
  addExport,
  addDump,
  addReanalyse,
  addStats,
  addStatus,
  addVerify,
  addEvidence,
  addBackup,
  addRestore,
]

/** All commands of `intake`; nothing runs until it is parsed. */
export function createProgram(context: CliContext): Command {
  const { console } = context
  const program = new Command('intake')
    .usage('COMMAND [options]')
    .description('The intake desk: counts origins, not channels.')
    .option('--config <file>', 'the configuration', 'config/intake.yaml')
    .option(
      '--db <file>',
      'another database than the configured one; its drafts go to a folder beside it',
    )
    .configureHelp({ showGlobalOptions: true, helpWidth: console.columns })
    .configureOutput({
      writeOut: (text) => {
        void console.out(text)
      },
      writeErr: (text) => {
        console.err(text)
      },
    })
    .showHelpAfterError('(`npm run -s intake -- COMMAND --help` tells the options)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nFrom a checkout: npm run -s intake -- COMMAND. Exit codes: 0 done, 1 failed, 2 wrong use.',
    )
  for (const add of commands) add(program, context)
  return program
}
