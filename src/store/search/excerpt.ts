import type { Word } from '../../lib/text.ts'
import { words } from '../../lib/text.ts'
import type { Term } from './search-query.ts'

const length = 200
const leadIn = 60

interface Hit {
  from: number
  to: number
}

/** About 200 characters around the first hit, on one line; hits stand between U+0002 and U+0003. */
export function excerpt(text: string, terms: readonly Term[]): string {
  const found = words(text)
  const hits = findHits(found, terms)
  const start = wordStart(found, (hits[0]?.from ?? 0) - leadIn)
  const end = wordEnd(found, start + length, text.length)
  const shown = hits.filter(({ from, to }) => from >= start && to <= end)
  let marked = start > 0 ? '…' : ''
  let at = start
  for (const { from, to } of shown) {
    marked += `${text.slice(at, from)}\u0002${text.slice(from, to)}\u0003`
    at = to
  }
  marked += text.slice(at, end) + (end < text.length ? '…' : '')
  return marked.replace(/\s+/g, ' ').trim()
}

function findHits(found: readonly Word[], terms: readonly Term[]): readonly Hit[] {
  const hits: Hit[] = []
  for (let index = 0; index < found.length; index++) {
    const span = Math.max(0, ...terms.map((term) => matchAt(found, index, term)))
    const first = found[index]
    const last = found[index + span - 1]
    if (span === 0 || !first || !last) continue
    hits.push({ from: first.from, to: last.to })
    index += span - 1
  }
  return hits
}

/** How many words match a term from `index` on. */
function matchAt(found: readonly Word[], index: number, { choices, isPrefix }: Term): number {
  const match = choices.find((choice) =>
    choice.every((word, offset) => {
      const there = found[index + offset]?.word
      const mayGoOn = isPrefix && offset === choice.length - 1
      return mayGoOn ? there?.startsWith(word) : there === word
    }),
  )
  return match?.length ?? 0
}

const wordStart = (found: readonly Word[], wanted: number) =>
  wanted <= 0 ? 0 : (found.find(({ from }) => from >= wanted)?.from ?? 0)

function wordEnd(found: readonly Word[], wanted: number, textLength: number): number {
  if (wanted >= textLength) return textLength
  return found.findLast(({ to }) => to <= wanted)?.to ?? textLength
}
