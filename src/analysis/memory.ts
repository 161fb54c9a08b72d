import type { Link } from '../model/link.ts'
import type { SignalKey } from '../model/signal.ts'
import type { ReadSignal } from './readings/read-signal.ts'

/** The signals, links and stories that judging needs at hand: those of the window and what was recalled. */
export class Memory {
  readonly signals = new Map<SignalKey, ReadSignal>()
  private readonly byChannel = new Map<string, ReadSignal[]>()
  private readonly byForward = new Map<string, Set<SignalKey>>()
  private readonly outgoing = new Map<SignalKey, readonly Link[]>()
  private readonly incoming = new Map<string, Set<SignalKey>>()

  /** Adds a signal, or puts its newer version in its place. */
  put(read: ReadSignal): void {
    const { key, channel, forwardedFrom } = read.signal
    const siblings = this.byChannel.get(channel) ?? []
    this.byChannel.set(channel, siblings)
    if (this.signals.has(key)) {
      siblings.splice(
        siblings.findIndex(({ signal }) => signal.key === key),
        1,
        read,
      )
    } else {
      siblings.push(read)
    }
    this.signals.set(key, read)
    if (forwardedFrom?.id !== undefined) {
      const origin = `${forwardedFrom.channel}/${forwardedFrom.id}`
      this.byForward.set(origin, (this.byForward.get(origin) ?? new Set()).add(key))
    }
  }

  /** Signals of a channel in the order they came. */
  ofChannel(channel: string): readonly ReadSignal[] {
    return this.byChannel.get(channel) ?? []
  }

  /** Signals that the platform says are forwards of one post. */
  forwardsOf(channel: string, id: number): readonly SignalKey[] {
    return Array.from(this.byForward.get(`${channel}/${id}`) ?? [])
  }

  linksFrom(key: SignalKey): readonly Link[] {
    return this.outgoing.get(key) ?? []
  }

  /** Signals with a link to a signal, a channel (`ch:`) or an outlet (`out:`). */
  linkedTo(target: string): readonly SignalKey[] {
    return Array.from(this.incoming.get(target) ?? [])
  }

  /** Puts links in the place of all earlier ones from the signal. */
  relink(key: SignalKey, links: readonly Link[]): void {
    for (const { to } of this.linksFrom(key)) take(key, to, this.incoming)
    this.outgoing.set(key, links)
    for (const { to } of links) {
      this.incoming.set(to, (this.incoming.get(to) ?? new Set()).add(key))
    }
  }

  /** Forgets signals older than the instant but those to keep, and the links from them; answers their keys. */
  evict(beforeMs: number, isKept: (key: SignalKey) => boolean): SignalKey[] {
    const evicted: SignalKey[] = []
    for (const [key, { atMs, signal }] of this.signals) {
      if (atMs >= beforeMs || isKept(key)) continue
      evicted.push(key)
      this.signals.delete(key)
      this.relink(key, [])
      this.outgoing.delete(key)
      const origin = signal.forwardedFrom
      if (origin?.id !== undefined) take(key, `${origin.channel}/${origin.id}`, this.byForward)
    }
    for (const [channel, reads] of this.byChannel) {
      this.byChannel.set(
        channel,
        reads.filter(({ signal }) => this.signals.has(signal.key)),
      )
    }
    return evicted
  }
}

/** Takes a key from the set under a name, and the set when it is empty. */
function take(key: SignalKey, name: string, sets: Map<string, Set<SignalKey>>): void {
  const keys = sets.get(name)
  keys?.delete(key)
  if (keys?.size === 0) sets.delete(name)
}
