import { pause } from '../lib/pause.ts'
import type { ChainStore } from '../model/chain.ts'

const betweenMs = 20

/** Takes what was stored before there was a chain into it, little by little, so that the desk goes on meanwhile. */
export async function fillChain(
  chain: Pick<ChainStore, 'fill'>,
  clock: () => Date,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && (await chain.fill(clock().toISOString()))) {
    await pause(betweenMs, signal)
  }
}
