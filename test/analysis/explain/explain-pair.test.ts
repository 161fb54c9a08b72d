import { describe, expect, it } from 'vitest'
import { createToolkit } from '../../../src/analysis/create-toolkit.ts'
import { Engine } from '../../../src/analysis/engine.ts'
import { loadGazetteer } from '../../../src/config/gazetteer.ts'
import { ChannelBook } from '../../../src/lib/channel-book.ts'
import type { PairExplanation } from '../../../src/model/explanation.ts'
import type { RawPost } from '../../../src/model/signal.ts'
import { toSignal } from '../../helpers/to-signal.ts'

const minute = (minutes: number) => new Date(Date.UTC(2026, 6, 3, 9, minutes)).toISOString()

const post = (key: string, minutes: number, text: string, more: Partial<RawPost> = {}): RawPost => {
  const [channel = '', id = ''] = key.split('/')
  return { channel, id: Number(id), at: minute(minutes), text, ...more }
}

const configured = (id: string, owner?: string) => ({
  ...new ChannelBook([]).get(id),
  ...(owner === undefined ? {} : { owner }),
})

/** Explains the first and the last of the posts, judged with the product's own settings. */
async function explain(...posts: RawPost[]): Promise<PairExplanation> {
  const channels = new ChannelBook([configured('delta', 'group'), configured('epsilon', 'group')])
  const engine = new Engine({
    tools: createToolkit(await loadGazetteer(), channels),
    channels,
    windowDays: 400,
    windowSignals: 10_000,
    storyHours: 36,
    nextStory: 1,
  })
  const signals = posts.map(toSignal)
  engine.analyse(signals)
  const explained = engine.explain(signals[0]?.key ?? '', signals.at(-1)?.key ?? '')
  if (explained === undefined) throw new Error('the posts are not at hand')
  return explained
}

const quake =
  'A strong earthquake shook the Kermanshah province tonight, 14 houses fell in the village of Dalahu, ' +
  'and rescue teams from Sarpol-e Zahab are on their way.'

describe('why two signals belong together', () => {
  it('names the chain of links through a third', async () => {
    const { path, story, origins } = await explain(
      post('alpha/1', 0, quake),
      post('beta/2', 5, `${quake} More follows.`),
      post('gamma/3', 9, 'forwarded', { forwardedFrom: { channel: 'beta', id: 2 } }),
    )
    expect(path.map(({ from, by, to }) => `${from} ${by} ${to}`)).toEqual([
      'gamma/3 forward beta/2',
      'beta/2 copy alpha/1',
    ])
    expect(story.same).toBe(true)
    expect(origins.of).toEqual([['ch:alpha'], ['ch:alpha']])
    expect(origins.reason).toContain('one origin')
  })

  it('tells of a reply', async () => {
    const { path } = await explain(
      post('alpha/1', 0, quake),
      post('alpha/2', 30, 'Power is back in the town.', { replyTo: 1 }),
    )
    expect(path).toMatchObject([{ from: 'alpha/2', by: 'reply', to: 'alpha/1' }])
  })

  it('tells of two forwards of one post that is not stored', async () => {
    const forwardedFrom = { channel: 'outside', id: 7 }
    const { path } = await explain(
      post('alpha/1', 0, quake, { forwardedFrom }),
      post('beta/2', 5, quake, { forwardedFrom }),
    )
    expect(path.map(({ by }) => by)).toContain('same forward')
  })

  it('gives the words that are the same, and those that differ', async () => {
    const { text } = await explain(
      post('alpha/1', 0, quake),
      post('beta/2', 5, quake.replace('14 houses', '41 houses')),
    )
    expect(text.judged).toMatchObject({ kind: 'variant' })
    expect(text.difference).toEqual({ was: '14', is: '41' })
    expect(text.ofLater).toBeGreaterThan(0.5)
    expect(text.sharedWords).toContain('earthquake')
  })

  it('holds channels of one owner for one origin, and says so', async () => {
    const { origins } = await explain(
      post('delta/1', 0, quake),
      post('epsilon/2', 5, 'Oman will host a new round of talks on 14 May in Muscat.'),
    )
    expect(origins.of).toEqual([['own:group'], ['own:group']])
    expect(origins.reason).toContain('one owner')
  })
})

describe('what the likeness of two signals is made of', () => {
  it('is features whose weights come to the score', async () => {
    const { likeness } = await explain(
      post(
        'alpha/1',
        0,
        'A missile strike on the port of Odesa this morning killed 2 dockers, and a grain warehouse with 6,000 tonnes of wheat burns',
      ),
      post(
        'beta/2',
        60,
        'Odesa: two dockers are dead after missiles hit the port; firefighters fight flames at the grain warehouse, 6,000 tonnes of wheat inside',
      ),
    )
    const steps: Record<string, (before: number, weight: number) => number> = {
      score: (_, weight) => weight,
      times: (before, weight) => before * weight,
      plus: (before, weight) => before + weight,
      veto: () => 0,
    }
    const score = likeness.features.reduce(
      (before, { how, weight }) => steps[how]?.(before, weight) ?? NaN,
      0,
    )
    expect(likeness.features.length).toBeGreaterThan(2)
    expect(Math.min(1, score)).toBeCloseTo(likeness.score, 6)
    expect(likeness.shared.map(({ kind }) => kind)).toContain('place')
    expect(likeness.bound).toBeGreaterThanOrEqual(likeness.mergeAt)
  })

  it('ends at nothing by a veto, which is told', async () => {
    const { likeness, story } = await explain(
      post('alpha/1', 0, quake),
      post('beta/2', 60 * 24 * 5, 'Earthquake in Kermanshah: houses fell in Dalahu again'),
    )
    expect(likeness).toMatchObject({ score: 0, verdict: 'apart' })
    expect(likeness.features).toMatchObject([{ how: 'veto', value: 'More than 36 hours apart.' }])
    expect(story.same).toBe(false)
  })

  it('is the same whichever signal is named first', async () => {
    const posts = [post('alpha/1', 0, quake), post('beta/2', 5, `${quake} More follows.`)]
    expect(await explain(...posts)).toEqual(await explain(...posts.reverse()))
  })
})

describe('what each signal says', () => {
  it('is told with its language, citations and where these lead', async () => {
    const { signals } = await explain(
      post('alpha/1', 0, quake),
      post('beta/2', 5, 'Землетрясение в Керманшахе: рухнули 14 домов, сообщает @alpha'),
    )
    const [, later] = signals
    expect(later.lang).toBe('ru')
    expect(later.languageEvidence).toMatch(/cyrillic script; common words .*в/)
    expect(later.citations).toMatchObject([{ to: 'ch:alpha', leadsTo: ['alpha/1'] }])
    expect(later.places.join()).toMatch(/Kermanshah/)
  })
})
