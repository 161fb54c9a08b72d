import { derivingKinds } from '../model/link.ts'
import type { Signal } from '../model/signal.ts'
import type { Origin } from '../model/story.ts'
import type { TieKind } from './labels.ts'
import type { TreeInput } from './tree-input.ts'

/** A post, or what an outlet or channel said that is known only by those who took it. */
export interface Mark {
  /** Key of the signal, or `ch:` or `out:` and a name. */
  id: string
  /** The row it stands in: `ch:` or `out:` and a name. */
  row: string
  /** Not there where nobody knows the time. */
  at?: string
  kind: 'post' | 'elsewhere' | 'not-stored' | 'outlet'
  edited: boolean
  deleted: false | 'declared' | 'suspected'
  deletedAt?: string
  /** Set on one mark for each origin of the story. */
  origin?: Origin
}

/** A link between two marks, from whom it was taken to who took it. */
export interface Tie {
  source: string
  taker: string
  kind: TieKind
  /** The surest link of its taker; the others are drawn fainter. */
  main: boolean
}

export interface Lineage {
  marks: ReadonlyMap<string, Mark>
  /** Those of one taker stand together, the surest first. */
  ties: readonly Tie[]
}

/** All that a picture shows of who took it from whom. */
export function traceLineage(input: TreeInput): Lineage {
  const { story, signals, links } = input
  const marks = new Map<string, Mark>()
  const posts = story.signals.flatMap((key) => signals.get(key) ?? [])
  for (const signal of posts) marks.set(signal.key, markOf(signal, 'post'))
  const ties: Tie[] = []
  for (const { key } of posts) {
    const own = links
      .filter(({ from, to, kind }) => from === key && to !== key && derivingKinds.has(kind))
      .sort((a, b) => Number(marks.has(b.to)) - Number(marks.has(a.to)) || b.score - a.score)
    for (const { to, kind } of own) {
      if (!marks.has(to)) marks.set(to, outsideMark(to, key, input))
      const known = ties.some(({ source, taker }) => source === to && taker === key)
      if (kind !== 'variant' && !known)
        ties.push({ source: to, taker: key, kind, main: ties.at(-1)?.taker !== key })
    }
  }
  for (const origin of story.origins) markOrigin(origin, marks, ties)
  return { marks, ties }
}

function markOf(signal: Signal, kind: 'post' | 'elsewhere'): Mark {
  const { key, channel, at, revision, deletedAt, deletion } = signal
  const deleted = deletedAt === undefined ? false : (deletion ?? 'declared')
  return {
    id: key,
    row: `ch:${channel}`,
    at,
    kind,
    edited: revision > 0,
    deleted,
    ...(deletedAt === undefined ? {} : { deletedAt }),
  }
}

function outsideMark(to: string, taker: string, { signals }: TreeInput): Mark {
  const stored = signals.get(to)
  if (stored !== undefined) return markOf(stored, 'elsewhere')
  const bare = { id: to, edited: false, deleted: false } as const
  if (to.startsWith('out:')) return { ...bare, row: to, kind: 'outlet' }
  if (!to.startsWith('ch:'))
    return { ...bare, row: `ch:${to.slice(0, to.lastIndexOf('/'))}`, kind: 'elsewhere' }
  const forwarded = signals.get(taker)?.forwardedFrom
  const at = forwarded?.channel === to.slice('ch:'.length) ? forwarded.at : undefined
  return { ...bare, row: to, kind: 'not-stored', ...(at === undefined ? {} : { at }) }
}

/** The earliest post that an origin has from nobody, or what stands for the origin itself. */
function markOrigin(origin: Origin, marks: Map<string, Mark>, ties: readonly Tie[]): void {
  const taken = new Set(ties.map(({ taker }) => taker))
  const own = origin.signals.flatMap((key) => marks.get(key) ?? [])
  const free = own.filter((mark) => mark.origin === undefined)
  const mark =
    free.find(({ id, row }) => !taken.has(id) && row === origin.origin) ??
    marks.get(origin.origin) ??
    free.find(({ id }) => !taken.has(id)) ??
    free.find(({ row }) => row === origin.origin)
  if (mark?.origin === undefined && mark !== undefined) {
    marks.set(mark.id, { ...mark, origin })
    return
  }
  const kind = origin.origin.startsWith('out:') ? 'outlet' : 'not-stored'
  marks.set(origin.origin, {
    id: origin.origin,
    row: origin.origin,
    kind,
    edited: false,
    deleted: false,
    origin,
  })
}
