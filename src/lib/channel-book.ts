import type { Channel } from '../model/channel.ts'

/** A channel as the configuration gives it; optional keys may be there and undefined. */
export interface ConfiguredChannel extends Omit<
  Channel,
  'owner' | 'beat' | 'topic' | 'telegramId'
> {
  owner?: string | undefined
  beat?: string | undefined
  topic?: string | undefined
  telegramId?: number | undefined
}

/** A channel that posts were stored of, in its stored spelling. */
export interface MetChannel {
  channel: string
  title: string
}

/** A name by which posts may speak of a channel. */
export interface ChannelName {
  name: string
  channel: string
}

/** All channels known, configured or met in an import, by any spelling of their ids. */
export class ChannelBook {
  private readonly channels = new Map<string, Channel>()
  private readonly configured = new Set<string>()
  private readonly byTelegramId = new Map<string, string>()
  private changes = 0

  /** Where posts are stored under another spelling than the configured one, the stored one stands: keys never change. */
  constructor(configured: readonly ConfiguredChannel[], met: readonly MetChannel[] = []) {
    for (const channel of configured) this.configure(channel)
    for (const { channel, title } of met) {
      const known = this.channels.get(channel.toLowerCase())
      if (known) this.channels.set(channel.toLowerCase(), { ...known, id: channel })
      else this.meet(channel, title)
    }
  }

  /** The one spelling of a channel's id: `@Alpha`, `ALPHA` and `tg123` may all be `alpha`. */
  canonical(channel: string): string {
    const bare = bareId(channel)
    return this.find(bare)?.id ?? bare
  }

  /** A channel nobody configured is one of its own, of unknown reliability. */
  get(channel: string): Channel {
    return this.find(bareId(channel)) ?? unknownChannel(bareId(channel))
  }

  /** True when the desk configured it, by its id or its numeric one. */
  isConfigured(channel: string): boolean {
    const known = this.find(bareId(channel))
    return known !== undefined && this.configured.has(known.id.toLowerCase())
  }

  /** True when it is configured or was met. */
  has(channel: string): boolean {
    return this.find(bareId(channel)) !== undefined
  }

  owner(channel: string): string | undefined {
    return this.get(channel).owner
  }

  /** Rises when a channel is met or renamed; what was made of the names is out of date then. */
  get version(): number {
    return this.changes
  }

  /** Remembers the first spelling of a channel that is not configured, and the last title seen of it. */
  meet(channel: string, title?: string): string {
    const bare = bareId(channel)
    const known = this.find(bare)
    if (!known || (title !== undefined && !this.configured.has(known.id.toLowerCase()))) {
      const id = known?.id ?? bare
      if (known === undefined || known.title !== title) this.changes++
      this.channels.set(id.toLowerCase(), { ...unknownChannel(id), title: title ?? id })
    }
    return known?.id ?? bare
  }

  all(): readonly Channel[] {
    return Array.from(this.channels.values())
  }

  /** Ids, titles and aliases of all channels. */
  names(): readonly ChannelName[] {
    return this.all().flatMap(({ id, title, aliases }) =>
      Array.from(new Set([id, title, ...aliases]), (name) => ({ name, channel: id })),
    )
  }

  private find(bare: string): Channel | undefined {
    const lower = bare.toLowerCase()
    return this.channels.get(lower) ?? this.channels.get(this.byTelegramId.get(lower) ?? '')
  }

  private configure({ owner, beat, topic, telegramId, ...rest }: ConfiguredChannel): void {
    const lower = rest.id.toLowerCase()
    this.configured.add(lower)
    this.channels.set(lower, {
      id: rest.id,
      title: rest.title,
      outlet: rest.outlet,
      aliases: rest.aliases,
      languages: rest.languages,
      reliability: rest.reliability,
      nameable: rest.nameable,
      ...(owner === undefined ? {} : { owner }),
      ...(beat === undefined ? {} : { beat }),
      ...(topic === undefined ? {} : { topic }),
      ...(telegramId === undefined ? {} : { telegramId }),
    })
    if (telegramId !== undefined) this.byTelegramId.set(`tg${telegramId}`, lower)
  }
}

const bareId = (channel: string) => channel.replace(/^@/, '')

function unknownChannel(id: string): Channel {
  return {
    id,
    title: id,
    outlet: false,
    aliases: [],
    languages: [],
    reliability: 'F',
    nameable: false,
  }
}
