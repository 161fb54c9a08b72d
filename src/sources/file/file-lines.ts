import { bytesPerChunk, rowsPerChunk, type FileChunk } from './file-chunk.ts'

const longestLine = 16_000_000
/** What is kept of a longer line. */
const keptOfLine = 4_000
const newline = 0x0a

/** Cuts a stream of bytes, which begins at `offset` after `count` lines, into chunks of whole lines. */
export async function* chunkLines(
  bytes: AsyncIterable<Uint8Array>,
  { offset, count }: { offset: number; count: number },
): AsyncGenerator<FileChunk> {
  let lines: Uint8Array[] = []
  let size = 0
  let tooLong: number[] = []
  let pending: Uint8Array[] = []
  let pendingSize = 0
  const chunk = (): FileChunk => {
    const meta = {
      firstLine: String(count - lines.length + 1),
      ...(tooLong.length > 0 && { tooLong: tooLong.join(',') }),
    }
    const body = Buffer.concat(lines)
    lines = []
    size = 0
    tooLong = []
    return { body, meta, offset, count }
  }
  const endLine = (): void => {
    count += 1
    offset += pendingSize
    const line = Buffer.concat(pending)
    if (pendingSize > longestLine) tooLong.push(count)
    lines.push(
      pendingSize > longestLine
        ? Buffer.concat([line.subarray(0, keptOfLine), Buffer.of(newline)])
        : line,
    )
    size += lines.at(-1)?.length ?? 0
    pending = []
    pendingSize = 0
  }
  const take = (piece: Uint8Array): void => {
    // A line beyond the limit is counted, not kept.
    if (pendingSize <= longestLine) pending.push(piece)
    pendingSize += piece.length
  }

  for await (const block of bytes) {
    let from = 0
    for (let at = block.indexOf(newline); at !== -1; at = block.indexOf(newline, from)) {
      take(block.subarray(from, at + 1))
      endLine()
      from = at + 1
      if (lines.length >= rowsPerChunk || size >= bytesPerChunk) yield chunk()
    }
    if (from < block.length) take(block.subarray(from))
  }
  if (pendingSize > 0) {
    const unended = { offset, count }
    const complete = isJson(Buffer.concat(pending))
    endLine()
    // A last line that may still be being written is read again once it has grown.
    yield { ...chunk(), ...(!complete && unended) }
  } else if (lines.length > 0) yield chunk()
}

function isJson(line: Buffer): boolean {
  try {
    JSON.parse(line.toString('utf8'))
    return true
  } catch {
    return line.toString('utf8').trim() === ''
  }
}
