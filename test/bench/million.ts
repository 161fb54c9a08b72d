import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import Database from 'better-sqlite3'
import { pause } from '../../src/lib/pause.ts'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { growDesk, reader } from './grown-desk.ts'
import { startMeasured } from './measured-desk.ts'
import { printTable, round } from './report.ts'

const startPatienceMs = 900_000

/** How long a start, searches, a backup and a verification take on a database of so many signals, and their memory. */
export async function benchMillion(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '7' },
      dir: { type: 'string' },
    },
  })
  const rows = Number(values.rows)
  const dir = values.dir ?? join(tmpdir(), `intake-grown-${rows}`)
  const telegram = await LocalTelegram.start()
  telegram.api.updates.goOnFrom(Math.floor(Date.now() / 1000))
  const log = (line: string) => process.stderr.write(`${line}\n`)
  try {
    const apiRoot = telegram.api.url
    const { seed } = values
    const grown = await growDesk({ dir, rows, seed: Number(seed), apiRoot, log })
    const search = await inProcess('search', grown.database)
    const verified = await inProcess('verify', grown.database)
    const copied = await inProcess('backup', grown.database)
    const started = await timeStart(telegram, grown)
    const figures = round({
      n: rows,
      judged: grown.judged,
      databaseMb: Math.round(statSync(grown.database).size / 1_048_576),
      ...started,
      searchP50Ms: search['p50Ms'],
      searchP99Ms: search['p99Ms'],
      backupSeconds: copied['seconds'],
      backupPeakMb: copied['peakMb'],
      verifySeconds: verified['seconds'],
      verifyPeakMb: verified['peakMb'],
      verifyFindings: verified['findings'],
    })
    printTable(Object.entries(figures).map(([name, figure]) => [name, String(figure)]))
    return figures
  } finally {
    await telegram.close()
  }
}

async function inProcess(kind: string, database: string): Promise<Record<string, unknown>> {
  const file = fileURLToPath(new URL('./million-work.ts', import.meta.url))
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, kind, database])
  return JSON.parse(stdout) as Record<string, unknown>
}

/** From the start of the process to the first answer, and to the first post that is judged with all of the window. */
async function timeStart(
  telegram: LocalTelegram,
  { config, endAt, database }: Awaited<ReturnType<typeof growDesk>>,
) {
  const beganMs = performance.now()
  const since = () => (performance.now() - beganMs) / 1000
  const desk = startMeasured(config, telegram.api.token, endAt)
  const db = new Database(database, { readonly: true })
  const waiting = db.prepare<[], number>('SELECT count(*) FROM unanalysed').pluck()
  const signals = db.prepare<[], number>('SELECT sum(signals) FROM channels').pluck()
  const before = signals.get() ?? 0
  try {
    telegram.person(reader.id, reader.name).write('/help')
    const until = async (isSo: () => boolean) => {
      while (!isSo()) {
        if (since() * 1000 > startPatienceMs) throw new Error('The desk does not get so far.')
        await pause(50)
      }
      return since()
    }
    const answerSeconds = await until(() => telegram.mailbox.rest(reader.id).length > 0)
    const chat = { id: -1_001_000_000_001, type: 'channel', title: 'One', username: 'channel_1' }
    const date = Math.floor(Date.parse(endAt) / 1000)
    const text = `A post of ${new Date().toISOString()} that the bench made to see it judged.`
    // Another number than that of an earlier run.
    const message_id = Math.floor(Date.now() / 1000)
    telegram.api.push({ channel_post: { message_id, sender_chat: chat, chat, date, text } })
    await until(() => (signals.get() ?? 0) > before)
    const judgedSeconds = await until(() => waiting.get() === 0)
    const { rssMb, heapMb } = await desk.measure()
    return { answerSeconds, judgedSeconds, startRssMb: rssMb, startHeapMb: heapMb }
  } finally {
    db.close()
    await desk.stop()
  }
}
