import { type ChannelProfiles, longWords } from './owner-profile.ts'
import { stemOf } from '../text/stem.ts'

/** Something that speaks for one owner of two channels (or, below 0, against), in logarithms of odds. */
export interface OwnerEvidence {
  what: string
  weight: number
}

/** Two channels drawn at random have one owner about so often. */
const priorOdds = Math.log(0.01)
/** What a channel puts under a fifth of its posts is its signature. */
const signatureShare = 0.2
const leastSignatures = 10
/** A signature in fewer posts of another channel may be an advert. */
const leastCarried = { posts: 5, share: 0.01, often: 0.05 }
/** Copies both ways: independent channels copy one another one way, or now and then. */
const mutualShare = { some: 0.02, much: 0.05, timesBase: 3 }
const leastAtOnce = 20
/** A word of both titles that others write less often is a name. */
const nameShare = 0.005
const leastContained = 5
/** More channels than this, or this share of all, with one word in their titles are of one town or trade. */
const mostBearers = 4
const bearerShare = 1 / 6
/** A link is shared where it stands in so many posts of both, and in few other channels. */
const sharedLink = { posts: 3, channels: 5, some: 3, many: 10 }

export interface PairEvidence {
  channels: readonly [string, string]
  evidence: readonly OwnerEvidence[]
  /** 0–1. */
  confidence: number
}

/** Weighs whether two channels have one owner; `baseShare` is how much two others here copy both ways on average. */
export function weighPair(
  [a, b]: readonly [string, string],
  profiles: ChannelProfiles,
  baseShare: number,
): PairEvidence {
  const evidence = [
    ...signatureEvidence(a, b, profiles),
    ...linkEvidence(a, b, profiles),
    ...copyEvidence(a, b, profiles, baseShare),
    ...titleEvidence(a, b, profiles),
  ]
  const odds = evidence.reduce((total, { weight }) => total + weight, priorOdds)
  return { channels: [a, b], evidence, confidence: 1 / (1 + Math.exp(-odds)) }
}

/** The addresses that a channel puts under its posts, and not to credit whom they belong to. */
function signaturesOf(channel: string, profiles: ChannelProfiles): string[] {
  const least = Math.max(leastSignatures, signatureShare * profiles.posts(channel))
  return Array.from(profiles.addresses).flatMap(([address, counts]) => {
    const count = counts.get(channel) ?? 0
    return count >= least && profiles.credits(channel, address.slice(1)) * 2 < count
      ? [address]
      : []
  })
}

function signatureEvidence(a: string, b: string, profiles: ChannelProfiles): OwnerEvidence[] {
  const [ofA, ofB] = [signaturesOf(a, profiles), signaturesOf(b, profiles)]
  const shared = ofA.filter((address) => ofB.includes(address))
  const carried = [
    ...ofA.flatMap((address) => carries(b, a, address, profiles)),
    ...ofB.flatMap((address) => carries(a, b, address, profiles)),
  ].filter(({ address }) => !shared.includes(address))
  const bothWays = new Set(carried.map(({ by }) => by)).size > 1
  const most = carried.sort((x, y) => y.share - x.share)[0]
  return [
    ...(shared.length === 0
      ? []
      : [{ what: `both sign their posts with ${shared.join(' and ')}`, weight: 5 }]),
    ...(most === undefined
      ? []
      : [
          {
            what: carried
              .slice(0, 2)
              .map(
                ({ by, of, address, count, posts }) =>
                  `${by} carries ${address}, the signature of ${of}, in ${count} of ${posts} posts`,
              )
              .join('; '),
            weight: bothWays || most.share >= leastCarried.often ? 4 : 3,
          },
        ]),
  ]
}

/** A signature that stands in another channel's posts, though not to credit it. */
function carries(by: string, of: string, address: string, profiles: ChannelProfiles) {
  const posts = profiles.posts(by)
  const count = profiles.addresses.get(address)?.get(by) ?? 0
  const share = count / Math.max(1, posts)
  const credits = Math.max(profiles.credits(by, address.slice(1)), profiles.credits(by, of))
  const enough = count >= leastCarried.posts && share >= leastCarried.share
  return enough && credits * 2 < count ? [{ by, of, address, count, posts, share }] : []
}

