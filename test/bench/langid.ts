import { readFileSync } from 'node:fs'
import { detectLanguage } from '../../src/analysis/language/language.ts'

interface Row {
  text: string
  lang: string
}

interface Tally {
  n: number
  right: number
  answers: Map<string, number>
}

const readRows = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

/** Language identification without channel hints: `{"n","accuracy","perLang"}`. */
export function benchLangid(file: string): Promise<Record<string, unknown>> {
  const tallies = new Map<string, Tally>()
  const rows = readRows(file)
  const startedMs = performance.now()
  for (const { text, lang } of rows) {
    const tally = tallies.get(lang) ?? { n: 0, right: 0, answers: new Map<string, number>() }
    tallies.set(lang, tally)
    const answer = detectLanguage(text).lang
    tally.n++
    if (answer === lang) tally.right++
    else tally.answers.set(answer, (tally.answers.get(answer) ?? 0) + 1)
  }
  const perSecond = Math.round((rows.length / (performance.now() - startedMs)) * 1000)
  printTable(tallies)
  console.log(`${perSecond} texts/s`)
  const right = Array.from(tallies.values()).reduce((sum, tally) => sum + tally.right, 0)
  return Promise.resolve({
    n: rows.length,
    accuracy: share(right, rows.length),
    perLang: Object.fromEntries(
      Array.from(tallies, ([lang, tally]) => [lang, share(tally.right, tally.n)]),
    ),
  })
}

const share = (part: number, whole: number) => Math.round((part / Math.max(1, whole)) * 1e4) / 1e4

function printTable(tallies: ReadonlyMap<string, Tally>) {
  console.log('lang      n   right  taken for')
  for (const [lang, { n, right, answers }] of tallies) {
    const wrong = Array.from(answers)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 5)
      .map(([answer, count]) => `${answer} ${count}`)
      .join(', ')
    console.log(
      `${lang.padEnd(4)} ${String(n).padStart(6)}  ${share(right, n).toFixed(4)}  ${wrong}`,
    )
  }
}
