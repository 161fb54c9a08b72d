import type { ChannelBook } from '../../lib/channel-book.ts'
import { dominantScript, fold, type Word } from '../../lib/text.ts'
import type { CitationMention } from '../../model/features.ts'
import { type Address, findAddresses } from './citation-links.ts'
import { NameIndex } from '../text/name-index.ts'
import type { OutletBook } from './outlets.ts'

/** The channels a post may name; ids and titles are read when the finder is made, handles at each post. */
export type ChannelNames = Pick<ChannelBook, 'has' | 'canonical' | 'all'>

export type CitationTarget = CitationMention['to']

/** Somebody a post names who might be where it has its information from. */
export interface Source {
  target: CitationTarget
  form: 'name' | 'handle' | 'post' | 'channel-link' | 'article'
  /** Handle, link or name of a channel that is known here. */
  known: boolean
  /** The name is an ordinary word too. */
  ordinary: boolean
  /** Letters such as ב or ل written before the name in one word. */
  prefix: string
}

/** A word of the text, or a source that stands in place of its words. */
export interface Token extends Word {
  source?: Source
}

interface NamedSource {
  target: CitationTarget
  ordinary: boolean
}

/** Whether a target is the channel itself that wrote the post. */
export type IsOwn = (target: CitationTarget) => boolean

/** Finds who is named in a text, and tells which of them is the post's own channel. */
export class SourceFinder {
  private readonly outlets: OutletBook
  private readonly channels: ChannelNames
  private readonly index = new NameIndex<NamedSource>()
  /** Outlets that are monitored as a channel. */
  private readonly channelOf = new Map<string, string>()
  private readonly ownOutlets = new Map<string, string | undefined>()

  constructor(outlets: OutletBook, channels: ChannelNames) {
    this.outlets = outlets
    this.channels = channels
    for (const channel of channels.all()) {
      const target: CitationTarget = { kind: 'channel', channel: channel.id }
      const outlet = this.outletOf(channel.id, [channel.title, ...channel.aliases])
      if (outlet !== undefined && (channel.outlet || outlets.byHandle(channel.id) === outlet)) {
        this.channelOf.set(outlet, channel.id)
      }
      const names = [channel.title, ...channel.aliases].flatMap(spokenNames)
      for (const name of [...names, ...spokenHandle(channel)]) {
        this.index.add(name, { target, ordinary: !fold(name).includes(' ') })
      }
    }
    for (const { slug, names, words = [] } of outlets.outlets) {
      const target = this.outletTarget(slug)
      for (const name of names) this.index.add(name, { target, ordinary: false })
      for (const name of words) this.index.add(name, { target, ordinary: true })
    }
  }

  /** True for the channel itself and for the outlet that its handle or title says it is. */
  ownOf(own: { channel: string; title: string }): IsOwn {
    const id = this.channels.canonical(own.channel).toLowerCase()
    const outlet = this.ownOutlet(own)
    return (target) =>
      target.kind === 'channel'
        ? this.channels.canonical(target.channel).toLowerCase() === id
        : target.outlet === outlet
  }

  private ownOutlet({ channel, title }: { channel: string; title: string }): string | undefined {
    const key = `${channel}\n${title}`
    if (!this.ownOutlets.has(key)) this.ownOutlets.set(key, this.outletOf(channel, [title]))
    return this.ownOutlets.get(key)
  }

  /** Handles and links of the text that lead to a channel or outlet, and those that do not. */
  addresses(text: string): { address: Address; source?: Source }[] {
    return findAddresses(text)
      .filter(({ bare, handle }) => bare !== true || this.channels.has(handle ?? ''))
      .map((address) => {
        const source = this.resolve(address)
        return source === undefined ? { address } : { address, source }
      })
  }

  /** Names of outlets and channels among the words; where two bear one name, a channel that posts here. */
  names(text: string, found: readonly Word[]): { first: number; last: number; source: Source }[] {
    const hits = this.index.find(text, found)
    if (hits.length === 0) return []
    const script = dominantScript(text)
    return hits.map(({ values, first, last, prefix }) => {
      const named = values.find(({ target }) => target.kind === 'channel') ?? values[0]
      if (named === undefined) throw new Error('a name matched nothing')
      // "SHOT" is no word of a Russian sentence, nor "Нефтеграм" of an English one; "112" is of any.
      const own = dominantScript(found[first]?.word ?? '')
      const isForeign = own !== script && own !== 'other'
      const ordinary = !isForeign && values.every((value) => value.ordinary)
      const known = named.target.kind === 'channel'
      return {
        first,
        last,
        source: { target: named.target, form: 'name', known, ordinary, prefix },
      }
    })
  }

  private resolve({ kind, handle, id, host, article }: Address): Source | undefined {
    if (kind === 'site') return this.resolveSite(host ?? '', handle, article ?? false)
    if (kind === 'invite' || handle === undefined || /bot$/i.test(handle)) return undefined
    const known = this.channels.has(handle)
    const outlet = known ? undefined : this.outlets.byHandle(handle)
    const base = { known, ordinary: false, prefix: '' }
    const form = kind === 'handle' ? 'handle' : kind === 'post' ? 'post' : 'channel-link'
    if (outlet !== undefined) return { ...base, target: this.outletTarget(outlet), form }
    const channel = known ? this.channels.canonical(handle) : handle.toLowerCase()
    return {
      ...base,
      target: { kind: 'channel', channel, ...(id === undefined ? {} : { id }) },
      form,
    }
  }

  private resolveSite(
    host: string,
    handle: string | undefined,
    article: boolean,
  ): Source | undefined {
    const outlet = handle === undefined ? this.outlets.byHost(host) : this.outlets.byHandle(handle)
    if (outlet === undefined || !(article || handle !== undefined)) return undefined
    const target = this.outletTarget(outlet)
    return { target, form: 'article', known: false, ordinary: false, prefix: '' }
  }

  private outletTarget(slug: string): CitationTarget {
    const channel = this.channelOf.get(slug)
    return channel === undefined ? { kind: 'outlet', outlet: slug } : { kind: 'channel', channel }
  }

  private outletOf(id: string, titles: readonly string[]): string | undefined {
    const named = titles.flatMap(spokenNames).map((name) => this.outlets.byName(name))
    return this.outlets.byHandle(id) ?? named.find((slug) => slug !== undefined)
  }
}

/** A title and, where it adds a motto after a bar, dash or dot, the words before that if they are a name of two or more. */
function spokenNames(title: string): string[] {
  const first = title.split(/[|•·:]|\s[-–—]\s/)[0]?.trim() ?? ''
  return first !== title && fold(first).includes(' ') ? [title, first] : [title]
}

/** Shorter ones are said of much else. */
const leastHandle = 8

/** "Gory ryadom": who writes in Latin letters calls a channel titled in others by its handle, if that is of several words. */
function spokenHandle({ id, title }: { id: string; title: string }): string[] {
  const isSpoken = id.length >= leastHandle && /^[a-z]+(?:_[a-z]+)+$/i.test(id)
  return isSpoken && dominantScript(title) !== 'latin' ? [id.replaceAll('_', ' ')] : []
}
