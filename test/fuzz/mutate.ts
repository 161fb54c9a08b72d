import type { Random } from '../bench/random.ts'

/** What parsers stumble over, in no parser's own format. */
const hard = [
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '-1',
  '0',
  '1e999',
  '9007199254740993',
  '99999999999999999999',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '__proto__',
  'constructor',
  '"\\ud800"',
  '&#x110000;',
  '&amp;',
  '&x;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [',
  '<?xml ',
  '\r\n',
  '\t',
  '2026-02-30T25:61:61Z',
  '+99:99',
  '-271821-04-20',
  '0000-00-00',
  '*a',
  '&a',
  '!!binary',
  '|',
  '>',
]

const encoder = new TextEncoder()

/** Parts of the corpus that make a format: tags, attributes, keys, words. */
export function dictionaryOf(corpus: readonly Uint8Array[]): string[] {
  const found = new Set(hard)
  for (const bytes of corpus) {
    const text = new TextDecoder().decode(bytes)
    for (const [token] of text.matchAll(/<\/?[\w:-]{1,30}>?|"[^"\n]{1,40}"\s?:?|[\w-]{2,40}/g))
      found.add(token)
  }
  return [...found].slice(0, 5000)
}

type Mutation = (bytes: Uint8Array, random: Random, tools: MutationTools) => Uint8Array

export interface MutationTools {
  corpus: readonly Uint8Array[]
  dictionary: readonly string[]
  maxBytes: number
}

const splice = (bytes: Uint8Array, from: number, to: number, put: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)])

const range = (bytes: Uint8Array, random: Random, most = 64): [number, number] => {
  const from = random.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + random.below(most))]
}

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    const at = random.below(Math.max(1, bytes.length))
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
    return changed
  },
  (bytes, random) => {
    const [from] = range(bytes, random)
    return splice(bytes, from, Math.min(bytes.length, from + 1), Uint8Array.of(random.below(256)))
  },
  (bytes, random) => splice(bytes, ...range(bytes, random), new Uint8Array()),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random, { dictionary }) =>
    splice(bytes, ...range(bytes, random, 8), encoder.encode(random.pick(dictionary))),
  (bytes, random, { dictionary }) => {
    const [at] = range(bytes, random)
    return splice(bytes, at, at, encoder.encode(random.pick(dictionary)))
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random, 200)
    const part = bytes.subarray(from, to)
    const times = 1 + random.below(random.chance(0.05) ? 2000 : 8)
    return splice(bytes, to, to, Buffer.concat(Array.from({ length: times }, () => part)))
  },
  (bytes, random, { corpus }) => {
    const other = random.pick(corpus)
    return splice(bytes, ...range(bytes, random, 200), other.subarray(...range(other, random, 400)))
  },
  mutateJson,
  mutateTags,
]

/** One input made from another: 1 to 8 changes, cut to the most bytes that are tried. */
export function mutate(bytes: Uint8Array, random: Random, tools: MutationTools): Uint8Array {
  let made = bytes
  for (let left = 1 + random.below(8); left > 0; left--)
    made = random.pick(mutations)(made, random, tools).subarray(0, tools.maxBytes)
  return made
}

const odd: readonly unknown[] = [null, true, 0, -1, 1.5, 1e300, '', 'x', [], {}, [[]], '\ud800']

/** Puts an odd value, or one from elsewhere in the tree, in the place of some value of a JSON text. */
function mutateJson(bytes: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    return bytes
  }
  const places: (readonly [Record<string, unknown>, string])[] = []
  const walk = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 50) return
    for (const [key, value] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key])
      walk(value, depth + 1)
    }
  }
  walk(tree, 0)
  if (places.length === 0) return encoder.encode(JSON.stringify(random.pick(odd)))
  const [holder, key] = random.pick(places)
  const [from, fromKey] = random.pick(places)
  if (random.chance(0.3)) Reflect.deleteProperty(holder, key)
  else if (random.chance(0.5)) holder[key] = random.pick(odd)
  else holder[key] = structuredClone(from[fromKey])
  return encoder.encode(JSON.stringify(tree))
}

/** Doubles, nests or drops a tag of a marked-up text. */
function mutateTags(bytes: Uint8Array, random: Random): Uint8Array {
  const tags: { at: number; length: number }[] = []
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) {
    const end = bytes.indexOf(62, at)
    if (end > at && end - at < 500) tags.push({ at, length: end + 1 - at })
  }
  if (tags.length === 0) return bytes
  const one = random.pick(tags)
  const other = random.pick(tags)
  const tag = bytes.subarray(other.at, other.at + other.length)
  const times = random.pick([0, 1, 2, 2, random.chance(0.1) ? 3000 : 4])
  const put = Buffer.concat(Array.from({ length: times }, () => tag))
  return splice(bytes, one.at, one.at + (random.chance(0.5) ? one.length : 0), put)
}
