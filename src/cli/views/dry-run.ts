import type { DryRun } from '../../export/delivery/dry-run.ts'
import { describeLeaks, describeRun, writeLeaving } from '../../export/delivery/describe-run.ts'
import { plain, plainLine } from '../../lib/terminal-text.ts'
import type { Paint } from '../terminal/paint.ts'

/** A dry run on a terminal: what would be done, the verdict, then each request or file to the letter. */
export function renderDryRun(run: DryRun, paint: Paint): string {
  const { target, kind, refused, leaks, leaving } = run
  const stops = refused !== undefined || leaks.length > 0
  const lines = [
    `${paint('bold', target)} (${kind}): ${describeRun(run)}`,
    `  ${stops ? paint('red', '×') : paint('green', '✓')} ${plainLine(refused?.words ?? describeLeaks(run))}`,
  ]
  return `${lines.join('\n')}\n${leaving.length === 0 ? '' : `\n${plain(writeLeaving(leaving))}`}\n`
}
