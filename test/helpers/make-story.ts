import type { DeskConfig } from '../../src/config/schema.ts'
import { composeStub, type StubInput } from '../../src/desk/compose/compose.ts'
import type { Channel } from '../../src/model/channel.ts'
import type { Link, LinkKind } from '../../src/model/link.ts'
import type { Signal, SignalKey } from '../../src/model/signal.ts'
import type { Origin, Story } from '../../src/model/story.ts'
import type { Stub } from '../../src/model/stub.ts'

/** A signal of the channel in its key; `en` at 17:46 UTC on Friday, July 10, 2026. */
export function makeTold(key: SignalKey, text: string, overrides: Partial<Signal> = {}): Signal {
  const slash = key.lastIndexOf('/')
  return {
    key,
    channel: key.slice(0, slash),
    id: Number(key.slice(slash + 1)),
    at: '2026-07-10T17:46:00Z',
    text,
    revision: 0,
    revisions: [],
    media: [],
    lang: 'en',
    confidence: 1,
    ...overrides,
  }
}

export function makeLink(from: SignalKey, to: string, kind: LinkKind): Link {
  return { from, to, kind, score: 1, reason: 'Made for the test.' }
}

export function makeOrigin(
  origin: string,
  signals: readonly SignalKey[],
  withdrawn = false,
): Origin {
  return { origin, signals, withdrawn, reason: 'Made for the test.' }
}

/** A single-source story of the signals, from the first one's channel, unless overridden. */
export function makeStory(signals: readonly Signal[], overrides: Partial<Story> = {}): Story {
  const keys = signals.map(({ key }) => key)
  return {
    story: 12,
    signals: keys,
    origins: [makeOrigin(`ch:${signals[0]?.channel ?? 'nobody'}`, keys)],
    sourcing: 'single-source',
    reason: 'Made for the test.',
    headline: '',
    event: 'other',
    conflicts: [],
    notStated: [],
    firstAt: signals[0]?.at ?? '2026-07-10T17:46:00Z',
    lastAt: signals.at(-1)?.at ?? '2026-07-10T17:46:00Z',
    ...overrides,
  }
}

/** An unnamed channel whose title is its id in capitals. */
export function makeChannel(id: string, overrides: Partial<Channel> = {}): Channel {
  return {
    id,
    title: id.toUpperCase(),
    outlet: false,
    aliases: [],
    languages: [],
    reliability: 'F',
    nameable: false,
    ...overrides,
  }
}

export const desk: DeskConfig = {
  name: 'The Zioneer',
  section: 'The Wire',
  handles: [],
  byline: 'The Zioneer Intelligence Desk',
  timezone: 'Asia/Jerusalem',
  languages: ['en', 'he', 'ar', 'ru', 'uk', 'fa'],
  form: 'Dispatch',
  beat: 'World',
  topic: 'General',
  accountability:
    'This dispatch is published under The Zioneer Intelligence Desk. Raw intake channels remain internal provenance.',
  members: [],
  digests: ['07:00', '19:00'],
}

/** Composes a stub; the story is single-source of the signals unless given. */
export function makeStub(
  signals: readonly Signal[],
  input: Omit<Partial<StubInput>, 'story' | 'signals' | 'channels'> & {
    story?: Partial<Story>
    channels?: readonly Channel[]
  } = {},
): Stub {
  const { story, channels = [], ...rest } = input
  return composeStub({
    story: makeStory(signals, story),
    signals,
    links: [],
    prior: [],
    desk,
    composedAt: '2026-07-10T18:00:00Z',
    ...rest,
    channels: (id) => channels.find((channel) => channel.id === id) ?? makeChannel(id),
  })
}
