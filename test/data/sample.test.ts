import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { readJsonLines } from '../../src/sources/file/jsonl.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'data/sample')
const files = readdirSync(folder).filter((name) => name.startsWith('sample_'))
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const reading = (name: string) =>
  readJsonLines({ source: name, kind: 'jsonl', receivedAt: '2026-07-05T00:00:00Z', body: read(name) })
const posts = files.flatMap((name) => reading(name).posts)
const keys = new Set(posts.map(({ channel, id }) => `${channel}/${id}`))

interface Expected {
  stories: { signals: string[]; origins: string[]; sourcing: string }[]
  links: { from: string; to: string; kind: string }[]
}
const expected = JSON.parse(read('expected.json')) as Expected
const { config } = loadConfig(path.join(root, 'config/intake.yaml'), {})
const channels = new Map(config.channels.map((channel) => [channel.id, channel]))

describe('the bundled sample', () => {
  it.each(files)('%s is read whole, in time order, of one channel, each id once', (name) => {
    const { posts: own, rejected } = reading(name)
    expect(rejected).toEqual([])
    expect(own.length).toBe(read(name).trimEnd().split('\n').length)
    expect(new Set(own.map(({ channel }) => `${channel}.jsonl`))).toEqual(new Set([name]))
    expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted())
    expect(own.map(({ id }) => id)).toEqual([...new Set(own.map(({ id }) => id))].sort((a, b) => a - b))
  })

  it('has 154 posts of twelve configured channels, ten or more each', () => {
    expect(posts.length).toBe(154)
    expect(files.length).toBe(12)
    for (const name of files) expect(reading(name).posts.length).toBeGreaterThanOrEqual(10)
    const configured = config.channels.filter(({ id }) => id.startsWith('sample_'))
    expect(configured.map(({ id }) => `${id}.jsonl`).sort()).toEqual(files.toSorted())
  })

  it('is in six languages, none of them in passing', () => {
    const counts = new Map<string, number>()
    for (const { channel } of posts) {
      const lang = channels.get(channel)?.languages[0] ?? '?'
      counts.set(lang, (counts.get(lang) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['ar', 'en', 'fa', 'he', 'ru', 'uk'])
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(12)
  })

  it('is of Friday 3 and Saturday 4 July 2026, but for one old original', () => {
    const old = posts.filter(({ at }) => !/^2026-07-0[34]T/.test(at))
    expect(old.map(({ at }) => at.slice(0, 7))).toEqual(['2026-01'])
  })

  it('forwards and replies to posts that are there, at their times, or to channels that are not', () => {
    for (const { channel, id, replyTo, forwardedFrom } of posts) {
      if (replyTo !== undefined) expect(keys).toContain(`${channel}/${replyTo}`)
      if (forwardedFrom === undefined || !channels.has(forwardedFrom.channel)) continue
      const original = posts.find(
        (post) => post.channel === forwardedFrom.channel && post.id === forwardedFrom.id,
      )
      expect(original?.at, `${channel}/${id}`).toBe(forwardedFrom.at)
    }
  })

  it('links to posts that are there', () => {
    const linked = posts.flatMap(({ text }) =>
      Array.from(text.matchAll(/t\.me\/(\w+\/\d+)/g), (match) => match[1]),
    )
    expect(linked.length).toBeGreaterThan(1)
    for (const key of linked) expect(keys).toContain(key)
  })

  it('has edits, a deletion, hidden and unmonitored origins, and numbers in four ways of writing', () => {
    expect(posts.filter(({ edits }) => edits !== undefined).length).toBe(2)
    expect(posts.filter(({ deletedAt }) => deletedAt !== undefined).length).toBe(1)
    const origins = posts.flatMap(({ forwardedFrom }) => forwardedFrom?.channel ?? [])
    expect(origins.some((origin) => origin.startsWith('name:'))).toBe(true)
    expect(origins).toContain('sample_steppe_radar')
    for (const written of ['1,200', '1 200', '١٢٠٠', '۱۲۰۰']) {
      expect(posts.some(({ text }) => text.includes(written)), written).toBe(true)
    }
  })
})

describe('what the sample should come to', () => {
  it('puts every signal into exactly one story', () => {
    const placed = expected.stories.flatMap(({ signals }) => signals)
    expect(placed.length).toBe(posts.length)
    expect(new Set(placed)).toEqual(keys)
  })

  it('links later signals to earlier ones, channels or outlets', () => {
    const at = new Map(posts.map((post) => [`${post.channel}/${post.id}`, post.at]))
    for (const { from, to } of expected.links) {
      expect(keys).toContain(from)
      if (!to.startsWith('ch:') && !to.startsWith('out:')) {
        expect(String(at.get(to)) < String(at.get(from)), `${from} after ${to}`).toBe(true)
      }
    }
  })

  it('has every kind of link that derives, every sourcing and every kind of origin', () => {
    const kinds = new Set(expected.links.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['cite', 'copy', 'forward', 'translation'])
    const sourcing = new Set(expected.stories.map((story) => story.sourcing))
    expect(sourcing.size).toBe(5)
    const origins = expected.stories.flatMap((story) => story.origins)
    expect(new Set(origins.map((origin) => origin.split(':')[0]))).toEqual(new Set(['ch', 'out', 'own']))
  })

  it('words sourcing as the number of origins and channels allows', () => {
    for (const { signals, origins, sourcing } of expected.stories) {
      const carriers = new Set(signals.map((key) => key.split('/')[0])).size
      if (sourcing === 'single-source') expect([origins.length, carriers]).toEqual([1, 1])
      if (sourcing === 'echoed') expect([origins.length, carriers > 1]).toEqual([1, true])
      if (sourcing === 'corroborated' || sourcing === 'contested') {
        expect(origins.length).toBeGreaterThan(1)
      }
    }
  })

  it('names an owner as the origin wherever the origin channel has one', () => {
    for (const origin of expected.stories.flatMap((story) => story.origins)) {
      if (origin.startsWith('ch:')) expect(channels.get(origin.slice(3))?.owner).toBeUndefined()
    }
  })

  it('is what data/README.md lists: its keys are there, and every linked signal is in it', () => {
    const readme = readFileSync(path.join(root, 'data/README.md'), 'utf8')
    const listed = new Set(Array.from(readme.matchAll(/sample_\w+\/\d+/g), ([key]) => key))
    for (const key of listed) expect(keys).toContain(key)
    for (const { from } of expected.links) expect(listed).toContain(from)
  })
})

describe('the sample of earlier dispatches', () => {
  const dispatches = read('dispatches.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>)

  it('has eight, in time order, each with all that prior coverage needs', () => {
    expect(dispatches.length).toBe(8)
    expect(dispatches.map(({ at }) => at)).toEqual(dispatches.map(({ at }) => at).toSorted())
    for (const dispatch of dispatches) {
      expect(Object.keys(dispatch).sort()).toEqual(
        ['at', 'dispatch', 'headline', 'text', 'tldr', 'url'].sort(),
      )
      expect(Object.values(dispatch).every((value) => value.length > 5)).toBe(true)
    }
  })

  it('calls for Patriot production on 21 June and 2 July, and at no other time', () => {
    const patriot = dispatches.filter(({ headline }) => headline?.includes('Patriot'))
    expect(patriot.map(({ at }) => at?.slice(0, 10))).toEqual(['2026-06-21', '2026-07-02'])
  })
})
