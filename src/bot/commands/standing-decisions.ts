import type { StoredDecision, Story } from '../../model/story.ts'
import type { Asking } from '../context.ts'

/** Decisions of editors that stand and touch a story, the latest first. */
export async function decisionsOn(
  { desk }: Asking,
  { signals }: Story,
): Promise<readonly StoredDecision[]> {
  const held = new Set(signals)
  const all = await desk.archive.analysis.decisions()
  return all
    .filter((each) => isStanding(each) && each.signals.some((key) => held.has(key)))
    .reverse()
}

export const isStanding = ({ withdrawnAt }: StoredDecision): boolean => withdrawnAt === undefined

export const isOf = ({ signals }: StoredDecision, a: string, b: string): boolean =>
  signals.includes(a) && signals.includes(b)
