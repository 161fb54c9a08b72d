import type { AnalysisResult } from '../../src/model/analysis.ts'
import { type SignalKey, signalKey } from '../../src/model/signal.ts'
import type { EventKind, Sourcing, Story } from '../../src/model/story.ts'
import type { ToldPost } from './generate.ts'

/** Kinds of event by turns; most posts tell of none. */
const events: readonly EventKind[] = ['strike', 'statement', 'talks', 'other', 'accident', 'other']
const headlineLength = 100
const keptPrints = 4
/** What is older is neither forwarded nor reported on any more: of the posts that are, one is a few thousand back. */
const mostAtHand = 100_000
/** One story in so many is suggested to be another one. */
const suggestedEvery = 30

/** A story, which channels carry it, and what was last said of its sourcing. */
interface Growing {
  story: Story
  channels: Set<string>
  said: string
}

/**
 * Stories and links of made posts as their maker knows them, in the shape in which analysis stores its own:
 * a year of posts is stored so in minutes, where judging each would take hours.
 */
export class GrownStories {
  private readonly byNumber = new Map<number, Growing>()
  private readonly storyOf = new Map<SignalKey, number>()
  private readonly ofEvent = new Map<number, number>()
  private next = 1

  /** What a batch of judged posts would have changed. */
  take(batch: readonly ToldPost[]): AnalysisResult {
    const changed = new Set<Growing>()
    const history: AnalysisResult['history'][number][] = []
    for (const told of batch) {
      const growing = this.place(told)
      const { story, origins, sourcing, reason } = growing.story
      const said = `${sourcing} ${origins.length}`
      changed.add(growing)
      if (growing.said === said) continue
      growing.said = said
      const names = origins.map(({ origin }) => origin)
      history.push({ story, at: told.post.at, sourcing, origins: names, reason })
    }
    for (const known of [this.byNumber, this.storyOf, this.ofEvent]) forgetOldest(known)
    const stories = Array.from(changed, ({ story }) => story)
    return {
      languages: batch.map(({ post, lang }) => ({ key: keyOf(post), lang, confidence: 0.95 })),
      prints: batch.map(({ post }) => ({ key: keyOf(post), prints: printsOf(post.text) })),
      relinked: batch.map(({ post }) => keyOf(post)),
      links: batch.flatMap((told) => linkOf(told) ?? []),
      stories,
      merged: [],
      history,
      suggestions: stories
        .filter(({ story }) => story % suggestedEvery === 0)
        .map(({ story }) => ({
          stories: [story - 7, story] as const,
          score: 0.4,
          reason: 'Made for the bench.',
        })),
    }
  }

  private place(told: ToldPost): Growing {
    const { post, source, event } = told
    const key = keyOf(post)
    const known =
      (source && this.storyOf.get(keyOf(source))) ??
      (event === undefined ? undefined : this.ofEvent.get(event))
    const growing = (known === undefined ? undefined : this.byNumber.get(known)) ?? this.begin(told)
    const { story, channels } = growing
    this.storyOf.set(key, story.story)
    if (event !== undefined) this.ofEvent.set(event, story.story)
    channels.add(post.channel)
    const origins = withOrigin(story.origins, told)
    growing.story = {
      ...story,
      origins,
      signals: [...story.signals, key],
      sourcing: sourcingOf(origins.length, channels.size),
      lastAt: post.at,
    }
    return growing
  }

  private begin({ post, event }: ToldPost): Growing {
    const number = this.next++
    const story: Story = {
      story: number,
      signals: [],
      origins: [],
      sourcing: 'single-source',
      reason:
        'One origin is known, or several that do not depend on each other as far as is known.',
      headline: post.text.slice(0, headlineLength).replace(/\s+/g, ' '),
      event: event === undefined ? 'other' : (events[event % events.length] ?? 'other'),
      conflicts: [],
      notStated: event === undefined ? [] : ['casualty figures', 'the exact place'],
      firstAt: post.at,
      lastAt: post.at,
    }
    const growing = { story, channels: new Set<string>(), said: '' }
    this.byNumber.set(number, growing)
    return growing
  }
}

/** The origins with a post put to the one of what it passes on, or to its own. */
function withOrigin(origins: Story['origins'], { post, source }: ToldPost): Story['origins'] {
  const from = source && origins.find(({ signals }) => signals.includes(keyOf(source)))
  const origin = from?.origin ?? `ch:${post.forwardedFrom?.channel ?? post.channel}`
  const mine = origins.find((one) => one.origin === origin)
  const grown = {
    origin,
    signals: [...(mine?.signals ?? []), keyOf(post)],
    reason: 'Nothing it says is taken from another channel here.',
    withdrawn: false,
  }
  return [...origins.filter((one) => one !== mine), grown]
}

function forgetOldest(known: Map<unknown, unknown>): void {
  for (const key of known.keys()) {
    if (known.size <= mostAtHand) return
    known.delete(key)
  }
}

const keyOf = ({ channel, id }: ToldPost['post']): SignalKey => signalKey(channel, id)

function sourcingOf(origins: number, channels: number): Sourcing {
  if (origins > 1) return 'corroborated'
  return channels > 1 ? 'echoed' : 'single-source'
}

function linkOf({ post, source }: ToldPost) {
  const from = keyOf(post)
  const { forwardedFrom } = post
  if (forwardedFrom !== undefined) {
    const to = source ? keyOf(source) : `ch:${forwardedFrom.channel}`
    return { from, to, kind: 'forward' as const, score: 1, reason: 'Forwarded, by the platform.' }
  }
  if (source === undefined) return undefined
  const reason = 'Its words are those of the earlier post, but for what stands around them.'
  return { from, to: keyOf(source), kind: 'copy' as const, score: 0.97, reason }
}

/** As many marks as analysis keeps of a text, the same for the same beginning. */
function printsOf(text: string): number[] {
  let value = 0x811c9dc5
  const prints: number[] = []
  for (let index = 0; index < Math.min(text.length, 200); index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
    if (index % 50 === 49 && prints.length < keptPrints) prints.push(value >>> 0)
  }
  return prints
}
