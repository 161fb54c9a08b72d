/**
 * Counts in how many texts each concept stands, by language, and writes the mean over languages and files as
 * `data/gazetteer/shares.tsv`, with the nations among them marked as lands; other marks of lands are kept.
 *
 *     node --import tsx test/tools/count-concepts.ts TEXT.jsonl …
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { detectLanguage } from '../../src/analysis/language/language.ts'
import { createConceptFinder } from '../../src/analysis/text/concepts.ts'
import { words } from '../../src/lib/text.ts'

const folder = new URL('../../data/gazetteer/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const languages = ['en', 'ru', 'uk', 'ar', 'fa', 'he']
/** Fewer texts of a language tell nothing of it. */
const fewest = 500

const namesIn = (table: string) =>
  table
    .split('\n')
    .filter((line) => line !== '' && !/^[#-]/.test(line))
    .map((line) => line.split('\t')[0] ?? '')
const tables = [read('concepts.tsv'), read('nations.tsv')]
const findConcepts = createConceptFinder(...tables)
const lands = new Set([
  ...read('shares.tsv')
    .split('\n')
    .flatMap((line) => (line.endsWith('\tland') ? (line.split('\t')[0] ?? '') : [])),
  ...namesIn(read('nations.tsv')),
])

interface Group {
  texts: number
  counts: Map<string, number>
}
const groups = new Map<string, Group>()
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const { text, lang } = JSON.parse(line) as { text: string; lang?: string }
    const said = lang ?? detectLanguage(text).lang
    if (!languages.includes(said)) continue
    const group = groups.get(`${file} ${said}`) ?? { texts: 0, counts: new Map<string, number>() }
    groups.set(`${file} ${said}`, group)
    group.texts++
    for (const concept of new Set(findConcepts(words(text)).map((found) => found.concept))) {
      group.counts.set(concept, (group.counts.get(concept) ?? 0) + 1)
    }
  }
}

const counted = Array.from(groups.values()).filter(({ texts }) => texts >= fewest)
const concepts = tables.flatMap(namesIn)
const lines = [...new Set(concepts)].map((concept) => {
  const shares = counted.map(({ texts, counts }) => (counts.get(concept) ?? 0) / texts)
  const mean = shares.reduce((total, share) => total + share, 0) / shares.length
  const perThousand = Math.max(0.2, mean * 1000).toFixed(1)
  return [concept, perThousand, ...(lands.has(concept) ? ['land'] : [])].join('\t')
})
const head = [
  '# In how many reports of a thousand each concept stands, on average over languages and kinds of text;',
  '# "land" where it means a country. Written by test/tools/count-concepts.ts.',
  '# concept\tper thousand',
]
writeFileSync(new URL('shares.tsv', folder), [...head, ...lines, ''].join('\n'))
