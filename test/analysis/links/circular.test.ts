import { describe, expect, it } from 'vitest'
import { findLoops } from '../../../src/analysis/links/loops.ts'
import { relayCircles, relaysIn } from '../../../src/analysis/links/relays.ts'
import { deskOutlet } from '../../../src/analysis/citations/outlets.ts'
import type { Link } from '../../../src/model/link.ts'
import type { RawPost } from '../../../src/model/signal.ts'
import type { Dispatch } from '../../../src/model/stub.ts'
import { feed } from '../../helpers/feed.ts'

const minute = (minutes: number) => new Date(Date.UTC(2026, 6, 3, 9, minutes)).toISOString()

const post = (key: string, minutes: number, text: string): RawPost => {
  const [channel = '', id = ''] = key.split('/')
  return { channel, id: Number(id), at: minute(minutes), text }
}

async function analyse(posts: RawPost[], dispatches: Dispatch[] = []) {
  const outlets = [
    {
      slug: deskOutlet,
      names: ['Harbour Desk'],
      handles: ['harbourdesk'],
      domains: ['harbour.example'],
    },
  ]
  const { stories, links } = await feed({ posts, dispatches, outlets })
  const [story] = stories
  if (story === undefined) throw new Error('no story came of it')
  return { story, links, origins: story.origins.map(({ origin }) => origin) }
}

const cite = (from: string, to: string): Link => ({ from, to, kind: 'cite', score: 1, reason: '' })

describe('citation loops', () => {
  it('are channels that cite each other, at once or over a third', () => {
    expect(findLoops([cite('a/1', 'b/1'), cite('b/2', 'ch:a')])).toEqual([
      { channels: ['a', 'b'], signals: ['a/1', 'b/2'] },
    ])
    const three = [cite('a/1', 'ch:b'), cite('b/1', 'c/1'), cite('c/1', 'a/1'), cite('d/1', 'a/1')]
    expect(findLoops(three)).toMatchObject([{ channels: ['a', 'b', 'c'] }])
  })

  it('are none where one only cites the other, or an outlet', () => {
    expect(findLoops([cite('a/1', 'b/1'), cite('c/1', 'b/1'), cite('b/1', 'out:x')])).toEqual([])
    expect(findLoops([{ ...cite('a/1', 'b/1'), kind: 'forward' }, cite('b/2', 'a/1')])).toEqual([])
  })

  it('are told with the sourcing, and confirm nothing', async () => {
    const { story, origins } = await analyse([
      post('alpha/1', 0, 'A tanker burns off the port of Fujairah, two boats are at its side.'),
      post('beta/2', 20, 'Tanker on fire off Fujairah with two boats beside it, reports @alpha'),
      post(
        'alpha/3',
        40,
        'Confirmed: the tanker off Fujairah burns, according to @beta, two boats beside it.',
      ),
    ])
    expect(origins).toEqual(['ch:alpha'])
    expect(story.sourcing).toBe('echoed')
    expect(story.reason).toContain('alpha and beta cite each other (beta/2, alpha/3)')
  })
})

describe('relays', () => {
  it.each([
    ['TASS, citing Reuters, reports that the talks in Muscat are off'],
    ['ТАСС со ссылкой на Reuters: переговоры в Маскате отменены'],
  ])('who relays whom is read from %j', async (text) => {
    const { origins } = await analyse([
      post('alpha/1', 0, text),
      post('beta/2', 9, 'TASS: the talks in Muscat between Iran and the United States are off'),
      post(
        'gamma/3',
        12,
        'Reuters: the talks in Muscat between Iran and the United States are off',
      ),
    ])
    expect(origins).toEqual(['out:reuters'])
  })

  it('in a circle are one origin, and are told', async () => {
    const { story, origins } = await analyse([
      post('alpha/1', 0, 'TASS, citing Reuters: talks in Muscat between Iran and the US are off'),
      post('beta/2', 9, 'Reuters, citing TASS: talks in Muscat between Iran and the US are off'),
    ])
    expect(origins).toHaveLength(1)
    expect(story.reason).toMatch(/out:reuters and out:tass are each said to have it from the other/)
  })

  it('are kept each once, and no outlet relays itself', () => {
    const outlet = (slug: string) => ({ kind: 'outlet', outlet: slug }) as const
    const mention = (via: string, to: string) => ({
      citations: [
        { to: outlet(to), via: outlet(via), from: 0, rule: 'listed' as const, words: '' },
      ],
    })
    const relays = relaysIn([mention('a', 'b'), mention('a', 'b'), mention('c', 'c')])
    expect(Array.from(relays)).toEqual([['out:a', ['out:b']]])
    expect(relayCircles(relays)).toEqual([])
  })
})

const dispatch: Dispatch = {
  dispatch: 'd-17',
  at: minute(-60),
  headline: 'Tanker burns off Fujairah',
  tldr: 'A tanker burned off the port of Fujairah on Friday with two boats at its side, a monitored channel reported.',
  text: 'No further details about the crew, the flag or the cargo have been given by anyone so far.',
}

describe("the desk's own dispatch come back", () => {
  it.each([
    'Harbour Desk reports: a tanker burned off the port of Fujairah',
    'Tanker burns off Fujairah, according to @harbourdesk',
    'Tanker burns off Fujairah https://harbour.example/dispatch/17',
  ])('is no origin beside another: %j', async (text) => {
    const { links, story, origins } = await analyse([
      post('alpha/1', 0, 'A tanker burns off the port of Fujairah, two boats are at its side.'),
      post('beta/2', 20, text),
    ])
    expect(links.map(({ to }) => to)).toContain('out:desk')
    expect(origins).not.toContain('out:desk')
    expect(['single-source', 'echoed']).toContain(story.sourcing)
  })

  it('is found by its words, and told as what it is', async () => {
    const { links, story } = await analyse([post('beta/2', 20, `⚡️ ${dispatch.tldr}`)], [dispatch])
    expect(links).toMatchObject([{ kind: 'copy', to: 'out:desk' }])
    expect(links[0]?.reason).toContain('d-17 of 2026-07-03')
    expect(story.sourcing).toBe('single-source')
    expect(story.reason).toContain("beta/2 has it from the desk's own dispatch")
  })

  it('is not what was posted before it, or what copies another post', async () => {
    const before = await analyse([post('beta/2', -90, dispatch.tldr)], [dispatch])
    expect(before.links).toEqual([])
    const copied = await analyse(
      [post('alpha/1', -90, dispatch.tldr), post('beta/2', 20, dispatch.tldr)],
      [dispatch],
    )
    expect(copied.links).toMatchObject([{ from: 'beta/2', kind: 'copy', to: 'alpha/1' }])
  })
})
