// Packs the n-gram statistics of eld (Apache-2.0, see README.md) into ngrams.bin.
// Usage: node data/langid/pack.mjs PATH/TO/node_modules/eld
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv[2] ?? 'node_modules/eld', 'src')
const load = (file) => import(pathToFileURL(path.join(folder, file)).href)
const { ngramsData } = await load('ngrams/small.js')
const { dictionary } = await load('dictionary.js')

// Languages of other scripts are told by their script.
const kept =
  'ar az be bg ca cs da de en es et eu fa fi fr he hr hu is it ku lt lv ms nl no pl pt ro ru sk sl ' +
  'sq sr sv tl tr uk ur vi yo'
const languages = kept.split(' ')

// eld writes each byte of UTF-8 above 0x7f as one character of its dictionary, ASCII as it is. Its
// characters overlap with ASCII ones, so letters of words and bytes are told apart by trying both.
const byteOf = new Map()
dictionary.forEach((char, byte) => {
  if (byte >= 0x80 && char !== ' ') byteOf.set(char, byte)
})
const plain = (char) => (char >= 'a' && char <= 'z') || char === "'" || char === '`'

const entries = []
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  const starts = gram.startsWith(' ')
  const ends = gram.endsWith(' ')
  const chars = Array.from(gram.slice(starts ? 1 : 0, ends ? -1 : undefined))
  const bytes = chars.map((char) => (plain(char) ? char.charCodeAt(0) : byteOf.get(char)))
  if (bytes.includes(undefined) || bytes.length > 4 || bytes.length === 0) continue
  const pairs = Object.entries(scores)
    .map(([id, score]) => [languages.indexOf(ngramsData.languages[id]), score])
    .filter(([language]) => language >= 0)
  if (pairs.length === 0) continue
  const key = bytes.reduce((total, byte) => total * 256 + byte, 0)
  entries.push({ key, shape: bytes.length * 4 + (starts ? 1 : 0) + (ends ? 2 : 0), pairs })
}
entries.sort((a, b) => a.shape - b.shape || a.key - b.key)

const pairCount = entries.reduce((total, { pairs }) => total + pairs.length, 0)
const names = Buffer.from(languages.join(' '))
const out = Buffer.alloc(12 + names.length + entries.length * 6 + pairCount * 2)
let at = 0
const u32 = (value) => (at = out.writeUInt32LE(value, at))
const u8 = (value) => (at = out.writeUInt8(value, at))
u32(names.length)
names.copy(out, at)
at += names.length
u32(entries.length)
u32(pairCount)
for (const { key } of entries) u32(key)
for (const { shape } of entries) u8(shape)
for (const { pairs } of entries) u8(pairs.length)
for (const { pairs } of entries) {
  for (const [language, score] of pairs) {
    u8(language)
    u8(score)
  }
}
writeFileSync(new URL('ngrams.bin', import.meta.url), out)
console.log(`${entries.length} n-grams, ${pairCount} scores, ${out.length} bytes`)
