import type { App } from '../app/app.ts'
import { IntakeError } from '../model/errors.ts'
import type { CliContext } from './context.ts'
import { Progress } from './terminal/progress.ts'

export interface Judged {
  signals: number
  signalsPerSecond: number
  drafted: number
}

/** Judges and drafts everything that waits, with progress; a stop leaves the rest for the next time. */
export async function judgeAll(
  app: App,
  { console, signal }: CliContext,
  expected: number,
): Promise<Judged> {
  const judging = new Progress(console, 'Judging', 'signals')
  let drafting: Progress | undefined
  const beganMs = performance.now()
  let judgedMs = beganMs
  let signals = 0
  let drafted = 0
  for await (const step of app.analyst.run(signal)) {
    signals += step.signals
    drafted += step.drafted.length
    if (step.signals > 0) {
      judgedMs = performance.now()
      judging.update({ count: signals, share: Math.min(1, signals / Math.max(expected, 1)) })
    } else {
      judging.end()
      drafting ??= new Progress(console, 'Drafting', 'stubs')
      drafting.update({ count: drafted })
    }
  }
  judging.end()
  drafting?.end()
  if (signal.aborted) {
    throw new IntakeError(
      'stopped',
      'Stopped. Nothing is lost: what waits is judged by the next command that writes, or by `run`.',
    )
  }
  const seconds = Math.max((judgedMs - beganMs) / 1000, 0.001)
  return { signals, signalsPerSecond: Math.round(signals / seconds), drafted }
}
