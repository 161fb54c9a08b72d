import { pause } from '../lib/pause.ts'
import type { ApiAnswer, BotApi } from './bot-api.ts'

/** Answers to people go before alerts, alerts before digests. */
export type Priority = 'reply' | 'alert' | 'digest'

export interface Sending {
  method: string
  /** Whose limits it counts towards; undefined for calls that are no message. */
  chat?: number
  priority: Priority
  fields: Record<string, unknown>
  /** Called when its turn has come, before Telegram may know of it. */
  onStart?: () => Promise<void>
}

/** Telegram's: 30 a second overall, one a second in a chat, 20 a minute in a group. */
export interface SendLimits {
  overallPerSecond?: number
  chatGapMs?: number
  groupPerMinute?: number
}

export interface SendQueueOptions extends SendLimits {
  api: BotApi
  /** Milliseconds that never go back. */
  nowMs?: () => number
  wait?: typeof pause
  /** How often a call that Telegram did not take is tried. */
  tries?: number
  /** Told what came of each call, those that are tried again among them. */
  onAnswer?: (outcome: ApiAnswer['kind']) => void
}

interface Waiting extends Sending {
  order: number
  tries: number
  settle: (answer: ApiAnswer) => void
  fail: (error: unknown) => void
}

const ranks: Readonly<Record<Priority, number>> = { reply: 0, alert: 1, digest: 2 }
const minuteMs = 60_000
/** A person who taps quickly through pages gets this many answers at once before the gap holds. */
const burst = 3
/** Before a call that did not reach Telegram is tried again; doubled each time. */
const unsentMs = 1000

const stopped: ApiAnswer = { kind: 'unsent', description: 'the bot is stopping' }

/** Sends within Telegram's limits: what is urgent first, and nothing to a chat that was told to wait. */
export class SendQueue {
  private readonly options: Required<Omit<SendQueueOptions, 'api'>> & { api: BotApi }
  private readonly waiting: Waiting[] = []
  private readonly sentAtMs = new Map<number, number[]>()
  private readonly notBeforeMs = new Map<number, number>()
  private recentMs: number[] = []
  private allNotBeforeMs = 0
  private order = 0
  private wake: (() => void) | undefined
  private isWorking = false
  private readonly stopping = new AbortController()
  private inFlight = 0

  constructor(options: SendQueueOptions) {
    this.options = {
      nowMs: () => performance.now(),
      wait: pause,
      overallPerSecond: 30,
      chatGapMs: 1000,
      groupPerMinute: 20,
      tries: 5,
      onAnswer: () => undefined,
      ...options,
    }
  }

  /** Resolves with Telegram's answer; `throttled` and `unsent` only after several tries, or when it was stopped. */
  send(sending: Sending): Promise<ApiAnswer> {
    if (this.stopping.signal.aborted) return Promise.resolve(stopped)
    return new Promise((settle, fail) => {
      this.enqueue({ ...sending, order: this.order++, tries: 0, settle, fail })
    })
  }

  get depth(): number {
    return this.waiting.length + this.inFlight
  }

  /** True once it gave up what had not been sent. */
  get isStopped(): boolean {
    return this.stopping.signal.aborted
  }

  /** Gives up what has not been sent, and the answers to what has. */
  stop(): void {
    this.stopping.abort()
    this.wake?.()
    for (const { settle } of this.waiting.splice(0)) settle(stopped)
  }

  private enqueue(sending: Waiting): void {
    this.waiting.push(sending)
    this.wake?.()
    if (!this.isWorking) void this.work()
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping
    this.isWorking = true
    while (this.waiting.length > 0 && !signal.aborted) {
      const now = this.options.nowMs()
      const next = this.takeReady(now)
      if (next === undefined) {
        await this.rest(Math.max(1, this.soonest(now) - now))
        continue
      }
      this.note(next, now)
      void this.sendOne(next)
      // Others may have come that are more urgent.
      await Promise.resolve()
    }
    // In the same step as the last look, so that nothing that comes falls between.
    this.isWorking = false
  }

