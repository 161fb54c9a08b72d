import { countedOrigins } from '../../lib/counted-origins.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { Sourcing, Story } from '../../model/story.ts'
import type { NewNotice, StoryFacts, Watch } from '../../model/watch.ts'
import { concerns } from './watch-match.ts'

/** A post that was made longer ago is no news, however late it was stored. */
const newsHours = 24
const hourMs = 3_600_000

export interface WatchedChange {
  story: Story
  /** Signals of the story that are at hand. */
  signals: readonly Signal[]
  watches: readonly Watch[]
  /** What a watch's chat was told of the story before. */
  told: (watch: Watch) => StoryFacts | undefined
  /** When a notice to the member may be sent. */
  dueAt: (watch: Watch) => string
  now: string
}

export interface Told {
  notices: NewNotice[]
  /** Watches that have done their work. */
  fulfilled: Watch[]
}

/**
 * What a change of a story is told to whom: a watched story in one message that follows it, and a message of
 * its own where its sourcing turns. Several watches of a member in one chat make one message.
 */
export function tellChange(change: WatchedChange): Told {
  const facts = factsOf(change.story)
  const seen = new Set<string>()
  const told: Told = { notices: [], fulfilled: [] }
  for (const watch of change.watches) {
    const before = change.told(watch)
    if (!wants(watch, change, before, facts)) continue
    if (watch.subject.kind === 'corroboration') told.fulfilled.push(watch)
    const place = `${watch.chat} ${watch.member}`
    if (seen.has(place)) continue
    seen.add(place)
    told.notices.push(...noticesOf(watch, facts, before, change.dueAt(watch)))
  }
  return told
}

export function factsOf(told: Story): StoryFacts {
  const { story, headline, sourcing, signals } = told
  return {
    story,
    headline,
    sourcing,
    origins: countedOrigins(told),
    channels: new Set(signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size,
    signals,
  }
}

function wants(
  watch: Watch,
  { story, signals, now }: WatchedChange,
  before: StoryFacts | undefined,
  facts: StoryFacts,
): boolean {
  const { subject } = watch
  switch (subject.kind) {
    case 'story':
      return subject.story === story.story && differs(before, facts)
    case 'corroboration':
      return subject.story === story.story && facts.origins > 1
    case 'digest':
      return false
    default:
      // What a chat follows already it is told on, whatever the new posts say.
      if (before !== undefined) return differs(before, facts)
      return signals.some((signal) => isNews(signal, now) && concerns(subject, signal))
  }
}

const isNews = ({ at }: Signal, now: string) =>
  Date.parse(now) - Date.parse(at) < newsHours * hourMs

/** Another post of a channel that carried the story before is no more than it was. */
const differs = (before: StoryFacts | undefined, now: StoryFacts): boolean =>
  before === undefined ||
  before.sourcing !== now.sourcing ||
  before.origins !== now.origins ||
  before.channels !== now.channels

function noticesOf(
  { chat, thread, member, subject }: Watch,
  facts: StoryFacts,
  before: StoryFacts | undefined,
  dueAt: string,
): NewNotice[] {
  const to = {
    chat,
    member,
    dueAt,
    urgency: 'alert' as const,
    ...(thread === undefined ? {} : { thread }),
  }
  const growth: NewNotice = {
    ...to,
    topic: `story:${facts.story}`,
    content: { kind: 'story', facts, because: subject },
  }
  const from = turnOf(
    subject.kind === 'corroboration' ? 'single-source' : before?.sourcing,
    facts.sourcing,
  )
  if (from === undefined) return [growth]
  const turn: NewNotice = {
    ...to,
    topic: `turn:${facts.story}:${from}:${facts.sourcing}:${facts.signals.length}`,
    content: { kind: 'turn', facts, from, because: subject },
  }
  return [growth, turn]
}

const standing: Readonly<Record<Sourcing, number>> = {
  withdrawn: 0,
  'single-source': 1,
  echoed: 1,
  contested: 2,
  corroborated: 3,
}

/** Where the sourcing came from, when the way from there changes what may be published. */
function turnOf(from: Sourcing | undefined, to: Sourcing): Sourcing | undefined {
  return from !== undefined && standing[from] !== standing[to] ? from : undefined
}

/** What both have: keys that were not told before. */
export const newSignals = (before: StoryFacts | undefined, now: StoryFacts): SignalKey[] =>
  now.signals.filter((key) => before?.signals.includes(key) !== true)
