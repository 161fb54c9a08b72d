import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pause } from '../../src/lib/pause.ts'
import { configOf } from './desk-in-telegram.ts'
import { freePort } from './free-port.ts'
import { LocalTelegram } from './telegram/local-telegram.ts'
import { WebhookCourier } from './telegram/webhook-courier.ts'

/** The desk in a process of its own that can be killed and started again, with Telegram outside of it. */
export class DeskProcess {
  readonly telegram: LocalTelegram
  readonly database: string
  log = ''
  readonly #root: string
  #startedAt = 0
  #child: ChildProcess | undefined
  /** One that has read its code and waits to be begun. */
  #next: ChildProcess | undefined
  #ended: Promise<number | null> = Promise.resolve(null)

  #courier: WebhookCourier | undefined

  private constructor(telegram: LocalTelegram, bot: string) {
    this.telegram = telegram
    this.#root = mkdtempSync(path.join(tmpdir(), 'intake-bot-'))
    this.database = path.join(this.#root, 'data/intake.db')
    writeFileSync(path.join(this.#root, 'intake.yaml'), configOf(telegram.api.url, { bot }))
  }

  /** A desk that polls Telegram, or one that Telegram posts its updates to. */
  static async open(takes: 'polls' | 'webhook' = 'polls'): Promise<DeskProcess> {
    const telegram = await LocalTelegram.start()
    if (takes === 'polls') return new DeskProcess(telegram, '')
    const port = await freePort()
    const webhook = `webhook: { url: 'https://desk.example/hook', port: ${port} }`
    const desk = new DeskProcess(telegram, webhook)
    desk.#courier = WebhookCourier.start(telegram.api, `http://127.0.0.1:${port}/hook`)
    return desk
  }

  start(): void {
    this.#startedAt = this.log.length
    this.makeReady()
    const child = this.#next
    this.#next = undefined
    child?.send('begin')
    this.#child = child
    this.#ended = new Promise((resolve) => child?.once('exit', resolve))
  }

  /** Has the next start ready while this one lives: it takes as long as all the rest of a short life. */
  makeReady(): void {
    if (this.#next !== undefined) return
    const script = fileURLToPath(new URL('../bench/bot-child.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, path.join(this.#root, 'intake.yaml')],
      {
        env: {
          ...process.env,
          TELEGRAM_BOT_TOKEN: this.telegram.api.token,
          TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-Telegrams-own',
          NODE_ENV: 'test',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    )
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString()
      })
    this.#next = child
  }

  /** Resolves when the desk that was started last listens; however long a busy machine takes. */
  async listening(): Promise<void> {
    while (this.isRunning && !this.log.slice(this.#startedAt).includes('is listening'))
      await pause(50)
    if (!this.isRunning) throw new Error(`The desk ended: ${this.log.slice(-1000)}`)
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** Its exit code, null where a signal ended it. */
  get ended(): Promise<number | null> {
    return this.#ended
  }

  kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): void {
    this.#child?.kill(signal)
  }

  async close(): Promise<void> {
    this.#next?.kill('SIGKILL')
    this.kill()
    await this.#ended
    await this.#courier?.stop()
    await this.telegram.close()
    rmSync(this.#root, { recursive: true, force: true })
  }
}
