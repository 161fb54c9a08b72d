import type { RawPost } from '../../src/model/signal.ts'

/** Distinct words; news in a few languages uses about as many. */
const vocabularySize = 60_000
const channelCount = 40
/** Shares of posts that carry an earlier one's text, as measured in real channels. */
const copyShare = 0.08
const forwardShare = 0.06
const secondsApart = 45
const startMs = Date.UTC(2025, 0, 1)

/** When the last of so many posts was posted. */
export const lastPostAt = (count: number) => new Date(startMs + (count - 1) * secondsApart * 1000)

/** Mulberry32: the same seed gives the same posts on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const syllables = [
  ['ka', 'ro', 'ven', 'ti', 'mos', 'lar', 'den', 'shi', 'po', 'gran'],
  ['ко', 'ра', 'вен', 'ти', 'мос', 'лар', 'ден', 'ши', 'по', 'гран'],
  ['با', 'رو', 'ني', 'سل', 'مد', 'كر', 'تا', 'حم', 'دو', 'قا'],
] as const

/** The word of a rank: frequent ones are short, and each channel's language has its own script. */
function wordOf(rank: number, language: number): string {
  const parts = syllables[language] ?? syllables[0]
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / parts.length)) {
    word += parts[rest % parts.length] ?? ''
  }
  return word
}

/**
 * Posts as a busy desk gets them, in time order: word frequencies by Zipf and Mandelbrot (exponent 1.05,
 * shift 2.7), lengths log-normal about 45 words, some posts copied and some forwarded.
 */
export function* generatePosts(count: number, seed = 7): Generator<RawPost> {
  const random = seeded(seed)
  const rank = zipf(random)
  const recent: RawPost[] = []
  for (let index = 0; index < count; index++) {
    const channel = Math.floor(random() * channelCount)
    const at = new Date(startMs + index * secondsApart * 1000).toISOString()
    const source = recent[Math.floor(random() * recent.length)]
    const chance = random()
    const base = { channel: `channel_${channel}`, id: index + 1, at }
    let post: RawPost
    if (source !== undefined && chance < forwardShare) {
      post = {
        ...base,
        text: source.text,
        forwardedFrom: { channel: source.channel, id: source.id, at: source.at },
      }
    } else if (source !== undefined && chance < forwardShare + copyShare) {
      post = { ...base, text: `🔴 ${source.text}\n\nchannel ${channel}` }
    } else {
      const length = Math.max(4, Math.round(Math.exp(3.8 + 0.6 * normal(random))))
      const words = Array.from({ length }, () => wordOf(rank(), channel % syllables.length))
      post = { ...base, text: `${words.join(' ')} ${Math.floor(random() * 500)}.` }
    }
    recent[index % 5000] = post
    yield post
  }
}

function zipf(random: () => number): () => number {
  const cumulative = new Float64Array(vocabularySize)
  let total = 0
  for (let rank = 0; rank < vocabularySize; rank++) {
    total += 1 / (rank + 2.7) ** 1.05
    cumulative[rank] = total
  }
  return () => {
    const target = random() * total
    let low = 0
    let high = vocabularySize - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return low
  }
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(random() || Number.MIN_VALUE)) * Math.cos(2 * Math.PI * random())
