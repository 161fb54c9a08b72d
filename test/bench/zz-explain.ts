import { loadConfig } from '../../src/config/load.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { createApp } from '../../src/app.ts'
import { createEngine } from '../../src/intake/create-engine.ts'
import { explainSignals } from '../../src/intake/explain.ts'
import { createLogger } from '../../src/lib/logger.ts'
const l = loadConfig(process.argv[2] + '/intake.yaml', {})
const app = await createApp(l.config, l.secrets, {
  logger: createLogger({ level: 'error', format: 'lines', secrets: [], write: () => true }),
  clock: () => new Date(),
  holder: 'x',
})
const t = async <T>(n: string, f: () => Promise<T>): Promise<T> => {
  const b = performance.now()
  const r = await f()
  console.log(n, (performance.now() - b).toFixed(0))
  return r
}
for (const story of [500, 60000, 90, 61000]) {
  console.log('story', story)
  const s =
    (await app.archive.analysis.story(story)) ?? (await app.archive.analysis.story(story + 1))
  const o =
    (await app.archive.analysis.story(story + 10)) ?? (await app.archive.analysis.story(story + 11))
  const keys = [s!.signals[0]!, o!.signals[0]!]
  const sig = [...(await app.archive.signals.get(keys)).values()]
  const g = await t('gazetteer', () => loadGazetteer())
  await t('toolkit', async () => createToolkit(g, app.channels))
  await t('founders', () => app.archive.analysis.founders())
  const e = await t('engine', () => createEngine(app.config, app.archive, app.channels))
  await t('explain', () => explainSignals(app.archive, e, [sig[0]!, sig[1]!]))
}
app.close()
