/**
 * The script that goes into an archive of evidence and verifies it with nothing but Node: files against their
 * sums, rows and payloads against the lines of the chain, and each entry of the chain against the one before.
 */
export const verifyScript = `import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

process.chdir(new URL('.', import.meta.url).pathname)
const sha256 = (content) => createHash('sha256').update(content).digest('hex')
const rowsOf = (file) =>
  readFileSync(file, 'utf8').split('\\n').filter((line) => line !== '').map((line) => JSON.parse(line))
const problems = []
const demand = (holds, problem) => {
  if (!holds) problems.push(problem)
}

for (const line of readFileSync('SHA256SUMS', 'utf8').trim().split('\\n')) {
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

const rows = [...rowsOf('signals.jsonl'), ...rowsOf('revisions.jsonl'), ...rowsOf('pictures.jsonl'), ...rowsOf('payloads.jsonl')]
for (const { line, content } of rows) {
  const [, name, hash] = /^(.+) ([0-9a-f]{64})$/.exec(line) ?? []
  demand(sha256(JSON.stringify(content)) === hash, name + ' is not what was hashed')
  demand(lines.has(line), name + ' is not in the chain')
}
const textHashAt = { signal: 6, revision: 3 }
for (const { line, content, text } of rows.filter((row) => row.text !== undefined && row.text !== '')) {
  const hash = content[textHashAt[line.split(' ')[0]]]
  demand(sha256(text) === hash, line.replace(/ [0-9a-f]{64}$/, '') + ' has another text')
}
for (const { journal, file, sha256: sum } of rowsOf('payloads.jsonl')) {
  if (file === undefined) continue
  demand(existsSync(file) && sha256(readFileSync(file)) === sum, 'payload ' + journal + ' has other bytes')
}

for (const { line, file, sha256: sum, content } of rowsOf('pictures.jsonl')) {
  const name = line.replace(/ [0-9a-f]{64}$/, '')
  demand(content.includes(sum), name + ' has another hash')
  if (file !== undefined) demand(existsSync(file) && sha256(readFileSync(file)) === sum, name + ' has other bytes')
}

for (const problem of problems) console.log(problem)
const counted = rows.length + ' rows, ' + (before ? 'the chain up to ' + before.entry + ':' + before.hash : 'no chain')
console.log(problems.length === 0 ? 'Everything is as it was stored: ' + counted : problems.length + ' problems')
process.exitCode = problems.length === 0 ? 0 : 1
`
