import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'

const deflateAsync = promisify(deflate)

/** SHA-256 of the raw bytes. */
export function hashBody(body: string | Uint8Array): Buffer {
  return createHash('sha256').update(body).digest()
}

export async function packBody(body: string | Uint8Array): Promise<Buffer> {
  return deflateAsync(body, { level: 3 })
}

/** Gives back what was packed: text as text, bytes as bytes; a body that was let go is empty. */
export function unpackBody(packed: Uint8Array | null, isText: boolean): string | Uint8Array {
  const body = packed === null ? Buffer.alloc(0) : inflateSync(packed)
  return isText ? body.toString('utf8') : body
}
