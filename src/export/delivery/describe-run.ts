import type { DryRun } from './dry-run.ts'
import type { Leak } from '../leaks/leaks.ts'
import type { Leaving } from '../targets/target.ts'

const deeds: Readonly<Record<DryRun['does'], string>> = {
  create: 'a draft would be made',
  change: 'its draft would be changed, if nobody was at it meanwhile',
  withdraw: 'it would be withdrawn',
  nothing: 'nothing would be sent',
}

/** `edition 2 as approved: its draft would be changed`. */
export const describeRun = ({ edition, approved, does }: DryRun): string =>
  `edition ${edition}${approved ? ' as approved' : ', were it approved now'}: ${deeds[does]}`

const kinds: Readonly<Record<Leak['kind'], string>> = {
  channel: 'a channel’s name or number',
  title: 'a channel’s title',
  owner: 'a channel’s owner',
  post: 'a post’s key',
  address: 'a post’s address',
  media: 'a picture’s address',
  member: 'a member of the desk',
  reason: 'a note of the desk',
  'too-deeply-encoded': 'something encoded too deeply to be read',
}

/** The verdict of the leak scan; names fields and kinds, never what was found. */
export function describeLeaks({ leaks, searched }: Pick<DryRun, 'leaks' | 'searched'>): string {
  if (leaks.length === 0) return `none of ${searched} internal names stands in what would leave`
  const found = leaks.map(({ field, kind }) => `${field} holds ${kinds[kind]}`).join('; ')
  return `the delivery would stop: ${found}. Correct the stub, or name the channel if it may be named`
}

/** Requests and files one after the other, each to the letter. */
export const writeLeaving = (leaving: readonly Leaving[]): string =>
  leaving
    .map(({ to, headers, body }) => {
      const heads = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
      return `${[to, ...heads].join('\n')}\n\n${body}\n`
    })
    .join('\n')
