import { fold, words } from '../../lib/text.ts'
import type { Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import { findAddresses } from '../citations/citation-links.ts'
import { takenBy } from './follow-links.ts'
import { stemOf } from '../text/stem.ts'

/** What one channel took from another, over all that is stored. */
export interface Copying {
  copied: number
  /** Of these, how many no later than two minutes after. */
  atOnce: number
  gapsMs: readonly number[]
}

/** What is known of channels that may tell who owns them. */
export interface ChannelProfiles {
  channels: readonly { id: string; title: string }[]
  posts(channel: string): number
  /** In how many posts of each channel an address of the messenger stands. */
  addresses: ReadonlyMap<string, ReadonlyMap<string, number>>
  copying(channel: string, source: string): Copying
  /** Posts of a channel that name a channel, by its handle in small letters, as where they have it from. */
  credits(channel: string, handle: string): number
  /** In how many posts of all channels but these the word stands, as a share of them. */
  wordShare(stem: string, but: ReadonlySet<string>): number
}

const atOnceMs = 120_000
const none: Copying = { copied: 0, atOnce: 0, gapsMs: [] }

/** Gathers the profiles: all signals first, then all links. */
export class ProfileGatherer implements ChannelProfiles {
  readonly channels: readonly { id: string; title: string }[]
  readonly addresses = new Map<string, Map<string, number>>()
  private readonly counts = new Map<string, number>()
  private readonly atMs = new Map<SignalKey, number>()
  private readonly taken = new Map<string, { copied: number; atOnce: number; gapsMs: number[] }>()
  private readonly credited = new Map<string, number>()
  private readonly titleWords: ReadonlySet<string>
  private readonly wordUse = new Map<string, Map<string, number>>()

  constructor(channels: readonly { id: string; title: string }[]) {
    this.channels = channels
    this.titleWords = new Set(channels.flatMap(({ title }) => stemsOf(title)))
  }

  addSignal({ key, channel, at, text }: Signal): void {
    this.counts.set(channel, this.posts(channel) + 1)
    this.atMs.set(key, Date.parse(at))
    const named = findAddresses(text).flatMap((address) => messengerName(text, address) ?? [])
    for (const name of new Set(named)) count(this.addresses, name, channel)
    for (const stem of new Set(stemsOf(text)))
      if (this.titleWords.has(stem)) count(this.wordUse, stem, channel)
  }

  addLink(link: Link): void {
    const channel = link.from.slice(0, link.from.lastIndexOf('/'))
    const at = this.atMs.get(link.from)
    if (link.kind === 'cite') {
      const target = link.to.startsWith('ch:') ? link.to.slice(3) : link.to.split('/')[0]
      const name = `${channel} ${target?.toLowerCase() ?? ''}`
      this.credited.set(name, (this.credited.get(name) ?? 0) + 1)
    }
    if (at === undefined) return
    const signals = {
      get: (key: SignalKey) => {
        const atMs = this.atMs.get(key)
        return atMs === undefined ? undefined : { atMs }
      },
    }
    for (const { channel: source, gapMs } of takenBy({ channel, atMs: at }, [link], signals)) {
      const known = this.taken.get(`${channel} ${source}`) ?? { copied: 0, atOnce: 0, gapsMs: [] }
      this.taken.set(`${channel} ${source}`, known)
      known.copied++
      if (gapMs === undefined) continue
      known.gapsMs.push(gapMs)
      if (gapMs <= atOnceMs) known.atOnce++
    }
  }

  posts(channel: string): number {
    return this.counts.get(channel) ?? 0
  }

  copying(channel: string, source: string): Copying {
    return this.taken.get(`${channel} ${source}`) ?? none
  }

  credits(channel: string, handle: string): number {
    return this.credited.get(`${channel} ${handle.toLowerCase()}`) ?? 0
  }

  wordShare(stem: string, but: ReadonlySet<string>): number {
    let [posts, used] = [0, 0]
    for (const [channel, own] of this.counts) {
      if (but.has(channel)) continue
      posts += own
      used += this.wordUse.get(stem)?.get(channel) ?? 0
    }
    return posts === 0 ? 0 : used / posts
  }
}

/** The words of a text that are long enough to tell, folded. */
export function longWords(text: string): string[] {
  return words(fold(text))
    .map(({ word }) => word)
    .filter((word) => word.length >= 4 && !/\d/.test(word))
}

const stemsOf = (text: string) => longWords(text).map(stemOf)

/** `@name` for a channel or bot, `+hash` for an invitation; undefined for a site. */
function messengerName(
  text: string,
  { kind, handle, bare, from, to }: ReturnType<typeof findAddresses>[number],
): string | undefined {
  if (bare === true) return undefined
  if (kind === 'invite')
    return /\/(\+[\w-]{8,}|joinchat\/[\w-]{8,})/.exec(text.slice(from, to))?.[1]
  return kind === 'site' || handle === undefined ? undefined : `@${handle.toLowerCase()}`
}

function count(table: Map<string, Map<string, number>>, key: string, channel: string): void {
  const counts = table.get(key) ?? new Map<string, number>()
  table.set(key, counts.set(channel, (counts.get(channel) ?? 0) + 1))
}