  /** Until the soonest that waits may go, or another comes, which may go before it. */
  private async rest(forMs: number): Promise<void> {
    const nap = new AbortController()
    this.wake = () => {
      nap.abort()
    }
    await this.options.wait(forMs, nap.signal)
    this.wake = undefined
  }

  private async sendOne(next: Waiting): Promise<void> {
    this.inFlight++
    try {
      await next.onStart?.()
      const { signal } = this.stopping
      const answer = await this.options.api.call(next.method, next.fields, signal)
      this.options.onAnswer(answer.kind)
      const waitMs = signal.aborted ? undefined : this.waitAfter(answer, next.tries)
      if (waitMs === undefined) {
        next.settle(answer)
        return
      }
      this.hold(answer.kind === 'unsent' ? undefined : next.chat, waitMs)
      this.enqueue({ ...next, tries: next.tries + 1 })
    } catch (error) {
      next.fail(error)
    } finally {
      this.inFlight--
    }
  }

  /** How long a call waits that is to be tried again; undefined where its answer stands. */
  private waitAfter(answer: ApiAnswer, tries: number): number | undefined {
    if (tries + 1 >= this.options.tries) return undefined
    if (answer.kind === 'throttled') return answer.retryAfterSeconds * 1000
    return answer.kind === 'unsent' ? unsentMs * 2 ** tries : undefined
  }

  private takeReady(now: number): Waiting | undefined {
    const ready = this.waiting
      .filter((sending) => this.readyAt(sending, now) <= now)
      .sort((a, b) => ranks[a.priority] - ranks[b.priority] || a.order - b.order)[0]
    if (ready !== undefined) this.waiting.splice(this.waiting.indexOf(ready), 1)
    return ready
  }

  private soonest(now: number): number {
    return Math.min(...this.waiting.map((sending) => this.readyAt(sending, now)))
  }

  private readyAt({ chat }: Sending, now: number): number {
    const { overallPerSecond, chatGapMs, groupPerMinute } = this.options
    this.recentMs = this.recentMs.filter((at) => at > now - 1000)
    const [oldest = 0] = this.recentMs
    const overall = this.recentMs.length < overallPerSecond ? 0 : oldest + 1000
    if (chat === undefined) return Math.max(overall, this.allNotBeforeMs)
    const sent = (this.sentAtMs.get(chat) ?? []).filter((at) => at > now - minuteMs)
    const burstAgo = sent.at(-burst) ?? -Infinity
    const gap = burstAgo + burst * chatGapMs
    // Numbers of groups are negative.
    const [firstOfMinute = 0] = sent.slice(-groupPerMinute)
    const minute = chat < 0 && sent.length >= groupPerMinute ? firstOfMinute + minuteMs : 0
    return Math.max(overall, gap, minute, this.notBeforeMs.get(chat) ?? 0, this.allNotBeforeMs)
  }

  private note({ chat }: Sending, now: number): void {
    this.recentMs.push(now)
    if (chat === undefined) return
    const sent = (this.sentAtMs.get(chat) ?? []).filter((at) => at > now - minuteMs)
    this.sentAtMs.set(chat, [...sent, now])
    if (this.sentAtMs.size > 1000) this.forget(now)
  }

  private forget(now: number): void {
    for (const [chat, sent] of this.sentAtMs)
      if ((sent.at(-1) ?? 0) <= now - minuteMs) this.sentAtMs.delete(chat)
    for (const [chat, until] of this.notBeforeMs) if (until <= now) this.notBeforeMs.delete(chat)
  }

  private hold(chat: number | undefined, forMs: number): void {
    const until = this.options.nowMs() + forMs
    if (chat === undefined) this.allNotBeforeMs = Math.max(this.allNotBeforeMs, until)
    else this.notBeforeMs.set(chat, until)
  }
}
