import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { analysePending } from '../../src/intake/analyse.ts'
import { restoreEngine } from '../../src/intake/restore.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost } from '../../src/model/signal.ts'
import type { Decision, Story } from '../../src/model/story.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const channels = new ChannelBook([])
const tools = createToolkit(await loadGazetteer(), channels)
const windows = { windowDays: 60, windowSignals: 1000 }

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString()

/** Reports that likeness joins within a line and keeps apart between lines. */
const reports = [
  [
    'Strong explosions in Odesa, a warehouse in the port is on fire, 14 people are wounded',
    'Odesa: after the night attack firefighters still fight the port warehouse blaze; the mayor speaks of 14 wounded',
    'The governor confirms 14 wounded in Odesa, where a warehouse burns since explosions shook the port at night',
  ],
  [
    'Talks between Iran and Oman in Muscat ended without a statement, the delegations went home',
    'No statement from Muscat: Omani hosts saw the Iranian delegation leave as talks between Iran and Oman broke up',
    'The Iranian foreign minister left Muscat this evening; with Oman he had held talks that brought no statement',
  ],
  [
    'Police in Lyon arrested 9 people after the robbery of a jewellery shop near the station',
    'Nine suspects, 9 in all, sit in Lyon cells tonight: police blame them for the jewellery shop robbery',
    'A jewellery shop was robbed in Lyon at noon, within hours police detained suspects, 9 according to the prefect',
  ],
] as const

function postOf(index: number, [topic, wording]: readonly [number, number]): RawPost {
  const text = reports[topic]?.[wording] ?? ''
  return { channel: `channel${index % 5}`, id: index + 1, at: at(index * 3), text }
}

async function open(archive: Archive): Promise<Engine> {
  const decisions = await archive.analysis.decisions()
  return new Engine({
    tools,
    channels,
    ...windows,
    storyHours: 36,
    nextStory: await archive.analysis.nextStory(),
    decisions: decisions.filter(({ withdrawnAt }) => withdrawnAt === undefined),
    bases: await archive.analysis.bases(),
  })
}

async function restarted(archive: Archive): Promise<Engine> {
  const engine = await open(archive)
  const now = new Date('2026-03-02T00:00:00Z')
  expect(await restoreEngine(archive, engine, { ...windows, now, signal: undefined })).toBe(true)
  return engine
}

async function judge(archive: Archive, engine: Engine): Promise<void> {
  for await (const { signals } of analysePending(archive, engine))
    expect(signals).toBeGreaterThan(0)
}

async function decide(archive: Archive, engine: Engine, decision: Decision) {
  const result = engine.decide(decision)
  return { number: await archive.analysis.decide(decision, result), stories: result.stories }
}

async function storiesOf(archive: Archive): Promise<readonly Story[]> {
  const all: Story[] = []
  for await (const stories of archive.analysis.allStories(100)) all.push(...stories)
  return all
}

async function told(archive: Archive) {
  const stories = await storiesOf(archive)
  return stories.map(({ story, signals, sourcing }) => ({ story, signals, sourcing }))
}

async function withPosts(picks: readonly (readonly [number, number])[]) {
  const archive = tempArchive()
  await commitPosts(
    archive,
    picks.map((pick, index) => postOf(index, pick)),
  )
  const engine = await open(archive)
  await judge(archive, engine)
  return { archive, engine }
}

const decision = (
  kind: Decision['kind'],
  first: string,
  second: string,
  minute = 600,
): Decision => ({
  kind,
  signals: [first, second],
  at: at(minute),
  by: 7,
})

const key = (index: number) => `channel${index % 5}/${index + 1}`

