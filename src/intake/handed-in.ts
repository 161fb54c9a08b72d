import type { Archive } from '../model/archive.ts'
import { type SignalKey, signalKey } from '../model/signal.ts'
import type { IntakeContext } from './ingest.ts'

export interface HandedIn {
  signal: SignalKey
  /** The desk had it from elsewhere before. */
  known: boolean
}

/** The stored signal that a journaled update of a member handed in; undefined where it held none. */
export async function findHandedIn(
  archive: Archive,
  { readers, channels }: Pick<IntakeContext, 'readers' | 'channels'>,
  journal: number,
  by: number,
): Promise<HandedIn | undefined> {
  const payload = await archive.journal.read(journal)
  if (payload === undefined) return undefined
  const [post] = readers[payload.kind](payload).posts
  if (post === undefined) return undefined
  const key = signalKey(channels.canonical(post.channel), post.id)
  const signal = (await archive.signals.get([key])).get(key)
  return signal && { signal: key, known: signal.handedInBy !== by }
}
