import { rmSync } from 'node:fs'
import { openArchive } from '../../src/store/archive.ts'
import { percentiles } from './percentiles.ts'

/** One piece of work on a large database, alone in its process, so that what it takes is its own. */
const [kind = '', database = ''] = process.argv.slice(2)
const archive = openArchive(database)
const beganMs = performance.now()
const words =
  'the of war report в на сегодня в городе في من של את به که і на ракета missile strike'.split(' ')

async function work(): Promise<Record<string, unknown>> {
  if (kind === 'backup') {
    const file = `${database}.copy`
    try {
      await archive.backup(file)
    } finally {
      rmSync(file, { force: true })
    }
    return {}
  }
  if (kind === 'verify') {
    let findings = 0
    for await (const step of archive.verify()) findings += step.findings.length
    return { findings }
  }
  const times: number[] = []
  for (let turn = 0; turn < 10; turn += 1) {
    for (const word of words) {
      const startMs = performance.now()
      await archive.search.find({ words: word, limit: 10, offset: turn * 10 })
      times.push(performance.now() - startMs)
    }
  }
  return percentiles(times)
}

const told = await work()
const seconds = Math.round((performance.now() - beganMs) / 100) / 10
// In kilobytes.
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
archive.close()
console.log(JSON.stringify({ ...told, seconds, peakMb }))
