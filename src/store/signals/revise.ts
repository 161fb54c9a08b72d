import type { Edit, RawPost } from '../../model/signal.ts'

export interface Version {
  at: string
  text: string
}

/** The versions of a post not stored before, the original first. */
export function firstVersions(post: RawPost): Version[] {
  const versions = [{ at: post.editedAt ?? post.at, text: post.text }]
  for (const { at, text } of inOrder(post.edits ?? [])) {
    const last = standing(versions)
    if (text !== last.text) versions.push({ at: at < last.at ? last.at : at, text })
  }
  return versions
}

/**
 * The versions that a post adds to a stored signal. A text that is known already is new only where the
 * source dates it after the standing one; else an old payload read again would bring old words back.
 */
export function laterVersions(
  known: readonly Version[],
  post: Pick<RawPost, 'text' | 'edits' | 'editedAt'>,
  seenAt: string,
): readonly Version[] {
  const versions = known.slice()
  for (const candidate of candidates(post)) {
    const last = standing(versions)
    if (candidate.text === last.text) continue
    const at = candidate.at ?? seenAt
    const isKnown = versions.some(({ text }) => text === candidate.text)
    if (
      isKnown ? candidate.at !== undefined && at > last.at : !isStale(candidate, last, versions, at)
    )
      versions.push({ at, text: candidate.text })
  }
  return versions.slice(known.length)
}

interface Candidate {
  text: string
  at: string | undefined
}

/** With a list of edits, `text` is the original, which a stored signal has had. */
function candidates({
  text,
  edits,
  editedAt,
}: Pick<RawPost, 'text' | 'edits' | 'editedAt'>): readonly Candidate[] {
  return edits && edits.length > 0 ? inOrder(edits) : [{ text, at: editedAt }]
}

// An undated text is compared with edits only: the clocks of platform and desk may differ by minutes.
function isStale(candidate: Candidate, last: Version, versions: readonly Version[], at: string) {
  return at < last.at && (candidate.at !== undefined || versions.length > 1)
}

const inOrder = (edits: readonly Edit[]) =>
  edits.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

function standing(versions: readonly Version[]): Version {
  const last = versions.at(-1)
  if (!last) throw new TypeError('a signal has at least one version')
  return last
}
