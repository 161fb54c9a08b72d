import { parseArgs } from 'node:util'
import { keepFinding } from './corpus.ts'
import { fuzz } from './run.ts'
import { subjects } from './subjects.ts'

const usage = `npm run fuzz -- PARSER [--minutes 10] [--seed 1]\nParsers: ${Object.keys(subjects).join(', ')}`

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
})
const [name = ''] = positionals
const minutes = Number(values.minutes ?? 10)
const seed = Number(values.seed ?? 1)

if (!Object.hasOwn(subjects, name) || !(minutes > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  const { executions, blocks, corpus, findings } = await fuzz(name, { seconds: minutes * 60, seed })
  process.stdout.write(
    `${name}: ${executions.toLocaleString('en')} executions in ${minutes} min, ${blocks.toLocaleString('en')} blocks covered, ` +
      `${corpus.toLocaleString('en')} inputs kept, ${findings.length} findings (seed ${seed})\n`,
  )
  for (const { kind, bytes, stack } of findings)
    process.stdout.write(`${kind} ${keepFinding(name, kind, bytes)}\n${stack}\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
