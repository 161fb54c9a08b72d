import { expect, it } from 'vitest'
import { Watch } from '../../src/jobs/watch.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { makeStory, makeTold } from '../helpers/make-story.ts'

function watchInto(lines: string[]): Watch {
  const write = (line: string) => lines.push(line)
  return new Watch(createLogger({ level: 'info', format: 'lines', secrets: [], write }))
}

const told = [makeTold('alpha/1', 'A strike on Sumy.'), makeTold('beta/1', 'A strike on Sumy.')]

const carried = (story: number, sourcing: 'echoed' | 'corroborated' = 'echoed') =>
  makeStory(told, { story, sourcing })

it('tells of a story that several channels carry, and again when it is judged differently', () => {
  const lines: string[] = []
  const watch = watchInto(lines)
  watch.tell([carried(1)])
  watch.tell([carried(1)])
  watch.tell([carried(1, 'corroborated')])
  watch.tell([makeStory(told.slice(0, 1), { story: 2 })])
  expect(lines.map((line) => /echoed|corroborated/.exec(line)?.[0])).toEqual([
    'echoed',
    'corroborated',
  ])
})

it('names the newest of very many, and counts the rest', () => {
  const lines: string[] = []
  watchInto(lines).tell(Array.from({ length: 25 }, (_each, index) => carried(index)))
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toContain('and 5 more stories')
})

it('remembers no more than the stories that were told last', () => {
  const lines: string[] = []
  const watch = watchInto(lines)
  watch.tell([carried(0)])
  watch.tell(Array.from({ length: 10_000 }, (_each, index) => carried(index + 1)))
  lines.length = 0
  watch.tell([carried(9_000)])
  expect(lines).toEqual([])
  watch.tell([carried(0)])
  expect(lines).toHaveLength(1)
})
