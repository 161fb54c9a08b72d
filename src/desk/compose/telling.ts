import type { Channel } from '../../model/channel.ts'
import { derivingKinds, type Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import { proseLanguage } from './languages.ts'
import type { NameOutlet } from './outlet-name.ts'
import { withoutCredit } from './credits.ts'
import type { Extract } from './extract.ts'
import { splitSentences } from './sentences.ts'

/** One signal of a story with what composing needs to know of it. */
export interface Telling {
  signal: Signal
  channel: Channel
  extracts: readonly Extract[]
  /** Not in the language of the desk's prose: quoted, never reported. */
  foreign: boolean
  /** What it derives from, the surest kind first; undefined for a channel's own words. */
  derives: Link | undefined
  /** Names of the outlets that it says it has it from. */
  cites: readonly string[]
}

export interface TellingSources {
  story: Story
  signals: readonly Signal[]
  links: readonly Link[]
  channels: (id: string) => Channel
  /** Signals whose channels an editor permits to name. */
  named?: ReadonlySet<SignalKey>
}

const nobody: ReadonlySet<SignalKey> = new Set()
const surest: readonly string[] = ['forward', 'copy', 'translation', 'cite']

/** The story's signals in its order; those that are not at hand are left out. */
export function readTellings(
  { story, signals, links, channels, named = nobody }: TellingSources,
  nameOutlet: NameOutlet,
): Telling[] {
  const byKey = new Map(signals.map((signal) => [signal.key, signal]))
  const present = story.signals.flatMap((key) => byKey.get(key) ?? [])
  const linksOf = (key: SignalKey) =>
    links.filter(({ from, kind }) => from === key && derivingKinds.has(kind))
  const hidden = hiddenNames(present, links, channels)
  return present.map((signal) => {
    const known = channels(signal.channel)
    const channel = named.has(signal.key) ? { ...known, nameable: true } : known
    const derived = linksOf(signal.key)
    const cites = citedOutlets(derived, channels, nameOutlet)
    return {
      signal,
      channel,
      extracts: withoutCredit(splitSentences(signal.text, namesOf(channel), hidden), cites),
      foreign: signal.lang !== proseLanguage,
      derives: [...derived]
        .filter(({ to }) => !to.startsWith('out:'))
        .sort((a, b) => surest.indexOf(a.kind) - surest.indexOf(b.kind))[0],
      cites,
    }
  })
}

const namesOf = ({ id, title, aliases }: Channel) => [id, title, ...aliases]
const channelOf = (key: SignalKey) => key.slice(0, key.lastIndexOf('/'))
const isKey = (to: string) => !to.startsWith('out:') && !to.startsWith('ch:')

function citedOutlets(
  derived: readonly Link[],
  channels: (id: string) => Channel,
  nameOutlet: NameOutlet,
): string[] {
  const names = derived.flatMap(({ to, kind }) => {
    if (to.startsWith('out:')) return nameOutlet(to.slice(4))
    if (kind !== 'cite' || !isKey(to)) return []
    const cited = channels(channelOf(to))
    return cited.outlet && cited.nameable ? cited.title : []
  })
  return Array.from(new Set(names))
}

/**
 * Names that must not be quoted: of the story's channels and of those it derives from, unless the desk may
 * name them. A name of one word may be any word, so it counts only where a link says it is cited.
 */
function hiddenNames(
  signals: readonly Signal[],
  links: readonly Link[],
  channels: (id: string) => Channel,
): string[] {
  const keys = new Set(signals.map(({ key }) => key))
  const sought = links.filter(({ from, kind }) => keys.has(from) && derivingKinds.has(kind))
  const cited = sought.flatMap(({ to, kind }) => {
    if (kind !== 'cite' || to.startsWith('out:')) return []
    return to.startsWith('ch:') ? to.slice(3) : channelOf(to)
  })
  const met = new Set([...signals.map(({ channel }) => channel), ...cited])
  const nearby = Array.from(met, (id) => ({ id, channel: channels(id) }))
  return nearby
    .filter(({ channel }) => !channel.nameable)
    .flatMap(({ id, channel }) =>
      namesOf(channel).filter((name) => cited.includes(id) || /[\s_\d]/.test(name.trim())),
    )
}
