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

type Growing = Story & { channels: Set<string>; said: string }

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
    const links = batch.flatMap((told) => linkOf(told) ?? [])
    for (const told of batch) {
      const story = this.place(told)
      const said = `${story.sourcing} ${story.origins.length}`
      changed.add(story)
      if (story.said === said) continue
      story.said = said
      const { sourcing, reason } = story
      const origins = story.origins.map(({ origin }) => origin)
      history.push({ story: story.story, at: told.post.at, sourcing, origins, reason })
    }
    for (const known of [this.byNumber, this.storyOf, this.ofEvent]) forgetOldest(known)
    const keys = batch.map(({ post }) => keyOf(post))
    return {
      languages: batch.map(({ post, lang }) => ({ key: keyOf(post), lang, confidence: 0.95 })),
      prints: batch.map(({ post }) => ({ key: keyOf(post), prints: printsOf(post.text) })),
      relinked: keys,
      links,
      stories: Array.from(changed, toStory),
      merged: [],
      history,
      suggestions: Array.from(changed)
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
    const story = (known === undefined ? undefined : this.byNumber.get(known)) ?? this.begin(told)
    this.storyOf.set(key, story.story)
    if (event !== undefined) this.ofEvent.set(event, story.story)
    const from = source && story.origins.find(({ signals }) => signals.includes(keyOf(source)))
    const origin = from?.origin ?? `ch:${post.forwardedFrom?.channel ?? post.channel}`
    const mine = story.origins.find((one) => one.origin === origin)
    const grown = { origin, signals: [...(mine?.signals ?? []), key], withdrawn: false }
    const described = { ...grown, reason: 'Nothing it says is taken from another channel here.' }
    story.origins = [...story.origins.filter((one) => one !== mine), described]
    story.signals = [...story.signals, key]
    story.channels.add(post.channel)
    story.sourcing = sourcingOf(story)
    story.lastAt = post.at
    return story
  }

  private begin({ post, event }: ToldPost): Growing {
    const number = this.next++
    const story: Growing = {
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
      channels: new Set(),
      said: '',
    }
    this.byNumber.set(number, story)
    return story
  }
}

function forgetOldest(known: Map<unknown, unknown>): void {
  for (const key of known.keys()) {
    if (known.size <= mostAtHand) return
    known.delete(key)
  }
}

const keyOf = ({ channel, id }: ToldPost['post']): SignalKey => signalKey(channel, id)

function toStory(growing: Growing): Story {
  const { channels: _channels, said: _said, ...story } = growing
  return story
}

function sourcingOf({ origins, channels }: Growing): Sourcing {
  if (origins.length > 1) return 'corroborated'
  return channels.size > 1 ? 'echoed' : 'single-source'
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
