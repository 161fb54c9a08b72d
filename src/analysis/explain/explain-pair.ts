import type {
  ExplainedSignal,
  LikenessExplanation,
  OriginComparison,
  PairExplanation,
} from '../../model/explanation.ts'
import type { CitationMention } from '../../model/features.ts'
import type { SignalKey } from '../../model/signal.ts'
import { compareTexts } from './explain-texts.ts'
import { pathBetween } from './explain-path.ts'
import { describeFollowing } from '../origins/follow-book.ts'
import { boundOf, joinsByLikeness } from '../stories/join-stories.ts'
import { languageReasons } from '../language/language-reasons.ts'
import { traceOrigins } from '../origins/origins.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { scorePair } from '../stories/story-score.ts'
import { joinScore, suggestScore } from '../stories/thresholds.ts'
import type { Workspace } from '../workspace.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

const termsShown = 25

/**
 * Why two signals at hand are, or are not, linked and in one story. Links and stories are those that were
 * judged; likeness is weighed anew, by the signals now at hand.
 */
export function explainPair(a: ReadSignal, b: ReadSignal, workspace: Workspace): PairExplanation {
  const isInOrder = a.atMs < b.atMs || (a.atMs === b.atMs && a.signal.key <= b.signal.key)
  const [earlier, later] = isInOrder ? [a, b] : [b, a]
  const numbers = [earlier, later].map(({ signal }) => workspace.edited.storyOf(signal.key))
  return {
    signals: [describe(earlier, workspace), describe(later, workspace)],
    gapMinutes: Math.round((later.atMs - earlier.atMs) / 60_000),
    decision: workspace.edited.decisionOn(earlier.signal.key, later.signal.key),
    path: pathBetween(earlier, later, workspace),
    text: compareTexts(earlier, later),
    likeness: explainLikeness(earlier, later, workspace),
    following: followingOf(earlier, later, workspace),
    story: { same: numbers[0] !== undefined && numbers[0] === numbers[1], numbers },
    origins: compareOrigins(earlier.signal.key, later.signal.key, workspace),
  }
}

function followingOf(earlier: ReadSignal, later: ReadSignal, { follows }: Workspace) {
  const [source, channel] = [earlier.signal.channel, later.signal.channel]
  const following = follows.of(channel, source)
  return following === undefined ? undefined : `${describeFollowing(channel, source, following)}.`
}

function describe(read: ReadSignal, { memory, options }: Workspace): ExplainedSignal {
  const { signal, lang, confidence, places, details, event, citations } = read
  const { title, owner, languages } = options.channels.get(signal.channel)
  const links = memory.linksFrom(signal.key)
  return {
    key: signal.key,
    channel: signal.channel,
    title,
    owner,
    at: signal.at,
    text: signal.text,
    lang,
    confidence,
    languageEvidence: languageReasons(signal.text, lang, languages),
    event: event.event,
    places: [...new Set(places.map(({ name }) => name))],
    figures: [...new Set(details.map(({ detail, value }) => `${detail} ${value}`))],
    citations: citations.map(({ to, rule, words }) => ({
      words,
      rule,
      to: to.kind === 'outlet' ? `out:${to.outlet}` : `ch:${to.channel}`,
      leadsTo: links
        .filter((link) => link.kind === 'cite' && leadsTo(link.to, to))
        .map((link) => link.to),
    })),
    links,
  }
}

function leadsTo(target: string, cited: CitationMention['to']): boolean {
  if (cited.kind === 'outlet') return target === `out:${cited.outlet}`
  return target === `ch:${cited.channel}` || target.startsWith(`${cited.channel}/`)
}

function explainLikeness(
  earlier: ReadSignal,
  later: ReadSignal,
  workspace: Workspace,
): LikenessExplanation {
  const { stories, weights } = workspace
  const { score, byCoincidence, features } = joinsByLikeness(earlier, later, workspace)
  const story = stories.storyOf(earlier.signal.key)
  const storySize = story === undefined ? 1 : stories.sizeOf(story)
  return {
    score,
    verdict: score >= joinScore ? 'merge' : score >= suggestScore ? 'suggest' : 'apart',
    mergeAt: joinScore,
    suggestAt: suggestScore,
    bound: boundOf(storySize, byCoincidence),
    storySize,
    features: features(),
    shared: scorePair(earlier, later, weights)
      .shared.slice(0, termsShown)
      .map(({ term, weight }) => ({
        term: wordsOf([term], weights, [earlier, later]).join(),
        kind: weights.kindOf(term),
        weight,
      })),
  }
}

function compareOrigins(
  earlier: SignalKey,
  later: SignalKey,
  workspace: Workspace,
): OriginComparison {
  const { of, sharedOwner } = endsOfBoth(earlier, later, workspace)
  const shared = of[0]?.filter((origin) => of[1]?.includes(origin)) ?? []
  const names = (origins: readonly string[] = []) =>
    origins.join(' and ') || reasons.say('noOrigin')
  const reason =
    shared.length === 0
      ? reasons.say('otherOrigins', {
          post: earlier,
          origins: names(of[0]),
          other: later,
          otherOrigins: names(of[1]),
        })
      : reasons.say(sharedOwner ? 'oneOwner' : 'oneOrigin', { origins: names(shared) })
  return { of, reason }
}

function endsOfBoth(earlier: SignalKey, later: SignalKey, workspace: Workspace) {
  const { memory, options, edited } = workspace
  const sources = {
    linksFrom: (key: SignalKey) => memory.linksFrom(key),
    ownerOf: (channel: string) => options.channels.get(channel).owner,
    atMsOf: (key: SignalKey) => memory.signals.get(key)?.atMs,
  }
  const of = [earlier, later].map((key) => {
    const members = edited.companionsOf(key)
    return traceOrigins(members.length === 0 ? [key] : members, sources)
      .filter(({ signals }) => signals.includes(key))
      .map(({ origin }) => origin)
  })
  const sharedOwner = of[0]?.some((end) => end.startsWith('own:') && of[1]?.includes(end)) ?? false
  return { of, sharedOwner }
}
