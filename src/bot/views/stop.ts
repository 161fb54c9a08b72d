import type { DeliveryCode } from '../../model/outgoing.ts'
import { foreign, italic, lines, type Rich } from '../rich.ts'
import type { ToldStop } from '../words/told.ts'
import type { Words } from '../words/words.ts'

/** What the target answered, a path or a field stands in the English words alone. */
const detailed: ReadonlySet<DeliveryCode> = new Set([
  'altered',
  'not-stored',
  'leak',
  'unmapped',
  'unknown-tags',
  'unknown-categories',
  'given-up',
  'unreachable',
  'tls',
  'server-fault',
  'unauthorised',
  'forbidden',
  'not-found',
  'refused',
  'login-page',
  'moved',
  'clock',
  'strange-answer',
  'disk',
  'not-writable',
])

/** Why a delivery waits or stopped, in the member's language, with what the engineer needs beneath. */
export function renderStop(stop: ToldStop, words: Words): Rich {
  const told = words.stop(stop)
  const isDetailed = told !== stop.words && stop.code !== undefined && detailed.has(stop.code)
  return lines([foreign(told), isDetailed ? italic(foreign(stop.words)) : undefined])
}
