import { plainLine } from '../../lib/terminal-text.ts'
import type { ChainHead, Finding } from '../../model/chain.ts'
import type { Paint } from '../terminal/paint.ts'

export interface Verified {
  ok: boolean
  head: ChainHead | undefined
  /** Rows looked at by each check. */
  checked: Readonly<Record<string, number>>
  findings: readonly Finding[]
}

/** What was looked at, what is not as it was, and the entry to write down. */
export function renderVerified({ head, checked, findings }: Verified, paint: Paint): string {
  const lines = Object.entries(checked).map(([check, count]) => {
    const found = findings.filter((finding) => finding.check === check).length
    const state = found === 0 ? 'as stored' : paint('red', `${found} not as stored`)
    return `${count.toLocaleString('en').padStart(11)}  ${check}: ${state}`
  })
  const told = findings.map(({ place, problem }) => plainLine(`  ${place}: ${problem}`))
  const end =
    head === undefined
      ? ['The chain is empty.']
      : [
          `The chain ends at ${head.entry}:${head.hash}`,
          'Noted elsewhere, it shows later that nothing was taken off the end: verify --noted ENTRY:HASH',
        ]
  return [...lines, ...(told.length === 0 ? [] : ['', ...told]), '', ...end, ''].join('\n')
}
