import { afterEach, describe, expect, it } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { analysePending } from '../../src/intake/analyse.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { openArchive } from '../../src/store/archive.ts'
import { seeded } from '../bench/random.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts } from '../helpers/temp-archive.ts'

const windowSignals = 40
/** Stories that each go on once a round: all of them within a window, a third of them within a quarter of it. */
const strands = 30
const rounds = 5

let archive: Archive
afterEach(() => {
  archive.close()
})

const random = seeded(3)
const letters = 'abdefgiklmnoprstu'
const word = () => Array.from({ length: 8 }, () => letters.charAt(random.below(letters.length)))
/** Words that no other strand has. */
const texts = Array.from({ length: strands }, () =>
  Array.from({ length: 14 }, () => word().join('')).join(' '),
)

function roundOf(round: number): RawPost[] {
  return Array.from({ length: strands }, (_, strand) =>
    makePost({
      channel: `round_${round}`,
      id: strand + 1,
      at: new Date(Date.UTC(2026, 0, 1, round, strand)).toISOString(),
      text: texts[strand] ?? '',
    }),
  )
}

describe('an engine with more stories going on than its window has room for', () => {
  it('holds no more signals than that, and loses none of any story', async () => {
    archive = openArchive(':memory:')
    const channels = new ChannelBook([])
    const engine = new Engine({
      tools: createToolkit(await loadGazetteer(), channels),
      channels,
      ...{ windowDays: 60, windowSignals, storyHours: 36 },
      nextStory: 1,
    })
    const keys: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const posts = roundOf(round)
      keys.push(...posts.map(({ channel, id }) => `${channel}/${id}`))
      await commitPosts(archive, posts)
      for await (const { signals } of analysePending(archive, engine, { batch: 10 }))
        expect(signals).toBe(10)
    }
    const held = keys.length - engine.missing(keys).length
    expect(held).toBeLessThanOrEqual(windowSignals * 1.25)
    const storyOf = await archive.analysis.storyOf(keys)
    const stories = await archive.analysis.stories([...new Set(storyOf.values())])
    expect(stories.map(({ signals }) => signals.length)).toEqual(Array(strands).fill(rounds))
  })
})
