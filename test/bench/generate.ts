import type { RawPost } from '../../src/model/signal.ts'
import { type Random, seeded, zipf } from './random.ts'
import { type Vocabulary, likelyPlaces } from './vocabulary.ts'

const channelCount = 60
/** 300,000 posts a year. */
const secondsApart = 105
const startMs = Date.UTC(2025, 0, 1)
const recentPosts = 3000
const openEvents = 40
const eventConcepts = 7

/** Shares of posts, about as in channels of war and politics. */
const shares = {
  forward: 0.14,
  /** Of forwards: of a post that is not read here. */
  stranger: 0.5,
  copy: 0.08,
  alert: 0.05,
  /** Of the other posts: about something that other channels report as well. */
  report: 0.35,
  cite: 0.06,
  edit: 0.04,
  event: 0.05,
}

/** Something that happened, as several channels tell of it. */
interface Event {
  place: number
  figure: number
  concepts: readonly string[]
}

/** Who writes a channel: its language, its words and what stands under its posts. */
interface Writer {
  channel: string
  footer: string
  vocabulary: Vocabulary
  rank: () => number
}

const citations: Readonly<Record<string, string>> = {
  en: 'Reuters reports: ',
  ru: 'ТАСС сообщает: ',
  uk: 'Повідомляє Укрінформ: ',
  ar: 'وكالة رويترز: ',
  fa: 'به گزارش رویترز: ',
  he: 'לפי רויטרס: ',
}

/**
 * Posts of a year in sixty channels and six languages, in time order: words by Zipf's law, lengths log-normal
 * about 45 words, alerts, forwards, copies, citations, edits, footers, and events that several tell of.
 */
export function* generatePosts(
  count: number,
  vocabularies: readonly Vocabulary[],
  seed = 7,
): Generator<RawPost> {
  const random = seeded(seed)
  const writers = createWriters(vocabularies, random)
  const busiest = zipf(random, channelCount)
  const events = Array.from({ length: openEvents }, () => happen(vocabularies, random))
  const recent: RawPost[] = []
  let atMs = startMs
  for (let index = 0; index < count; index++) {
    const day = Math.sin((atMs / 86_400_000) * 2 * Math.PI)
    atMs += secondsApart * 1000 * 2 * random.next() * (1 - 0.6 * day)
    if (random.chance(shares.event)) events[random.below(openEvents)] = happen(vocabularies, random)
    const writer = writers[busiest()]
    if (writer === undefined) throw new Error('a channel without a writer')
    const at = instantOf(atMs)
    const base = { channel: writer.channel, id: index + 1, at }
    const post = passOn(base, writer, recent, random) ?? {
      ...base,
      text: `${tell(writer, random.pick(events), random)}${writer.footer}`,
    }
    if (post.forwardedFrom === undefined) {
      recent[recent.length < recentPosts ? recent.length : random.below(recentPosts)] = post
    }
    yield random.chance(shares.edit) ? edited(post, atMs, random) : post
  }
}

const instantOf = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '')

function createWriters(vocabularies: readonly Vocabulary[], random: Random): Writer[] {
  return Array.from({ length: channelCount }, (_, number) => {
    const vocabulary = random.pick(vocabularies)
    const channel = `channel_${number}`
    return {
      channel,
      footer: random.chance(0.5) ? `\n\n👉 @${channel}` : '',
      vocabulary,
      rank: zipf(random, vocabulary.words.length),
    }
  })
}

function happen(vocabularies: readonly Vocabulary[], random: Random): Event {
  const concepts = Array.from(random.pick(vocabularies).concepts.keys())
  return {
    place: random.below(likelyPlaces),
    figure: 2 + random.below(400),
    concepts: Array.from({ length: eventConcepts }, () => random.pick(concepts)),
  }
}

/** A forward or a copy of what was posted lately, or undefined. */
function passOn(
  base: RawPostBase,
  { footer }: Writer,
  recent: readonly RawPost[],
  random: Random,
): RawPost | undefined {
  const chance = random.next()
  if (recent.length === 0 || chance > shares.forward + shares.copy) return undefined
  const source = random.pick(recent)
  if (chance < shares.copy) return { ...base, text: `${altered(source.text, random)}${footer}` }
  const { channel, id, at, text } = source
  const forwardedFrom = random.chance(shares.stranger)
    ? { channel: `stranger_${random.below(2000)}`, id: 1 + random.below(50_000), at }
    : { channel, id, at }
  return { ...base, text, forwardedFrom }
}

type RawPostBase = Pick<RawPost, 'channel' | 'id' | 'at'>

/** A copy as copies are made: whole, behind a sign, or cut. */
function altered(text: string, random: Random): string {
  const sentences = text.split('\n')[0]?.split(/(?<=\.) /) ?? []
  const kept = random.chance(0.3)
    ? sentences.slice(0, Math.ceil(sentences.length * 0.7))
    : sentences
  return `${random.chance(0.5) ? '❗️' : ''}${kept.join(' ')}`
}

function tell({ vocabulary, rank }: Writer, event: Event, random: Random): string {
  const { words, concepts, places, lang } = vocabulary
  if (random.chance(shares.alert)) {
    const alert = concepts.get('siren')?.[0] ?? ''
    return `🚨 ${capital(alert)}: ${places[random.below(likelyPlaces)] ?? ''}`
  }
  const isReport = random.chance(shares.report)
  const length = Math.max(4, Math.round(Math.exp(3.8 + 0.6 * random.normal())))
  const said = Array.from({ length }, () => words[rank()] ?? '')
  if (isReport) {
    const facts = event.concepts.map((concept) => random.pick(concepts.get(concept) ?? ['']))
    facts.push(places[event.place] ?? '', String(event.figure))
    for (const fact of facts) said[random.below(said.length)] = fact
  } else {
    said[random.below(length)] = places[random.below(likelyPlaces)] ?? ''
    if (random.chance(0.6)) said[random.below(length)] = String(random.below(3000))
  }
  return `${random.chance(shares.cite) ? (citations[lang] ?? '') : ''}${inSentences(said, random)}`
}

function inSentences(words: readonly string[], random: Random): string {
  const sentences: string[] = []
  for (let from = 0; from < words.length;) {
    const to = from + 6 + random.below(14)
    sentences.push(`${capital(words.slice(from, to).join(' '))}.`)
    from = to
  }
  return sentences.join(' ')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function edited(post: RawPost, atMs: number, random: Random): RawPost {
  const at = instantOf(atMs + 60_000 * (1 + random.below(60)))
  return { ...post, edits: [{ at, text: `${post.text} +${random.below(100)}` }] }
}
