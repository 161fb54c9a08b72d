import { bytesPerChunk, rowsPerChunk, type FileChunk } from './file-chunk.ts'
import { JsonScanner, type ScannedObject } from './json-scanner.ts'
import { channelTypes } from '../telegram/telegram-desktop.ts'

const headCharacters = 4_000

/**
 * Cuts one JSON document into chunks that are documents themselves, each with rows of one list; passes
 * over the first `skip` rows. Conversations between people in an account's export are counted, never
 * delivered. What a cut-off file ends with stands at the end of the last chunk, unclosed.
 */
export async function* chunkDocument(
  bytes: AsyncIterable<Uint8Array>,
  { skip, holds }: { skip: number; holds: 'chats' | 'rows' },
): AsyncGenerator<FileChunk> {
  const scanner = new JsonScanner()
  const decoder = new TextDecoder()
  let count = 0
  let skipped = 0
  let rows: ScannedObject[] = []
  let size = 0
  let head = ''
  const chunk = (tail?: string): FileChunk => {
    const meta = { firstLine: String(count - rows.length + 1), skipped: String(skipped) }
    const body = compose(rows, holds, tail)
    rows = []
    size = 0
    skipped = 0
    return { body, meta, offset: 0, count }
  }

  for await (const block of bytes) {
    const text = decoder.decode(block, { stream: true })
    if (head.length < headCharacters) head += text.slice(0, headCharacters)
    scanner.push(text)
    for (const found of scanner.take()) {
      if (isPrivate(found)) {
        skipped += 1
        continue
      }
      if (rows[0] && rows[0].holder !== found.holder) yield chunk()
      count += 1
      if (count <= skip) continue
      rows.push(found)
      size += found.raw.length
      if (rows.length >= rowsPerChunk || size >= bytesPerChunk) yield chunk()
    }
  }
  const tail = scanner.unfinished()
  if (!scanner.metList) yield { body: head, meta: {}, offset: 0, count }
  else if (rows.length > 0 || skipped > 0 || tail !== undefined) yield chunk(tail)
}

function isPrivate({ holder }: ScannedObject): boolean {
  const type = holder['type']?.replaceAll('"', '')
  return type !== undefined && !channelTypes.has(type)
}

/** A document with the holder's scalars and the rows as they stood; not closed where the file was cut. */
function compose(
  rows: readonly ScannedObject[],
  holds: 'chats' | 'rows',
  tail: string | undefined,
): string {
  const raws = rows.map(({ raw }) => raw)
  const list = `[${[...raws, ...(tail === undefined ? [] : [tail])].join(',\n')}`
  const scalars = Object.entries(rows[0]?.holder ?? {}).map(([key, raw]) => `"${key}":${raw},`)
  const open = holds === 'rows' ? list : `{${scalars.join('')}"messages":${list}`
  if (tail !== undefined) return open
  return holds === 'rows' ? `${open}]` : `${open}]}`
}
