import { readFileSync } from 'node:fs'

/** Scores of byte n-grams by language, read once; see data/langid/README.md. */
interface Table {
  languages: readonly string[]
  /** Open addressing: the place of an n-gram in the arrays below, or -1. */
  slots: Int32Array
  keys: Uint32Array
  shapes: Uint8Array
  starts: Uint32Array
  pairs: Uint8Array
}

/** The statistics leave out what every score has; its own measure, from the source of the table. */
const baseScore = 53
/** Longer texts tell no more. */
const mostBytes = 400

const table = readTable(readFileSync(new URL('../../../data/langid/ngrams.bin', import.meta.url)))

function readTable(file: Buffer): Table {
  const nameBytes = file.readUInt32LE(0)
  const languages = file.toString('latin1', 4, 4 + nameBytes).split(' ')
  let at = 4 + nameBytes
  const count = file.readUInt32LE(at)
  at += 8
  const keys = Uint32Array.from({ length: count }, (_, index) => file.readUInt32LE(at + index * 4))
  at += count * 4
  const shapes = new Uint8Array(file.subarray(at, at + count))
  const lengths = file.subarray(at + count, at + count * 2)
  const starts = new Uint32Array(count + 1)
  for (let index = 0; index < count; index++) {
    starts[index + 1] = (starts[index] ?? 0) + (lengths[index] ?? 0)
  }
  const slots = new Int32Array(1 << Math.ceil(Math.log2(count * 2))).fill(-1)
  for (let index = 0; index < count; index++) {
    let slot = slotOf(keys[index] ?? 0, shapes[index] ?? 0, slots.length)
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index
  }
  return {
    languages,
    slots,
    keys,
    shapes,
    starts,
    pairs: new Uint8Array(file.subarray(at + count * 2)),
  }
}

function slotOf(key: number, shape: number, size: number): number {
  const mixed = Math.imul(key ^ Math.imul(shape, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (size - 1)
}

const encoder = new TextEncoder()

/** How well words fit each language of the table, as a sum over `grams` n-grams. Linear in their length. */
export function scoreNgrams(found: readonly string[]): {
  scores: Map<string, number>
  grams: number
} {
  const totals = new Float64Array(table.languages.length)
  const seen = new Set<number>()
  let left = mostBytes
  for (const word of found) {
    if (left <= 0) break
    const bytes = encoder.encode(word).subarray(0, 70)
    left -= bytes.length
    addWord(bytes, totals, seen)
  }
  const scores = new Map<string, number>()
  totals.forEach((total, index) => {
    const language = table.languages[index]
    if (total > 0 && language !== undefined) scores.set(language, total)
  })
  return { scores, grams: seen.size }
}

/** Windows of four bytes, three apart, and the last four: as the statistics were taken. */
function addWord(bytes: Uint8Array, totals: Float64Array, seen: Set<number>) {
  let from = 0
  for (; from + 4 < bytes.length; from += 3) {
    addGram(bytes, from, from + 4, from === 0 ? 1 : 0, totals, seen)
  }
  const tail = bytes.length <= 3 ? 0 : bytes.length - 4
  addGram(bytes, tail, bytes.length, from === 0 ? 3 : 2, totals, seen)
}

function addGram(
  bytes: Uint8Array,
  from: number,
  to: number,
  edges: number,
  totals: Float64Array,
  seen: Set<number>,
) {
  let key = 0
  for (let index = from; index < to; index++) key = key * 256 + (bytes[index] ?? 0)
  const shape = (to - from) * 4 + edges
  const id = key * 32 + shape
  if (seen.has(id)) return
  seen.add(id)
  let slot = slotOf(key, shape, table.slots.length)
  for (;;) {
    const index = table.slots[slot] ?? -1
    if (index === -1) return
    if (table.keys[index] === key && table.shapes[index] === shape) {
      addScores(index, totals)
      return
    }
    slot = (slot + 1) & (table.slots.length - 1)
  }
}

function addScores(index: number, totals: Float64Array) {
  const end = table.starts[index + 1] ?? 0
  for (let pair = table.starts[index] ?? 0; pair < end; pair++) {
    const language = table.pairs[pair * 2] ?? 0
    totals[language] = (totals[language] ?? 0) + (table.pairs[pair * 2 + 1] ?? 0) + baseScore
  }
}
