import type { Channel } from '../../model/channel.ts'
import { languageName } from './languages.ts'
import type { Telling } from './telling.ts'
import { listed } from './wording.ts'

/** A channel as a stub may call it: its name where the desk may name it, "a monitored channel" elsewhere. */
export function whoIs(
  { nameable, outlet, title }: Channel,
  article: 'a' | 'another' = 'a',
): string {
  if (!nameable) return `${article} monitored channel`
  if (outlet || /channel$/iu.test(title)) return title
  return `the ${title} channel`
}

/** What a telling says or shows it has it from: `, citing Reuters`; empty for a channel's own words. */
export function derivationOf(telling: Telling, all: readonly Telling[]): string {
  const clauses = [earlierPost(telling, all)]
  if (telling.cites.length > 0) clauses.push(`citing ${listed(telling.cites)}`)
  const said = clauses.filter((clause) => clause !== '')
  return said.length === 0 ? '' : `, ${said.join(' and ')}`
}

function earlierPost({ derives, channel }: Telling, all: readonly Telling[]): string {
  if (derives === undefined) return ''
  const from = all.find(({ signal }) => signal.key === derives.to)
  const same = from?.channel.id === channel.id
  const whose = from === undefined ? 'another channel' : whoIs(from.channel, 'another')
  const language = from?.foreign ? `${languageName(from.signal.lang)}-language ` : ''
  const post = same
    ? 'an earlier post of its own'
    : `${/^(?:[AEIO]|U[mrz])/.test(language) ? 'an' : 'a'} ${language}post by ${whose}`
  switch (derives.kind) {
    case 'forward':
      return `forwarding ${post}`
    case 'copy':
      return `in the words of ${post}`
    case 'translation':
      return `in what appears to be a translation of ${post}`
    default:
      return `citing ${same ? post : whose}`
  }
}
