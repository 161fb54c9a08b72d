/** Text of a payload's body; bytes are read as UTF-8 unless a known `charset` is given. */
export function decodeBody(body: string | Uint8Array, charset = 'utf-8'): string {
  if (typeof body === 'string') return body
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
