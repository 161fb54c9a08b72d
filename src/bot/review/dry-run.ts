import { writeLeaving } from '../../export/delivery/describe-run.ts'
import type { DryRun } from '../../export/delivery/dry-run.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, rich } from '../rich.ts'
import { type Reply, type Screen, say } from '../screen.ts'
import type { Words } from '../words/words.ts'

/** What would leave for each target, as a file to the byte, with what would stop it. */
export async function showDryRun({ desk, words }: Asking, stub: number): Promise<Reply> {
  const runs = await desk.tryExport(stub)
  if (runs === undefined) return say(rich`${words.noStub(stub)}`)
  if (runs.length === 0) return say(rich`${words.export.noTarget}`)
  return { screens: runs.map((run) => toScreen(stub, run, words)) }
}

function toScreen(stub: number, run: DryRun, words: Words): Screen {
  const { target, leaving, refused, leaks } = run
  const stops = refused !== undefined || leaks.length > 0
  const text = lines([
    rich`${bold(`#${stub}`)} ${words.arrow} ${foreign(target)}`,
    rich`${words.export.run(run)}`,
    rich`${stops ? '✋' : '✓'} ${refused === undefined ? words.export.leaks(run) : words.export.reason(refused)}`,
  ])
  return leaving.length === 0
    ? { text }
    : {
        text,
        file: { name: `${stub}-${target}.txt`, bytes: Buffer.from(writeLeaving(leaving)) },
      }
}
