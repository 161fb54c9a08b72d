import { describe, expect, test } from 'vitest'
import { AnalysisLoop } from '../../src/jobs/analysis-loop.ts'
import type { Analyst, AnalystStep } from '../../src/jobs/analyst.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Sourcing } from '../../src/model/story.ts'
import { makeOrigin, makeStory, makeTold } from '../helpers/make-story.ts'

function story(number: number, channels: readonly string[], sourcing: Sourcing = 'echoed') {
  const signals = channels.map((channel) => makeTold(`${channel}/${number}`, 'A report.'))
  return makeStory(signals, { story: number, sourcing, headline: `Headline ${number}` })
}

/** A loop whose analyst does what `runs` say, one entry a run. */
function loopOf(...runs: (readonly AnalystStep[] | Error)[]) {
  const lines: string[] = []
  const logger = createLogger({
    level: 'info',
    format: 'lines',
    secrets: [],
    write: (line) => lines.push(line.slice(10).trim()),
  })
  const analyst: Pick<Analyst, 'run' | 'prepare'> = {
    prepare: () => Promise.resolve(),
    async *run() {
      const next = await Promise.resolve(runs.shift())
      if (next instanceof Error) throw next
      yield* next ?? []
    },
  }
  return { loop: new AnalysisLoop(analyst, logger), lines }
}

const judged = (...stories: AnalystStep['stories']): AnalystStep => ({
  signals: 1,
  stories,
  drafted: [],
})

describe('the loop that judges', () => {
  test('does what an editor asks between two batches, and tells them its fault', async () => {
    const done: string[] = []
    const { loop } = loopOf([judged(story(1, ['alpha', 'beta'])), judged(story(2, ['alpha']))])
    const first = loop.wake()
    const asked = loop.between(() => {
      done.push('decided')
      return Promise.resolve()
    })
    await Promise.all([first, asked])
    expect(done).toEqual(['decided'])
    await expect(loop.between(() => Promise.reject(new Error('no such signal')))).rejects.toThrow(
      'no such signal',
    )
    await loop.stop()
    await expect(loop.between(() => Promise.resolve())).resolves.toBeUndefined()
  })

  test('writes a line for a story that several channels carry, and again when it changes', async () => {
    const changed = {
      ...story(2, ['a', 'b', 'c'], 'corroborated'),
      origins: [makeOrigin('ch:a', ['a/2']), makeOrigin('ch:c', ['c/2'])],
    }
    const { loop, lines } = loopOf(
      [judged(story(1, ['a']), story(2, ['a', 'b']))],
      [judged(story(2, ['a', 'b']))],
      [judged(changed)],
    )
    for (let run = 0; run < 3; run += 1) await loop.wake()
    expect(lines).toEqual([
      'echoed         1 origin / 2 channels   Headline 2  #2',
      'corroborated   2 origins / 3 channels  Headline 2  #2',
    ])
  })

  test('sums up what would be too many lines', async () => {
    const many = Array.from({ length: 30 }, (_, index) => story(index + 1, ['a', 'b']))
    const { loop, lines } = loopOf([judged(...many)])
    await loop.wake()
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toBe('… and 10 more stories that several channels carry')
  })

  test('tells a fault and goes on when it is woken again', async () => {
    const { loop, lines } = loopOf(new Error('odd signal'), [judged(story(2, ['a', 'b']))])
    await loop.wake()
    await loop.wake()
    await loop.stop()
    expect(lines[0]).toMatch(/^✗ Judging failed, and is tried again in 5 s.*: odd signal$/)
    expect(lines[1]).toContain('Headline 2')
  })

  test('does nothing once it was stopped', async () => {
    const { loop, lines } = loopOf([judged(story(2, ['a', 'b']))])
    await loop.stop()
    await loop.wake()
    expect(lines).toEqual([])
  })
})
