import { headOf, shinglesOf } from './fingerprint.ts'
import type { CopyDocument } from './copies.ts'

/** Shorter texts are said again without being copied. */
const leastWords = 6
/** Of each text so many shingles are kept on disk: some tens of bytes a signal. */
const keptPrints = 3
/** Of a text that is looked up so many: enough to meet an old text that is a quarter of it. */
const soughtPrints = 12

/** What a text is kept under when it is no longer at hand: its first words and its least shingles (Broder 1997). */
export const printsToKeep = (document: CopyDocument): number[] => printsOf(document, keptPrints)

/** What a text that may hold an old one is looked up by. */
export const printsToSeek = (document: CopyDocument): number[] => printsOf(document, soughtPrints)

function printsOf({ normal: { tokens }, stock }: CopyDocument, most: number): number[] {
  if (tokens.length < leastWords || stock === true) return []
  const prints = new Set([headOf(tokens)])
  // What begins the text may be among its least.
  let kept = 0
  let last = -1
  for (const shingle of shinglesOf(tokens).sort()) {
    if (kept === most) break
    if (shingle === last) continue
    last = shingle
    kept++
    prints.add(shingle)
  }
  return Array.from(prints)
}
