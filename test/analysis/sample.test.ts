import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { RawPost } from '../../src/model/signal.ts'
import type { Story } from '../../src/model/story.ts'
import { type Fed, feed } from '../helpers/feed.ts'

interface Expected {
  links: { from: string; to: string; kind: string }[]
  stories: { signals: string[]; origins: string[]; sourcing: string }[]
}

const folder = 'data/sample'
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Expected
const posts = readdirSync(folder)
  .filter((file) => file.startsWith('sample_'))
  .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as RawPost)

const sorted = (values: readonly string[]) => [...values].sort()
const outlineOf = (signals: readonly string[], origins: readonly string[], sourcing: string) =>
  `${sorted(signals).join(' ')} | ${sorted(origins).join(' ')} | ${sourcing}`
const outline = ({ signals, origins, sourcing }: Story) =>
  outlineOf(
    signals,
    origins.map(({ origin }) => origin),
    sourcing,
  )

describe('the shipped sample comes to what it was written to come to', () => {
  let fed: Fed
  beforeAll(async () => {
    const { config } = loadConfig('config/intake.yaml', {})
    fed = await feed({ posts, channels: new ChannelBook(config.channels).all() })
  })

  it('in every link', () => {
    const found = fed.links.filter(({ kind }) => kind !== 'variant')
    const named = (links: readonly { from: string; kind: string; to: string }[]) =>
      links.map(({ from, kind, to }) => `${from} ${kind} ${to}`).sort()
    expect(named(found)).toEqual(named(expected.links))
  })

  it('in every story, its origins and its sourcing', () => {
    const meant = expected.stories.map(({ signals, origins, sourcing }) =>
      outlineOf(signals, origins, sourcing),
    )
    expect(fed.stories.map(outline).sort()).toEqual(meant.sort())
  })

  it('with every kind of sourcing among them', () => {
    expect(new Set(fed.stories.map(({ sourcing }) => sourcing))).toEqual(
      new Set(['single-source', 'echoed', 'corroborated', 'contested', 'withdrawn']),
    )
  })
})
