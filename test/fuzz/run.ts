import { Worker } from 'node:worker_threads'
import { type Finding, type FuzzJob, type FuzzReport, sharedBytes } from './job.ts'

export interface FuzzOutcome {
  executions: number
  blocks: number
  corpus: number
  findings: readonly (Finding & { kind: 'crash' | 'hang' })[]
}

/** Far more than an input of 32 kB may take, also on a machine that does much else. */
const hangMs = 20_000

/**
 * Fuzzes one parser in a thread of its own, so that a parser that never comes back is found. After a hang a
 * new thread goes on with another seed.
 */
export async function fuzz(
  name: string,
  { seconds, seed }: { seconds: number; seed: number },
): Promise<FuzzOutcome> {
  const endsAt = Date.now() + seconds * 1000
  const findings: FuzzOutcome['findings'][number][] = []
  const total = { executions: 0, blocks: 0, corpus: 0 }
  for (let round = 0; endsAt - Date.now() > 100; round++) {
    const job: FuzzJob = {
      name,
      seed: seed + round,
      endsAt,
      shared: new SharedArrayBuffer(sharedBytes),
    }
    let last = { executions: 0, blocks: 0, corpus: 0 }
    const hung = await watch(job, (report) => {
      if (report.kind === 'progress') last = report
      else findings.push({ kind: 'crash', bytes: report.bytes, stack: report.stack })
    })
    total.executions += last.executions
    total.blocks = Math.max(total.blocks, last.blocks)
    total.corpus = Math.max(total.corpus, last.corpus)
    if (hung !== undefined)
      findings.push({ kind: 'hang', bytes: hung, stack: `no answer in ${hangMs} ms` })
  }
  return { ...total, findings }
}

/** Runs a thread to its end; answers the input it hung on, if it did. */
function watch(job: FuzzJob, onReport: (report: FuzzReport) => void) {
  const source = new URL('./worker.ts', import.meta.url).href
  // No thread inherits tsx.
  const load = `import('${import.meta.resolve('tsx/esm/api')}').then(({ register }) => { register(); return import('${source}') })`
  const worker = new Worker(load, { eval: true, workerData: job })
  const beat = new BigInt64Array(job.shared, 0, 2)
  return new Promise<Uint8Array | undefined>((resolve, reject) => {
    const timer = setInterval(() => {
      const began = Number(beat[0])
      if (began === 0 || Date.now() - began < hangMs) return
      const bytes = Uint8Array.from(new Uint8Array(job.shared, 16, Number(beat[1])))
      void worker.terminate().then(() => {
        resolve(bytes)
      })
    }, 500)
    worker.on('message', onReport)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearInterval(timer)
      resolve(undefined)
    })
  })
}
