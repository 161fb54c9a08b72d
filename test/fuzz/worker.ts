import { parentPort, workerData } from 'node:worker_threads'
import { seeded } from '../bench/random.ts'
import { readCorpus } from './corpus.ts'
import { Coverage } from './coverage.ts'
import { minimise } from './minimise.ts'
import { dictionaryOf, mutate } from './mutate.ts'
import { subjects } from './subjects.ts'
import { type FuzzJob, type FuzzReport, maxBytes } from './job.ts'

const { name, seed, endsAt, shared } = workerData as FuzzJob
const beat = new BigInt64Array(shared, 0, 2)
const trial = new Uint8Array(shared, 16)

const subject = subjects[name]
if (subject === undefined) throw new Error(`no parser "${name}"`)

/** Leaves the input where the watch finds it if the parser never comes back. */
function attempt(bytes: Uint8Array): Error | undefined {
  trial.set(bytes)
  beat[1] = BigInt(bytes.length)
  beat[0] = BigInt(Date.now())
  try {
    subject?.(bytes)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const placeOf = (error: Error) =>
  `${error.name} ${error.message.replace(/\d+/g, '#').slice(0, 80)} ${/\n\s+at ([^\n]*)/.exec(error.stack ?? '')?.[1] ?? ''}`

const random = seeded(seed)
const corpus = readCorpus(name)
const dictionary = dictionaryOf(corpus)
const coverage = new Coverage()
const found = new Set<string>()
const report = (message: FuzzReport) => parentPort?.postMessage(message)

function look(bytes: Uint8Array): void {
  const error = attempt(bytes)
  if (error === undefined || found.has(placeOf(error))) return
  const place = placeOf(error)
  found.add(place)
  const least = minimise(bytes, (shorter) => {
    const again = attempt(shorter)
    return again !== undefined && placeOf(again) === place
  })
  report({ kind: 'finding', bytes: least, stack: error.stack ?? place })
}

for (const bytes of corpus) look(bytes)
coverage.takeNew()

/** Asking for coverage costs more than a parse: it is asked for a handful of inputs, then for each where it grew. */
const handful = 24
let executions = 0
let toldAt = Date.now()
while (Date.now() < endsAt) {
  const made: Uint8Array[] = []
  for (let left = handful; left > 0; left--) {
    // Half of them from the youngest, as what opened a new path is likely to open another.
    const from = random.chance(0.5) ? corpus.slice(-40) : corpus
    const bytes = Uint8Array.from(
      mutate(random.pick(from), random, { corpus, dictionary, maxBytes }),
    )
    look(bytes)
    made.push(bytes)
  }
  executions += handful
  const fresh = coverage.takeNew()
  for (const bytes of fresh.size > 0 ? made : []) {
    look(bytes)
    const reached = coverage.takeAll().filter((block) => fresh.delete(block))
    if (reached.length > 0) corpus.push(bytes)
    if (fresh.size === 0) break
  }
  if (Date.now() - toldAt > 2000) {
    toldAt = Date.now()
    report({ kind: 'progress', executions, blocks: coverage.size, corpus: corpus.length })
  }
}
report({ kind: 'progress', executions, blocks: coverage.size, corpus: corpus.length })
