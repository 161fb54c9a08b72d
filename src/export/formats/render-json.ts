import type { Stub } from '../../model/stub.ts'

/** In the order of the page; what is not listed follows by its letters. */
const order = (
  'stub story version state section kicker beat form topic strength headline slug byline lang sourceNote primary ' +
  'reviewedSignals signals window tldr body text dir span signal from to spans quotations prior dispatch date ' +
  'relation url earlier blind oldPictures words named notStated sourcing sourcingNote corroboration conflicts detail values value origins related sources ' +
  'accountability composedAt'
).split(' ')
const rank = new Map(order.map((key, index) => [key, index]))

/**
 * The whole stub with its spans and signal keys, for the desk's own outbox: internal, never for the public.
 * Equal stubs give equal bytes, whatever the order of their keys.
 */
export function renderJson(stub: Stub): string {
  return `${JSON.stringify(stub, sortKeys, 2)}\n`
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const place = (key: string) => rank.get(key) ?? order.length
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)),
  )
}
