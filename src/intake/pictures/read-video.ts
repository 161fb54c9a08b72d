/** What the first bytes of a video say it is; undefined for what is none that Telegram sends. */
export function readVideo(bytes: Uint8Array): { type: 'mp4' | 'webm' } | undefined {
  const head = Buffer.from(bytes.subarray(0, 12))
  // ISO/IEC 14496-12, a box called ftyp comes first; Matroska begins with its EBML header.
  if (head.toString('latin1', 4, 8) === 'ftyp') return { type: 'mp4' }
  return head.toString('hex', 0, 4) === '1a45dfa3' ? { type: 'webm' } : undefined
}
