import type { RawPost } from '../../src/model/signal.ts'
import { type Random, seeded, zipf } from './random.ts'
import { type Vocabulary, likelyPlaces } from './vocabulary.ts'

/** A year of 300,000 posts. */
const usual = { seed: 7, channels: 60, secondsApart: 105, startMs: Date.UTC(2025, 0, 1) }
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

/** Of what world the posts are; left out, that of the speed bench. */
export interface WorldOptions {
  seed?: number
  channels?: number
  /** On average. */
  secondsApart?: number
  startMs?: number
}

/** A post, and what its maker knows of it. */
export interface ToldPost {
  post: RawPost
  lang: string
  /** The post that it forwards or copies, where that is one of these. */
  source?: RawPost
  /** The event that it reports, by number. */
  event?: number
}

/** Something that happened, as several channels tell of it. */
interface Event {
  number: number
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

/** The posts alone; see `generateTold`. */
export function* generatePosts(
  count: number,
  vocabularies: readonly Vocabulary[],
  seed = usual.seed,
): Generator<RawPost> {
  for (const { post } of generateTold(count, vocabularies, { seed })) yield post
}

/**
 * Posts of many channels in six languages, in time order: words by Zipf's law, lengths log-normal about 45
 * words, alerts, forwards, copies, citations, edits, footers, and events that several tell of.
 */
export function* generateTold(
  count: number,
  vocabularies: readonly Vocabulary[],
  options: WorldOptions = {},
): Generator<ToldPost> {
  const { seed, channels, secondsApart, startMs } = { ...usual, ...options }
  const random = seeded(seed)
  const writers = createWriters(vocabularies, channels, random)
  const busiest = zipf(random, channels)
  let happened = 0
  const events = Array.from({ length: openEvents }, () => happen(happened++, vocabularies, random))
  const recent: RawPost[] = []
  let atMs = startMs
  for (let index = 0; index < count; index++) {
    const day = Math.sin((atMs / 86_400_000) * 2 * Math.PI)
    atMs += secondsApart * 1000 * 2 * random.next() * (1 - 0.6 * day)
    if (random.chance(shares.event))
      events[random.below(openEvents)] = happen(happened++, vocabularies, random)
    const writer = writers[busiest()]
    if (writer === undefined) throw new Error('a channel without a writer')
    const base = { channel: writer.channel, id: index + 1, at: instantOf(atMs) }
    const told =
      passOn(base, writer, recent, random) ?? tell(base, writer, random.pick(events), random)
    const { post } = told
    if (post.forwardedFrom === undefined) {
      recent[recent.length < recentPosts ? recent.length : random.below(recentPosts)] = post
    }
    const { lang } = writer.vocabulary
    yield { ...told, lang, post: random.chance(shares.edit) ? edited(post, atMs, random) : post }
  }
}

const instantOf = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '')

function createWriters(
  vocabularies: readonly Vocabulary[],
  count: number,
  random: Random,
): Writer[] {
  return Array.from({ length: count }, (_, number) => {
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

function happen(number: number, vocabularies: readonly Vocabulary[], random: Random): Event {
  const concepts = Array.from(random.pick(vocabularies).concepts.keys())
  return {
    number,
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
): Omit<ToldPost, 'lang'> | undefined {
  const chance = random.next()
  if (recent.length === 0 || chance > shares.forward + shares.copy) return undefined
  const source = random.pick(recent)
  if (chance < shares.copy)
    return { post: { ...base, text: `${altered(source.text, random)}${footer}` }, source }
  const { channel, id, at, text } = source
  if (!random.chance(shares.stranger))
    return { post: { ...base, text, forwardedFrom: { channel, id, at } }, source }
  const stranger = `stranger_${random.below(2000)}`
  const forwardedFrom = { channel: stranger, id: 1 + random.below(50_000), at }
  return { post: { ...base, text, forwardedFrom } }
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

function tell(
  base: RawPostBase,
  { vocabulary, rank, footer }: Writer,
  event: Event,
  random: Random,
): Omit<ToldPost, 'lang'> {
  const { words, concepts, places, lang } = vocabulary
  const post = (text: string) => ({ ...base, text: `${text}${footer}` })
  if (random.chance(shares.alert)) {
    const alert = concepts.get('siren')?.[0] ?? ''
    return { post: post(`🚨 ${capital(alert)}: ${places[random.below(likelyPlaces)] ?? ''}`) }
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
  const cited = random.chance(shares.cite) ? (citations[lang] ?? '') : ''
  const told = post(`${cited}${inSentences(said, random)}`)
  return isReport ? { post: told, event: event.number } : { post: told }
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
