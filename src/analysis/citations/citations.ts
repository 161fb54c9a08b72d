import type { CitationMention } from '../../model/features.ts'
import { findFooters } from './citation-footer.ts'
import { leadsToMore, relays } from './citation-context.ts'
import { applyRules, type RuleHit } from './citation-rules.ts'
import { type ChannelNames, type IsOwn, SourceFinder } from './citation-sources.ts'
import { type CitedText, gapBefore, gapBetween, readTokens } from './citation-tokens.ts'
import type { OutletBook } from './outlets.ts'

export type { ChannelNames } from './citation-sources.ts'

/** Who a post says it has its information from, each target once, in the order of the text. */
export type FindCitations = (
  text: string,
  own: { channel: string; title: string },
) => CitationMention[]

/** Longer evidence is cut; it is shown to editors. */
const mostEvidence = 160

/** Reads the books' names once; make another finder when channels or their titles change. */
export function createCitationFinder(outlets: OutletBook, channels: ChannelNames): FindCitations {
  const finder = new SourceFinder(outlets, channels)
  return (text, own) => {
    const cited = readTokens(text, finder)
    if (cited === undefined) return []
    const isOwn = finder.ownOf(own)
    const hits = findHits(cited, isOwn)
    const found = hits.size > 0 ? hits : onlyLink(cited, isOwn)
    const mentions = Array.from(found)
      .sort(([a], [b]) => a - b)
      .flatMap(([at, hit]) => describe(text, cited, at, hit))
    return oncePerTarget(mentions)
  }
}

function findHits(cited: CitedText, isOwn: IsOwn): Map<number, RuleHit> {
  const isFooter = findFooters(cited, isOwn)
  const hits = new Map<number, RuleHit>()
  cited.tokens.forEach(({ from, source }, at) => {
    if (source === undefined || isOwn(source.target)) return
    const hit = applyRules(cited, at)
    if (hit === undefined) return
    if (!isFooter(from) || hit.rule === 'credit') hits.set(at, hit)
  })
  shareWithNeighbours(cited, hits, isOwn)
  addPostLinks(cited, hits)
  dropRelays(cited, hits)
  return hits
}

/** "Reuters and AP report", "по данным РБК и «Ведомостей»": what holds for one of a list holds for all. */
function shareWithNeighbours(cited: CitedText, hits: Map<number, RuleHit>, isOwn: IsOwn): void {
  for (const [at, hit] of [...hits]) {
    for (const step of [-1, 1]) {
      for (let next = neighbour(cited, at, step); next !== undefined;) {
        const source = cited.tokens[next]?.source
        if (source === undefined || hits.has(next) || isOwn(source.target)) break
        hits.set(next, {
          ...hit,
          rule: 'listed',
          first: Math.min(hit.first, next),
          last: Math.max(hit.last, next),
        })
        next = neighbour(cited, next, step)
      }
    }
  }
}

/** A link to the cited channel's post tells which post is meant. */
function addPostLinks(cited: CitedText, hits: Map<number, RuleHit>): void {
  const channels = new Set(Array.from(hits.keys(), (at) => channelOf(cited, at)))
  channels.delete(undefined)
  cited.tokens.forEach(({ source }, at) => {
    if (source?.form !== 'post' || hits.has(at) || !channels.has(channelOf(cited, at))) return
    hits.set(at, { rule: 'post link', first: at, last: at })
  })
}

function channelOf({ tokens }: CitedText, at: number): string | undefined {
  const target = tokens[at]?.source?.target
  return target?.kind === 'channel' ? target.channel : undefined
}

const conjunctions = new Set(['and', 'и', 'і', 'й', 'та', 'و', 'ו'])

/** The source beside one, with a comma or "and" between; a link belongs to the words before it. */
function neighbour({ text, tokens }: CitedText, at: number, step: number): number | undefined {
  const joined = tokens[at + step]
  const far = joined !== undefined && conjunctions.has(joined.word) ? at + 2 * step : at + step
  const [first, last] = [tokens[Math.min(at, far)], tokens[Math.max(at, far)]]
  if (first?.source === undefined || last?.source === undefined) return undefined
  if (first.source.form !== last.source.form && !first.source.form.startsWith('h')) return undefined
  const between = far === at + step ? text.slice(first.to, last.from).trim() : ','
  return between === ',' || between === '/' || between === '،' ? far : undefined
}

/** "TASS, citing Reuters": the claim is of Reuters, and TASS adds no origin of its own. */
function dropRelays(text: CitedText, hits: Map<number, RuleHit>): void {
  const order = [...hits.keys()].sort((a, b) => a - b)
  order.forEach((at, index) => {
    const next = order[index + 1]
    const [token, after] = [text.tokens[at], next === undefined ? undefined : text.tokens[next]]
    if (next === undefined || token === undefined || after === undefined) return
    const parted = gapBetween(text.text, token.to, after.from)
    if (parted !== 'line' && parted !== 'stop' && next - at <= 6 && relays(text, at + 1, next)) {
      hits.delete(at)
      const cited = hits.get(next)
      if (cited !== undefined) hits.set(next, { ...cited, via: at })
    }
  })
}

/** A post that names nobody but links one article or post of another rests on that. */
function onlyLink(cited: CitedText, isOwn: IsOwn): Map<number, RuleHit> {
  const isFooter = findFooters(cited, isOwn)
  const links = cited.addresses.filter(
    ({ address }) => address.kind !== 'handle' && !isFooter(address.from),
  )
  const source = links[0]?.source
  const at = cited.tokens.findIndex((token) => token.source === source)
  if (links.length !== 1 || source === undefined || at < 0 || isOwn(source.target)) return new Map()
  if (source.form !== 'article' && !(source.form === 'post' && standsBehindWords(cited, at))) {
    return new Map()
  }
  return new Map([[at, { rule: 'only link', first: at, last: at }]])
}

/** True for "it has [begun](link)", false for a bare link and for "details in [the post](link)". */
function standsBehindWords(cited: CitedText, at: number): boolean {
  const before = cited.text.slice(0, cited.tokens[at]?.from).trimEnd()
  if (!before.endsWith('(') || gapBefore(cited, at) === 'line') return false
  return !leadsToMore(cited, at)
}

function describe(text: string, cited: CitedText, at: number, hit: RuleHit): CitationMention[] {
  const [token, first, last] = [cited.tokens[at], cited.tokens[hit.first], cited.tokens[hit.last]]
  if (token?.source === undefined || first === undefined || last === undefined) return []
  const words = text.slice(first.from, Math.min(last.to, first.from + mostEvidence))
  const via = hit.via === undefined ? undefined : cited.tokens[hit.via]?.source?.target
  const mention = { to: token.source.target, from: first.from, rule: hit.rule, words }
  return [via === undefined ? mention : { ...mention, via }]
}

/** A link to the post says more than the channel's name beside it. */
function oncePerTarget(mentions: readonly CitationMention[]): CitationMention[] {
  const byTarget = new Map<string, CitationMention>()
  for (const mention of mentions) {
    const { to } = mention
    const key = to.kind === 'channel' ? `ch:${to.channel.toLowerCase()}` : `out:${to.outlet}`
    const known = byTarget.get(key)
    const better = to.kind === 'channel' && to.id !== undefined
    if (known === undefined) byTarget.set(key, mention)
    else if (better && known.to.kind === 'channel' && known.to.id === undefined) {
      byTarget.set(key, { ...known, to })
    }
  }
  return Array.from(byTarget.values())
}
