/** Cuts parts out of an input while it still breaks its parser; halves first, then single bytes, for so many tries. */
export function minimise(
  bytes: Uint8Array,
  breaks: (bytes: Uint8Array) => boolean,
  tries = 2000,
): Uint8Array {
  let least = bytes
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < least.length && tries > 0; tries--) {
      const shorter = Buffer.concat([least.subarray(0, at), least.subarray(at + size)])
      if (breaks(shorter)) least = shorter
      else at += size
    }
  }
  return least
}
