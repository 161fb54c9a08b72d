import { derivingKinds, type Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'

/** A signal in the tree of who took it from whom. */
export interface Branch {
  signal: SignalKey
  /** The link by which it hangs here; none where it is what its origin said itself. */
  link?: Link
  /** Links to others that it also derives from. */
  also: readonly Link[]
  children: Branch[]
}

/** One origin and what derives from it. */
export interface Root {
  origin: string
  reason: string
  withdrawn: boolean
  children: Branch[]
}

/** The origins of a story as trees; each signal hangs where its surest link leads. */
export function growLineage(story: Story, links: readonly Link[]): Root[] {
  const inStory = new Set(story.signals)
  const bySignal = new Map<SignalKey, Branch>()
  for (const signal of story.signals) {
    const own = links
      .filter(({ from, kind }) => from === signal && derivingKinds.has(kind))
      .sort((a, b) => Number(inStory.has(b.to)) - Number(inStory.has(a.to)) || b.score - a.score)
    const [link, ...also] = own
    bySignal.set(signal, { signal, also, children: [], ...(link === undefined ? {} : { link }) })
  }
  const tops: Branch[] = []
  for (const branch of bySignal.values()) {
    const parent = branch.link === undefined ? undefined : bySignal.get(branch.link.to)
    // Two posts that quote each other would hang from each other and from nothing else.
    if (parent === undefined || hangsFrom(parent, branch, bySignal)) tops.push(branch)
    else parent.children.push(branch)
  }
  return putUnderOrigins(story, tops)
}

function hangsFrom(
  from: Branch,
  ancestor: Branch,
  bySignal: ReadonlyMap<SignalKey, Branch>,
): boolean {
  const seen = new Set<Branch>()
  let at: Branch | undefined = from
  while (at !== undefined && !seen.has(at)) {
    if (at === ancestor) return true
    seen.add(at)
    at = at.link === undefined ? undefined : bySignal.get(at.link.to)
  }
  return false
}

function putUnderOrigins(story: Story, tops: readonly Branch[]): Root[] {
  const roots = story.origins.map(({ origin, reason, withdrawn }) => ({
    origin,
    reason,
    withdrawn,
    children: [] as Branch[],
  }))
  const leftOver: Branch[] = []
  for (const top of tops) {
    const index = story.origins.findIndex(
      ({ origin, signals }) => top.link?.to === origin || signals.includes(top.signal),
    )
    const root = roots[index]
    if (root === undefined) leftOver.push(top)
    else root.children.push(top)
  }
  if (leftOver.length === 0) return roots
  const reason = 'These derive from posts outside this story.'
  return [...roots, { origin: 'elsewhere', reason, withdrawn: false, children: leftOver }]
}
