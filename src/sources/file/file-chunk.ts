/** A piece of a file that becomes one payload. */
export interface FileChunk {
  body: Uint8Array | string
  meta: Record<string, string>
  /** Where the next chunk begins: a byte for lines, unused for documents. */
  offset: number
  /** Lines, or objects of a document, up to the end of this chunk. */
  count: number
}

export const rowsPerChunk = 1_000
/** A chunk ends sooner when its rows are long. */
export const bytesPerChunk = 8_000_000
