import { headersOf, type Request } from './exchange.ts'
import type { Leaving } from './target.ts'

/** They prove who sends it, or change with each sending. */
const provingHeaders = new Set(['authorization', 'webhook-signature', 'x-superdesk-signature'])
/** Written by Intake; what else stands in a query is the desk's own, and may be a token. */
const ownParameters = new Set(['rest_route', 'source'])

/** A request as a person may see it. */
export function showRequest(request: Request): Leaving {
  const { method, url, body = '' } = request
  const headers = Object.entries(headersOf(request)).map(
    ([name, value]) => [name, provingHeaders.has(name) ? '…' : value] as const,
  )
  return {
    to: `${method} ${showUrl(url)}`,
    headers: Object.fromEntries(headers),
    body: typeof body === 'string' ? body : Buffer.from(body).toString('utf8'),
  }
}

function showUrl(address: string): string {
  const { protocol, host, pathname, searchParams } = new URL(address)
  const query = Array.from(
    searchParams,
    ([name, value]) => `${name}=${ownParameters.has(name) ? value : '…'}`,
  )
  return `${protocol}//${host}${pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`
}