describe('a decision of an editor', () => {
  it('joins two stories under the older number, with all their origins', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
    const { stories } = await decide(archive, engine, decision('join', key(1), key(0)))
    expect(stories).toHaveLength(1)
    expect(await told(archive)).toMatchObject([{ story: 1, signals: [key(0), key(1), key(2)] }])
  })

  it('parts what likeness joined, and what is like the second goes with it', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ])
    await decide(archive, engine, decision('join', key(0), key(1), 500))
    await decide(archive, engine, decision('part', key(0), key(1)))
    expect((await told(archive)).map(({ signals }) => signals)).toEqual([
      [key(0), key(2)],
      [key(1), key(3)],
    ])
  })

  it('parts one story in two, and shows no suggestion between them', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [0, 1],
      [0, 2],
    ])
    expect(await told(archive)).toHaveLength(1)
    await decide(archive, engine, decision('part', key(0), key(1)))
    const [first, second] = await told(archive)
    expect([first?.story, first?.signals[0], second?.story, second?.signals[0]]).toEqual([
      1,
      key(0),
      2,
      key(1),
    ])
    const suggestions = [{ stories: [1, 2] as const, score: 0.3, reason: 'alike' }]
    const nothing = { languages: [], prints: [], relinked: [], links: [], stories: [], merged: [] }
    await archive.analysis.save({ ...nothing, history: [], suggestions })
    expect(await archive.analysis.suggestions(1)).toEqual([])
  })

  it('undoes no link: a copy stays with what it was copied from', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [0, 0],
    ])
    const { stories } = await decide(archive, engine, decision('part', key(0), key(1)))
    expect(stories).toEqual([])
    expect((await told(archive)).map(({ signals }) => signals)).toEqual([[key(0), key(1)]])
  })

  it('holds for what comes after it', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [0, 1],
    ])
    await decide(archive, engine, decision('part', key(0), key(1)))
    await commitPosts(archive, [{ ...postOf(2, [0, 1]), text: `${reports[0][1]} now` }])
    await judge(archive, engine)
    const [first, second] = await told(archive)
    expect(first?.signals).toEqual([key(0)])
    expect(second?.signals).toEqual([key(1), key(2)])
  })

  it('gives every story its number back when it is taken back', async () => {
    const { archive, engine } = await withPosts([
      [0, 0],
      [1, 0],
      [0, 1],
    ])
    const before = await told(archive)
    const joined = await decide(archive, engine, decision('join', key(0), key(1)))
    const parted = await decide(archive, engine, decision('part', key(0), key(2)))
    for (const [number, kind, other] of [
      [parted.number, 'part', 2],
      [joined.number, 'join', 1],
    ] as const) {
      const taken = decision(kind, key(0), key(other))
      await archive.analysis.withdraw(number, at(700), engine.withdraw(taken, at(700)))
    }
    expect(await told(archive)).toEqual(before)
    expect((await archive.analysis.decisions()).map(({ withdrawnAt }) => withdrawnAt)).toEqual([
      at(700),
      at(700),
    ])
    expect(await archive.analysis.bases()).toEqual(new Map())
  })
})

const pick = fc.tuple(fc.nat(2), fc.nat(2))
const asked = fc.record({
  kind: fc.constantFrom('join' as const, 'part' as const),
  first: fc.nat(7),
  second: fc.nat(7),
  takenBack: fc.boolean(),
})

describe('decisions, whenever they are made', () => {
  it('give the same stories live, after a restart and in a reanalysis', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pick, { minLength: 8, maxLength: 8 }),
        fc.array(pick, { minLength: 1, maxLength: 4 }),
        fc.array(asked, { minLength: 1, maxLength: 4 }),
        async (before, after, decisions) => {
          const { archive, engine } = await withPosts(before)
          for (const [index, { kind, first, second, takenBack }] of decisions.entries()) {
            if (first === second) continue
            const made = decision(kind, key(first), key(second), 600 + index)
            const { number } = await decide(archive, engine, made)
            if (!takenBack) continue
            await archive.analysis.withdraw(number, made.at, engine.withdraw(made, made.at))
          }
          const later = after.map((each, index) => postOf(before.length + index, each))
          const resumed = await restarted(archive)
          await commitPosts(archive, later)
          const pending = await archive.signals.unanalysed(100)
          const restored = resumed.analyse(pending)
          await judge(archive, engine)
          const live = await told(archive)
          for (const { story, signals } of restored.stories) {
            expect(live.find((each) => each.story === story)?.signals).toEqual(signals)
          }
          await archive.analysis.reset()
          await judge(archive, await open(archive))
          expect(await told(archive)).toEqual(live)
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})
