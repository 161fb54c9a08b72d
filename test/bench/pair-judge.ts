import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { findConflicts } from '../../src/analysis/conflicts.ts'
import { type ReadSignal, readSignal } from '../../src/analysis/read-signal.ts'
import { SignatureBook } from '../../src/analysis/signatures.ts'
import { judgePair, type StoryJudgement } from '../../src/analysis/story-judge.ts'
import type { Toolkit } from '../../src/analysis/toolkit.ts'
import { TermWeights } from '../../src/analysis/term-weights.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { toSignal } from '../helpers/to-signal.ts'

export type PairJudge = (a: string, b: string) => StoryJudgement & { contradicts: boolean }

const at = '2026-01-01T00:00:00Z'
const hours = 36

/** Judges pairs as if two channels had posted them at once, with the rarity of words taken from all texts. */
export async function createPairJudge(texts: readonly string[]): Promise<PairJudge> {
  const channels = new ChannelBook([])
  const tools = createToolkit(await loadGazetteer(), channels)
  const weights = new TermWeights()
  const reads = new Map<string, ReadSignal>()
  for (const text of texts) {
    if (reads.has(text)) continue
    const signal = toSignal({ channel: `text${reads.size}`, id: 1, at, text })
    const plain = readSignal(signal, channels.get(signal.channel), tools, new SignatureBook())
    const read = { ...plain, terms: weights.intern(plain.terms) }
    weights.add(read.terms)
    reads.set(text, read)
  }
  return (a, b) => {
    const first = reads.get(a)
    const second = reads.get(b)
    if (first === undefined || second === undefined)
      throw new Error('Both texts must be among those given.')
    const judgement = judgePair(first, second, weights, hours)
    const conflicts = findConflicts([first, second].map((read) => toClaim(read, tools)))
    return { ...judgement, contradicts: judgement.verdict !== 'apart' && conflicts.length > 0 }
  }
}

const toClaim = ({ signal, details, event, places }: ReadSignal, { readClaim }: Toolkit) => ({
  claim: readClaim(signal.text),
  key: signal.key,
  at: signal.at,
  details,
  event,
  places: places.map(({ place, name }) => ({ id: place, name })),
  origins: [`ch:${signal.channel}`],
})
