import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { layOutSample, type TriedMember } from './desk-try/lay-out-sample.ts'
import { help, Session } from './desk-try/session.ts'

/** `npm run desk:try`: the bot on the sample, with no token and no network; lines come from the terminal or a pipe. */

const members: readonly (TriedMember & { called: string })[] = [
  { called: 'reader', id: 201, name: 'Yael', role: 'reader' },
  { called: 'editor', id: 202, name: 'Dana', role: 'editor' },
  { called: 'editor2', id: 203, name: 'Omer', role: 'editor' },
  { called: 'chief', id: 204, name: 'Ruth', role: 'chief' },
]
const startMs = 180_000
const isTerminal = process.stdin.isTTY && process.stdout.isTTY
const print = (text: string) => process.stdout.write(text)

const root = mkdtempSync(path.join(tmpdir(), 'desk-try-'))
const telegram = await LocalTelegram.start()
const config = layOutSample(root, {
  members: members.map(({ id, name, role }) => ({ id, name, role })),
  apiRoot: telegram.api.url,
  now: new Date(),
})
const log = path.join(root, 'desk.log')
const desk = spawn(
  process.execPath,
  [
    '--import',
    import.meta.resolve('tsx'),
    fileURLToPath(new URL('../../src/cli.ts', import.meta.url)),
    'run',
    '--config',
    config,
  ],
  { env: { ...process.env, TELEGRAM_BOT_TOKEN: telegram.api.token, NO_COLOR: '1', NODE_ENV: '' } },
)
const logFile = createWriteStream(log)
desk.stdout.pipe(logFile, { end: false })
desk.stderr.pipe(logFile, { end: false })
const ended = new Promise<void>((resolve) =>
  desk.once('exit', () => {
    resolve()
  }),
)

try {
  print('Taking in the sample …\n')
  await ready()
  const people = new Map(members.map(({ called, id, name }) => [called, telegram.person(id, name)]))
  people.set('stranger', telegram.person(999, 'Sam'))
  const group = telegram.group(-100_500, 'Newsroom')
  const session = new Session({ telegram, people, group, root, isTerminal, print }, 'editor')
  print(`${help}\n`)
  await converse(session)
} finally {
  desk.kill('SIGTERM')
  await ended
  await telegram.close()
  for (const name of ['config', 'data', 'outbox'])
    rmSync(path.join(root, name), { recursive: true, force: true })
  print(`\nFiles that the bot sent, and its log, are in ${root}\n`)
}

/** Resolves when the sample is judged and drafted and the bot listens. */
async function ready(): Promise<void> {
  const untilMs = performance.now() + startMs
  const hasAll = () => {
    const told = readFileSync(log, 'utf8')
    return /is listening/.test(told) && /drafts? written/.test(told)
  }
  await wait(500)
  while (!hasAll()) {
    if (performance.now() > untilMs || desk.exitCode !== null)
      throw new Error(`The desk did not start; see ${log}`)
    await wait(200)
  }
}

async function converse(session: Session): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: isTerminal })
  if (isTerminal) print(session.prompt)
  for await (const line of lines) {
    if (!isTerminal && line.trim() !== '') print(`${session.prompt}${line}\n`)
    if (!(await session.type(line))) break
    if (isTerminal) print(session.prompt)
  }
}