function linkEvidence(a: string, b: string, profiles: ChannelProfiles): OwnerEvidence[] {
  const signatures = new Set([...signaturesOf(a, profiles), ...signaturesOf(b, profiles)])
  const shared = Array.from(profiles.addresses).filter(
    ([address, counts]) =>
      !signatures.has(address) &&
      counts.size <= sharedLink.channels &&
      Math.min(counts.get(a) ?? 0, counts.get(b) ?? 0) >= sharedLink.posts,
  )
  if (shared.length < sharedLink.some) return []
  const examples = shared.slice(0, 3).map(([address]) => address)
  return [
    {
      what: `both point again and again to ${shared.length} channels that hardly any other does, such as ${examples.join(', ')}`,
      weight: shared.length >= sharedLink.many ? 3 : 1.5,
    },
  ]
}

function copyEvidence(
  a: string,
  b: string,
  profiles: ChannelProfiles,
  baseShare: number,
): OwnerEvidence[] {
  const [forth, back] = [profiles.copying(b, a), profiles.copying(a, b)]
  const share = mutualCopying(a, b, profiles)
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`
  const isMuch = share >= Math.max(mutualShare.some, baseShare * mutualShare.timesBase)
  const [copies, atOnce] = [forth.copied + back.copied, forth.atOnce + back.atOnce]
  return [
    ...(isMuch
      ? [
          {
            what: `they copy each other word for word: ${b} took ${forth.copied} posts, ${a} ${back.copied}; two others copy both ways in ${percent(baseShare)} of their posts on average, these in at least ${percent(share)}`,
            weight: share >= mutualShare.much ? 3 : 1,
          },
        ]
      : []),
    ...(atOnce >= leastAtOnce && atOnce * 2 >= copies
      ? [
          {
            what: `${atOnce} of ${copies} posts that they share came within two minutes`,
            weight: 1.5,
          },
        ]
      : []),
    ...(profiles.credits(a, b) + profiles.credits(b, a) > copies / 5
      ? [{ what: 'they name each other as a source, as strangers do', weight: -2 }]
      : []),
  ]
}

/** The lesser of the shares of their posts that two channels took from each other. */
export function mutualCopying(a: string, b: string, profiles: ChannelProfiles): number {
  return Math.min(
    profiles.copying(b, a).copied / Math.max(1, profiles.posts(b)),
    profiles.copying(a, b).copied / Math.max(1, profiles.posts(a)),
  )
}

function titleEvidence(a: string, b: string, profiles: ChannelProfiles): OwnerEvidence[] {
  const titles = new Map(profiles.channels.map(({ id, title }) => [id, longWords(title)]))
  const bearersOf = (word: string) =>
    Array.from(titles).filter(([, others]) => others.some((other) => isOneName(word, other)))
  const second = titles.get(b) ?? []
  const names = (titles.get(a) ?? []).flatMap((word) => {
    const other = second.find((each) => isOneName(word, each))
    if (other === undefined) return []
    const name = other.length < word.length ? other : word
    const bearers = bearersOf(name).map(([id]) => id)
    const isRare = bearers.length <= Math.max(mostBearers, titles.size * bearerShare)
    return isRare && profiles.wordShare(stemOf(name), new Set(bearers)) < nameShare ? [name] : []
  })
  return names[0] === undefined
    ? []
    : [{ what: `both titles have "${names[0]}", which others hardly ever write`, weight: 2 }]
}

/** The same but for its ending, or one inside the other, as in a name made of two. */
const isOneName = (word: string, other: string) =>
  stemOf(word) === stemOf(other) ||
  (other.length >= leastContained && word.includes(other)) ||
  (word.length >= leastContained && other.includes(word))
