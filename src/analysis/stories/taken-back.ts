import type { ReadSignal } from '../readings/read-signal.ts'
import type { Workspace } from '../workspace.ts'
import { shareOf } from './meeting.ts'

/** Who takes back what was said longer ago names it again in so many words, and is joined by these. */
const takenBackHours = 72
/** A withdrawal tells little of the claim: so many telling terms of it are enough in one's own channel. */
const leastShared = 2

/** The channel's own claim that a withdrawal most likely takes back where it is no reply to it. */
export function takenBackBy(read: ReadSignal, workspace: Workspace): ReadSignal | undefined {
  const { signal, event, atMs } = read
  // A reply names what it takes back, and an edit takes back what the post itself said.
  if (!event.retracts || signal.replyTo !== undefined || signal.revision > 0) return undefined
  // Whose words are passed on take back somebody else's.
  if (signal.forwardedFrom !== undefined || event.event === 'statement') return undefined
  if (read.citations.length > 0) return undefined
  let best: { claim: ReadSignal; share: number } | undefined
  for (const claim of workspace.candidatesOf(read)) {
    if (claim.signal.channel !== signal.channel || claim.signal.forwardedFrom !== undefined)
      continue
    if (claim.event.retracts || claim.event.noise) continue
    if (claim.atMs > atMs || atMs - claim.atMs > takenBackHours * 3_600_000) continue
    const meeting = workspace.meetingOf(claim, read)
    if (meeting.telling < leastShared) continue
    const share = shareOf(meeting, false)
    if (best === undefined || share > best.share) best = { claim, share }
  }
  return best?.claim
}
