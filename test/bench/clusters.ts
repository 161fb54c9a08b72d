import { z } from 'zod'
import { bCubed } from './bcubed.ts'
import { feed } from '../helpers/feed.ts'
import { readRows } from './read-rows.ts'
import { printTable, round } from './report.ts'

const row = z.object({
  id: z.number(),
  channel: z.string(),
  at: z.string(),
  lang: z.string(),
  text: z.string(),
  cluster: z.string(),
})

/** B³ of the stories made from a stream with known events, whole and per language. */
export async function benchClusters(file: string): Promise<Record<string, unknown>> {
  const rows = readRows(file, row)
  const { storyOf } = await feed({ posts: rows })
  const items = rows.map(({ channel, id, lang, cluster }) => ({
    lang,
    truth: cluster,
    found: String(storyOf(`${channel}/${id}`)),
  }))
  const languages = [...new Set(items.map(({ lang }) => lang))].sort()
  const perLang = Object.fromEntries(
    languages.map((lang) => [
      lang,
      { b3: round(bCubed(items.filter((item) => item.lang === lang))) },
    ]),
  )
  const b3 = round(bCubed(items))
  printTable([
    ['language', 'precision', 'recall', 'F1'],
    ...Object.entries({ all: { b3 }, ...perLang }).map(([lang, { b3: score }]) => [
      lang,
      score.precision,
      score.recall,
      score.f1,
    ]),
  ])
  return { n: rows.length, b3, perLang }
}
