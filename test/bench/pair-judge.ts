import { contradicts } from '../../src/analysis/conflicts/contradiction.ts'
import { findConflicts } from '../../src/analysis/conflicts/conflicts.ts'
import type { ReadSignal } from '../../src/analysis/readings/read-signal.ts'
import type { StoryJudgement } from '../../src/analysis/stories/judgement.ts'
import { judgePair } from '../../src/analysis/stories/story-judge.ts'
import { createReader } from '../helpers/reader.ts'
import type { Toolkit } from '../../src/analysis/toolkit.ts'

export type PairJudge = (a: string, b: string) => StoryJudgement & { contradicts: boolean }

const at = '2026-01-01T00:00:00Z'
const hours = 36

/**
 * Judges pairs by their texts alone: two channels, no time between them, the rarity of words taken from
 * all texts.
 */
export async function createPairJudge(texts: readonly string[]): Promise<PairJudge> {
  const reader = await createReader()
  const reads = new Map<string, ReadSignal>()
  for (const text of new Set(texts)) {
    reads.set(text, reader.read({ channel: `text${reads.size}`, id: 1, at, text }))
  }
  return (a, b) => {
    const first = reads.get(a)
    const second = reads.get(b)
    if (first === undefined || second === undefined)
      throw new Error('Both texts must be among those given.')
    const judgement = judgePair(first, second, reader, hours)
    const [one, other] = [toClaim(first, reader.tools), toClaim(second, reader.tools)]
    // What two texts say against each other may be too little for the table of a story, which many tell.
    const disagree =
      findConflicts([one, other]).length > 0 || contradicts(one.claim, other.claim) !== undefined
    return {
      ...judgement,
      score: judgement.likeness,
      contradicts: judgement.verdict !== 'apart' && disagree,
    }
  }
}

const toClaim = ({ signal, lang, details, event, places }: ReadSignal, { readClaim }: Toolkit) => ({
  claim: readClaim(signal.text),
  key: signal.key,
  lang,
  at: signal.at,
  details,
  event,
  places: places.map(({ place, name, kind, from }) => ({ id: place, name, kind, from })),
  origins: [`ch:${signal.channel}`],
})
