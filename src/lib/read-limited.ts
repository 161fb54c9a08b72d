import { SourceError } from '../model/errors.ts'
import { sourceFaults } from './source-faults.ts'

/** Reads a body up to a limit; throws `SourceError` `too-large` beyond it, without reading on. */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  item: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) {
      const size = `${Math.round(maxBytes / 1000).toLocaleString('en')} kB`
      throw new SourceError('too-large', sourceFaults.say('tooLarge', { address: item, size }))
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
