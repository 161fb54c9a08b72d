import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pause } from '../../src/lib/pause.ts'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { type Question, questionsOn, type Turn } from './desk-questions.ts'
import { growDesk, reader } from './grown-desk.ts'
import { startMeasured } from './measured-desk.ts'
import { percentiles } from './percentiles.ts'
import { printTable } from './report.ts'

/** A reply is to be there within. */
const limitMs = 1000
const startPatienceMs = 600_000

/**
 * How long each kind of reply of the bot takes on a database of so many signals: from the update's arrival at
 * the Bot API server on loopback to the last message of the answer.
 */
export async function benchReplies(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '7' },
      times: { type: 'string', default: '20' },
      dir: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  })
  const [rows, seed, times] = [Number(values.rows), Number(values.seed), Number(values.times)]
  const dir = values.dir ?? join(tmpdir(), `intake-grown-${rows}`)
  const telegram = await LocalTelegram.start()
  // An earlier run on the same database had the numbers before.
  telegram.api.updates.goOnFrom(Math.floor(Date.now() / 1000))
  const log = (line: string) => process.stderr.write(`${line}\n`)
  try {
    const grown = await growDesk({ dir, rows, seed, apiRoot: telegram.api.url, log })
    log(
      `${rows} signals in ${dir}: the last ${grown.judged} judged and drafted by the real pipeline, the others stored by the real store with stories and links as their maker knows them`,
    )
    const person = telegram.person(reader.id, reader.name)
    const desk = startMeasured(grown.config, telegram.api.token, grown.endAt)
    try {
      await firstAnswer(telegram, person)
      const questions = questionsOn(grown.database, seed).filter(({ name }) =>
        name.includes(values.only),
      )
      const rowsOfTable: (string | number)[][] = []
      const all: number[] = []
      let slow = 0
      for (const question of questions) {
        const taken = await timeQuestion(telegram, person, question, times)
        all.push(...taken)
        log(`${question.name}: ${Math.round(Math.max(...taken))} ms at most`)
        const { p50Ms, p99Ms, maxMs } = percentiles(taken)
        if (maxMs > limitMs) slow += 1
        rowsOfTable.push([question.name, p50Ms, p99Ms, maxMs])
      }
      printTable([['', 'p50 ms', 'p99 ms', 'max ms'], ...rowsOfTable])
      const { n, ...figures } = percentiles(all)
      return { rows, n, kinds: questions.length, slow, ...figures, ...(await desk.measure()) }
    } finally {
      await desk.stop()
    }
  } finally {
    await telegram.close()
  }
}

/** Waits until the desk answers at all. */
async function firstAnswer(
  telegram: LocalTelegram,
  person: ReturnType<LocalTelegram['person']>,
): Promise<void> {
  person.write('/help')
  const untilMs = performance.now() + startPatienceMs
  while (telegram.mailbox.rest(reader.id).length === 0) {
    if (performance.now() > untilMs) throw new Error('The desk does not answer.')
    await pause(50)
  }
}

async function timeQuestion(
  telegram: LocalTelegram,
  person: ReturnType<LocalTelegram['person']>,
  { name, ask }: Question,
  times: number,
): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    telegram.mailbox.rest(reader.id)
    let beganMs = performance.now()
    const answered = await ask(person).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`No answer to ${name}: ${why}`, { cause })
    })
    if (isTurn(answered)) {
      beganMs = performance.now()
      await answered.turn()
    }
    taken.push(performance.now() - beganMs)
  }
  return taken
}

const isTurn = (answered: unknown): answered is Turn =>
  typeof answered === 'object' && answered !== null && 'turn' in answered
