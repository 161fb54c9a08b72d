import type { Console } from './console.ts'

export interface Done {
  /** What is counted, in the words of `unit`. */
  count: number
  /** Share of all the work, 0–1, where it is known. */
  share?: number
}

const watchedEveryMs = 100
const plainEveryMs = 5000

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** How far a long command is: one line that is rewritten for a watcher, a line every few seconds otherwise. */
export class Progress {
  private readonly console: Console
  private readonly label: string
  private readonly unit: string
  private readonly clockMs: () => number
  private readonly beganMs: number
  private shownMs: number
  private shown = false

  constructor(console: Console, label: string, unit: string, clockMs = () => Date.now()) {
    this.console = console
    this.label = label
    this.unit = unit
    this.clockMs = clockMs
    this.beganMs = clockMs()
    this.shownMs = this.beganMs
  }

  update(done: Done): void {
    const nowMs = this.clockMs()
    const every = this.console.watched ? watchedEveryMs : plainEveryMs
    if (nowMs - this.shownMs < every) return
    this.shownMs = nowMs
    this.shown = true
    const line = this.line(done, (nowMs - this.beganMs) / 1000)
    this.console.err(this.console.watched ? `\r\u001b[K${line}` : `${line}\n`)
  }

  /** Takes the line away, so that what follows starts clean. */
  end(): void {
    if (this.shown && this.console.watched) this.console.err('\r\u001b[K')
    this.shown = false
  }

  private line({ count, share }: Done, seconds: number): string {
    const rate = Math.round(count / seconds)
    const left = share === undefined || share <= 0 ? undefined : (seconds / share) * (1 - share)
    const parts = [
      `${count.toLocaleString('en')} ${this.unit}`,
      ...(share === undefined ? [] : [`${Math.floor(share * 100)} %`]),
      `${rate.toLocaleString('en')}/s`,
      ...(left === undefined ? [] : [`${duration(left)} left`]),
    ]
    return `${this.label}: ${parts.join(' · ')}`
  }
}
