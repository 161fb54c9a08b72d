import { rememberTexts } from '../../lib/remember.ts'
import type { Channel } from '../../model/channel.ts'
import type { Signal } from '../../model/signal.ts'
import { edgesOf, type SignatureBook } from '../copies/signatures.ts'
import { normalise } from '../text/normalise.ts'
import type { Toolkit } from '../toolkit.ts'
import { readSignal, textsOf } from './read-signal.ts'
import { type OpenedReading, openReading, storeReading } from './stored-reading.ts'

/** A reading that another thread made, by what it knew of the channels' signatures then. */
export interface ReadingAhead {
  bytes: Uint8Array
  /** Hashes of the lines at the edges of its texts, those first that were signatures then. */
  lines: readonly number[]
  /** How many were: once others are, the signal is to be read anew. */
  signed: number
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
  const lines = [...new Set(textsOf(signal).flatMap((text) => edgesOf(toNormal(text))))]
  const signed = lines.filter((line) => signatures.isSigned(signal.channel, line))
  const others = lines.filter((line) => !signatures.isSigned(signal.channel, line))
  return { bytes: storeReading(reading), lines: [...signed, ...others], signed: signed.length }
}

/** Opens what another thread read; undefined where it is of other texts than the signal's. */
export function openAhead(signal: Signal, ahead: ReadingAhead): OpenedAhead | undefined {
  const opened = openReading(signal, ahead.bytes)
  return opened && { ...ahead, opened }
}
