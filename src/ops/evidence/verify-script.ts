/**
 * The script that goes into an archive of evidence and verifies it with nothing but Node: files against their
 * sums, rows and payloads against the lines of the chain, and each entry of the chain against the one before.
 */
export const verifyScript = `import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('.', import.meta.url)))
const sha256 = (content) => createHash('sha256').update(content).digest('hex')
const problems = []
const demand = (holds, problem) => {
  if (!holds && !problems.includes(problem)) problems.push(problem)
}
const jsonOf = (text, place, otherwise) => {
  try {
    return JSON.parse(text)
  } catch {
    demand(false, place + ' can not be read')
    return otherwise
  }
}
const textOf = (file) => {
  demand(existsSync(file), file + ' is missing')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
const rowsOf = (file) =>
  textOf(file).split('\\n').flatMap((line, index) => {
    const row = line === '' ? undefined : jsonOf(line, file + ', line ' + (index + 1))
    return row ? [row] : []
  })

for (const line of textOf('SHA256SUMS').trim().split('\\n')) {
  const [, sum, file] = /^([0-9a-f]{64})  (.+)$/.exec(line) ?? []
  demand(file && existsSync(file) && sha256(readFileSync(file)) === sum, file + ' is not the file that was packed')
}

const lines = new Set()
let before
for (const { entry, at, kind, subject, content, hash, items } of rowsOf('chain.jsonl')) {
  const place = 'chain entry ' + entry
  if (before) demand(entry === before.entry + 1, place + ' does not come next after ' + before.entry)
  if (before || entry === 1) {
    const expected = sha256(JSON.stringify([before?.hash ?? '', entry, at, kind, subject, content]))
    demand(expected === hash, place + ' does not follow from the entry before it')
  }
  if (items !== undefined) {
    demand(sha256(items) === content, place + ' does not list the hashes it was made of')
    for (const line of items.split('\\n')) lines.add(line)
  }
  before = { entry, hash }
}

// A row names itself by its line of the chain; one that doesn't is told by its place.
const hashedOf = (file) =>
  rowsOf(file).flatMap((row, index) => {
    const isHashed = /^.+ [0-9a-f]{64}$/.test(row.line) && Array.isArray(row.content)
    demand(isHashed, file + ', line ' + (index + 1) + ' is not what was hashed')
    return isHashed ? [row] : []
  })
const signals = hashedOf('signals.jsonl')
const revisions = hashedOf('revisions.jsonl')
const pictures = hashedOf('pictures.jsonl')
const payloads = hashedOf('payloads.jsonl')
const rows = [...signals, ...revisions, ...pictures, ...payloads]
for (const { line, content } of rows) {
  const [, name, hash] = /^(.+) ([0-9a-f]{64})$/.exec(line)
  demand(sha256(JSON.stringify(content)) === hash, name + ' is not what was hashed')
  demand(lines.has(line), name + ' is not in the chain')
}
// Whoever takes a whole post out has to take it out of the story, too.
const given = new Set(rows.map(({ line }) => line.replace(/ [0-9a-f]{64}$/, '')))
for (const key of jsonOf(textOf('story.json'), 'story.json', {}).signals ?? [])
  demand(given.has('signal ' + key), 'signal ' + key + ' is in the story, and was taken out')
for (const { line, content } of signals) {
  const key = line.slice('signal '.length).replace(/ [0-9a-f]{64}$/, '')
  for (let number = 0; content[4] > 0 && number <= content[4]; number += 1)
    demand(given.has('revision ' + key + '#' + number), 'revision ' + key + '#' + number + ' was taken out')
}
// What was let go for its age is missing with the chain's knowledge; anything else that is missing was taken out.
const texts = [
  ...signals.map((row) => ({ ...row, hash: row.content[6], gone: 'text-gone ' })),
  ...revisions.map((row) => ({ ...row, hash: row.content[3], gone: 'revision-gone ' })),
]
for (const { line, text, hash, gone } of texts) {
  const name = line.replace(/ [0-9a-f]{64}$/, '')
  const wasLetGo = !text && lines.has(gone + name.slice(name.indexOf(' ') + 1) + ' ' + hash)
  demand(wasLetGo || sha256(text ?? '') === hash, name + ' has another text')
}
for (const { journal, file, sha256: sum, content } of payloads) {
  demand(content.includes(sum), 'payload ' + journal + ' has another hash')
  const isThere = file !== undefined && existsSync(file)
  const wasLetGo = file === undefined && lines.has('body-gone ' + journal + ' ' + sum)
  demand(wasLetGo || (isThere && sha256(readFileSync(file)) === sum), 'payload ' + journal + ' has other bytes')
}

for (const { line, file, sha256: sum, content } of pictures) {
  const name = line.replace(/ [0-9a-f]{64}$/, '')
  demand(content.includes(sum), name + ' has another hash')
  if (file !== undefined) demand(existsSync(file) && sha256(readFileSync(file)) === sum, name + ' has other bytes')
}

for (const problem of problems) console.log(problem)
const counted = rows.length + ' rows, ' + (before ? 'the chain up to ' + before.entry + ':' + before.hash : 'no chain')
console.log(problems.length === 0 ? 'Everything is as it was stored: ' + counted : problems.length === 1 ? '1 problem' : problems.length + ' problems')
process.exitCode = problems.length === 0 ? 0 : 1
`
