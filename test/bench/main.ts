import { existsSync } from 'node:fs'
import { benchBotKills } from './bot-kills.ts'
import { benchClusters } from './clusters.ts'
import { benchCopies } from './copies.ts'
import { benchCrash } from './crash.ts'
import { benchDeliveries } from './deliveries.ts'
import { benchLangid } from './langid.ts'
import { benchPairs } from './pairs.ts'
import { benchProvenance } from './provenance.ts'
import { benchReplies } from './replies.ts'
import { benchMillion } from './million.ts'
import { benchSoak } from './soak.ts'
import { benchSpeed } from './speed.ts'

const onFile = {
  langid: benchLangid,
  pairs: benchPairs,
  clusters: benchClusters,
  copies: benchCopies,
  provenance: benchProvenance,
}

const [kind = '', ...rest] = process.argv.slice(2)
const usage = `Usage: npm run bench -- ${Object.keys(onFile).join('|')} FILE
       npm run bench -- speed [--rows N]
       npm run bench -- replies [--rows N] [--seed N] [--times N] [--dir FOLDER]
       npm run bench -- million [--rows N] [--seed N] [--dir FOLDER]
       npm run bench -- soak [--minutes N] [--warm-up POSTS]
       npm run bench -- crash [--rounds N] [--seed N] [--with busy|full|readonly|clock|hostile]
       npm run bench -- deliveries [--rounds N]
       npm run bench -- bot-kills [--rounds N] [--seed N]`

async function run(): Promise<Record<string, unknown>> {
  if (kind === 'speed') return benchSpeed(rest)
  if (kind === 'crash') return benchCrash(rest)
  if (kind === 'replies') return benchReplies(rest)
  if (kind === 'million') return benchMillion(rest)
  if (kind === 'soak') return benchSoak(rest)
  if (kind === 'bot-kills') return benchBotKills(rest)
  if (kind === 'deliveries') return benchDeliveries(rest)
  const file = rest[0]
  if (!(kind in onFile) || file === undefined) throw new Error(usage)
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  return onFile[kind as keyof typeof onFile](file)
}

try {
  const figures = await run()
  console.log(JSON.stringify(figures))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof Error && error.message === usage ? 2 : 1
}
