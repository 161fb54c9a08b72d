import { rememberTexts } from '../../lib/remember.ts'
import type { Channel } from '../../model/channel.ts'
import type { Signal } from '../../model/signal.ts'
import type { SignatureBook } from '../copies/signatures.ts'
import { normalise } from '../text/normalise.ts'
import type { Toolkit } from '../toolkit.ts'
import { readSignal, textsOf } from './read-signal.ts'
import { type OpenedReading, openReading, storeReading } from './stored-reading.ts'

/** A reading that another thread made, by what it knew of the channels' signatures then. */
export interface ReadingAhead {
  bytes: Uint8Array
  /** Lines that were no signature then: once one of them is, the signal is to be read anew. */
  unsigned: readonly number[]
}

/** The same in the thread that judges. */
export interface OpenedAhead extends ReadingAhead {
  opened: OpenedReading
}

/** Reads a signal for another thread. */
export function readAhead(
  signal: Signal,
  channel: Channel,
  tools: Toolkit,
  signatures: SignatureBook,
): ReadingAhead {
  // Each text is asked for more than once.
  const toNormal = rememberTexts(normalise, signal.revisions.length + 1)
  const reading = readSignal(signal, channel, tools, { signatures, toNormal })
  const lines = textsOf(signal).flatMap((text) =>
    signatures.unsignedOf(signal.channel, toNormal(text)),
  )
  return { bytes: storeReading(reading), unsigned: [...new Set(lines)] }
}

/** Opens what another thread read; undefined where it is of other texts than the signal's. */
export function openAhead(signal: Signal, ahead: ReadingAhead): OpenedAhead | undefined {
  const opened = openReading(signal, ahead.bytes)
  return opened && { ...ahead, opened }
}
