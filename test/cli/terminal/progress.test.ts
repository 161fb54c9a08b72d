import { describe, expect, test } from 'vitest'
import { Progress } from '../../../src/cli/terminal/progress.ts'
import { recordingConsole } from '../helpers.ts'

function progressAt(watched: boolean) {
  const recorded = recordingConsole({ watched })
  let nowMs = 0
  const progress = new Progress(recorded.console, 'Importing', 'posts', () => nowMs)
  const at = (seconds: number, count: number, share?: number) => {
    nowMs = seconds * 1000
    progress.update({ count, ...(share === undefined ? {} : { share }) })
  }
  return { ...recorded, progress, at }
}

describe('progress', () => {
  test('rewrites one line for a watcher, with rate and time left, and clears it', () => {
    const { at, progress, errors } = progressAt(true)
    at(0.01, 1)
    at(2, 3000, 0.25)
    progress.end()
    expect(errors()).toBe('\r\u001b[KImporting: 3,000 posts · 25 % · 1,500/s · 6 s left\r\u001b[K')
  })

  test('writes plain lines some seconds apart otherwise', () => {
    const { at, progress, errors } = progressAt(false)
    for (let second = 1; second <= 12; second += 1) at(second, second * 10)
    progress.end()
    expect(errors()).toBe('Importing: 50 posts · 10/s\nImporting: 100 posts · 10/s\n')
  })

  test.each([
    [0.5, '10 s left'],
    [0.01, '17 min left'],
    [0.001, '2 h 47 min left'],
  ])('tells the time left at a share of %d as %s', (share, words) => {
    const { at, errors } = progressAt(true)
    at(10, 100, share)
    expect(errors()).toContain(words)
  })
})
