import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { LetterWeights } from '../../src/analysis/text/letter-weights.ts'
import { contradictionIn } from '../../src/analysis/conflicts/contradiction-in.ts'
import { normalise } from '../../src/analysis/text/normalise.ts'
import {
  internReading,
  type ReadSignal,
  readSignal,
} from '../../src/analysis/readings/read-signal.ts'
import { SignatureBook } from '../../src/analysis/copies/signatures.ts'
import type { Toolkit } from '../../src/analysis/toolkit.ts'
import type { Judging } from '../../src/analysis/stories/judgement.ts'
import { TermWeights } from '../../src/analysis/text/term-weights.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { shippedGazetteer } from './shipped-gazetteer.ts'
import { toSignal } from './to-signal.ts'

export interface Reader extends Judging {
  tools: Toolkit
  /** Reads a post of a channel that nothing is known of, and counts its words. */
  read: (post: RawPost) => ReadSignal
}

/** Reads posts as analysis does, with the shipped gazetteer and the rarity of words kept as they come. */
export async function createReader(): Promise<Reader> {
  const channels = new ChannelBook([])
  const { gazetteer, finders } = await shippedGazetteer()
  const tools = createToolkit(gazetteer, channels, [], finders)
  const weights = new TermWeights(tools.background)
  const letters = new LetterWeights()
  return {
    tools,
    contradict: contradictionIn(tools.readClaim),
    weights,
    letters,
    postsPerHour: 1,
    read: (post) => {
      const signal = toSignal(post)
      const context = { signatures: new SignatureBook(), toNormal: normalise }
      const reading = readSignal(signal, channels.get(signal.channel), tools, context)
      const read = internReading(reading, weights)
      weights.add(read.terms)
      letters.add(read.letters)
      return read
    },
  }
}
