/** FNV-1a of a string's UTF-16 units, never 0, so that 0 can mark an empty slot. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return finish(hash)
}

/** One hash of two or three, order mattering: what a shingle of words is. */
export function hashOf(a: number, b: number, c = 0x9e3779b9): number {
  let hash = Math.imul(a ^ (b >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35)
  return finish(Math.imul(hash ^ c ^ (hash >>> 16), 0x27d4eb2f))
}

/** Murmur3's finaliser: spreads nearby values over the whole range. */
function finish(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0 || 1
}
