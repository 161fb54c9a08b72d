import { fold } from '../../lib/text.ts'
import type { Extract } from './extract.ts'

const before = /^([^:]{2,40}):\s+/u
const after =
  /,? (?:according to|citing|per|via) ([^,.:]{2,40})\.?$|, ([^,.:]{2,40}) (?:reports?|reported|says?|said|writes)\.?$/iu

/**
 * "Reuters: …" and "…, Reuters reports" need no credit in their words where the attribution gives it; `cites`
 * are the outlets it gives. Spans keep the credit: it is what the attribution rests on.
 */
export function withoutCredit(extracts: readonly Extract[], cites: readonly string[]): Extract[] {
  const names = new Set(cites.map(nameOnly))
  return extracts.map((extract) => {
    const { text } = extract
    const [opening = '', first = ''] = before.exec(text) ?? []
    if (names.has(nameOnly(first))) return { ...extract, text: text.slice(opening.length) }
    const [ending = '', credited, saying] = after.exec(text) ?? []
    if (!names.has(nameOnly(credited ?? saying ?? ''))) return extract
    return { ...extract, text: text.slice(0, text.length - ending.length) }
  })
}

const nameOnly = (name: string): string => fold(name.replace(/^the /iu, ''))
