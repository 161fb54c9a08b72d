import { Engine } from '../../src/analysis/engine.ts'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import type { Outlet } from '../../src/analysis/citations/outlets.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Channel } from '../../src/model/channel.ts'
import type { Link } from '../../src/model/link.ts'
import type { RawPost, SignalKey } from '../../src/model/signal.ts'
import type { Story, Suggestion } from '../../src/model/story.ts'
import type { Dispatch } from '../../src/model/stub.ts'
import { shippedGazetteer } from './shipped-gazetteer.ts'
import { toSignal } from './to-signal.ts'

/** Signals analysed at once; as many as a large import hands over. */
const batchSize = 500

export interface Fed {
  links: readonly Link[]
  stories: readonly Story[]
  suggestions: readonly Suggestion[]
  /** Number of the story a signal is in; -1 for one that is in none. */
  storyOf: (key: SignalKey) => number
}

/** Takes posts through analysis in time order, with the product's own settings. */
export async function feed(input: {
  posts: readonly RawPost[]
  channels?: readonly Channel[]
  windowDays?: number
  windowSignals?: number
  batch?: number
  dispatches?: readonly Dispatch[]
  /** Outlets beside those of the gazetteer. */
  outlets?: readonly Outlet[]
}): Promise<Fed> {
  const channels = new ChannelBook(input.channels ?? [])
  const { gazetteer, finders } = await shippedGazetteer()
  const tools = createToolkit(gazetteer, channels, input.outlets, finders)
  const engine = new Engine({
    tools,
    channels,
    dispatches: input.dispatches ?? [],
    windowDays: input.windowDays ?? 3650,
    windowSignals: input.windowSignals ?? 1_000_000,
    storyHours: 36,
    nextStory: 1,
  })
  const signals = [...input.posts]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(toSignal)
  const links = new Map<SignalKey, Link[]>()
  const stories = new Map<number, Story>()
  const suggestions: Suggestion[] = []
  const batch = input.batch ?? batchSize
  for (let start = 0; start < signals.length; start += batch) {
    const result = engine.analyse(signals.slice(start, start + batch))
    engine.takeReadings()
    for (const key of result.relinked) links.set(key, [])
    for (const link of result.links) links.get(link.from)?.push(link)
    for (const { from } of result.merged) stories.delete(from)
    for (const story of result.stories) stories.set(story.story, story)
    suggestions.push(...result.suggestions)
  }
  const storyBySignal = new Map(
    Array.from(stories.values()).flatMap(({ story, signals: keys }) =>
      keys.map((key) => [key, story]),
    ),
  )
  return {
    links: Array.from(links.values()).flat(),
    stories: Array.from(stories.values()),
    suggestions,
    storyOf: (key) => storyBySignal.get(key) ?? -1,
  }
}
