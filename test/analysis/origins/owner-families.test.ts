import { describe, expect, it } from 'vitest'
import { findOwnerFamilies } from '../../../src/analysis/origins/owner-families.ts'
import { ProfileGatherer } from '../../../src/analysis/origins/owner-profile.ts'
import type { Link } from '../../../src/model/link.ts'
import { makeSignal } from '../../helpers/make-signal.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 6, 3, 0, minutes)).toISOString()

interface Told {
  title?: string
  /** What stands under the posts. */
  signature?: string
  /** Text of the posts by their number. */
  text?: (id: number) => string
}

const posts = 100

/** Profiles of channels that post every ten minutes, with the links given. */
function profilesOf(channels: Record<string, Told>, links: readonly Link[] = []): ProfileGatherer {
  const ids = Object.keys(channels)
  const gathered = new ProfileGatherer(ids.map((id) => ({ id, title: channels[id]?.title ?? id })))
  for (const id of ids) {
    const { signature = '', text = (number: number) => `Post ${number}` } = channels[id] ?? {}
    for (let number = 1; number <= posts; number++) {
      const said = `${text(number)}\n${signature}`
      gathered.addSignal(makeSignal({ channel: id, id: number, at: at(number * 10), text: said }))
    }
  }
  for (const link of links) gathered.addLink(link)
  return gathered
}

/** Copies of every `every`th post, one number later so that it is ten minutes after. */
const copies = (channel: string, source: string, every: number, offset = 0): Link[] =>
  Array.from({ length: Math.floor(posts / every) }, (_, index) => ({
    from: `${channel}/${index * every + 1 + offset}`,
    to: `${source}/${Math.max(1, index * every + offset)}`,
    kind: 'copy' as const,
    score: 1,
    reason: '',
  }))

const cites = (channel: string, target: string, count: number): Link[] =>
  Array.from({ length: count }, (_, index) => ({
    from: `${channel}/${index + 1}`,
    to: target,
    kind: 'cite' as const,
    score: 1,
    reason: '',
  }))

const families = (channels: Record<string, Told>, links: readonly Link[] = []) =>
  findOwnerFamilies(profilesOf(channels, links)).map((family) => family.channels)

const invite = (name: string) => `https://t.me/+${name}AbCdEfGhIj`

describe('channels of one owner', () => {
  it('sign their posts with one bot', () => {
    const signature = 'Send us news: @harbour_tips_bot'
    expect(families({ alpha: { signature }, beta: { signature }, gamma: {} })).toEqual([
      ['alpha', 'beta'],
    ])
  })

  it('carry the signature of the other and bear one name', () => {
    const text = (id: number) => (id % 20 === 0 ? `Read this ${invite('A')}` : `Post ${id}`)
    const channels = {
      alpha: { title: 'Морской Вестник', signature: invite('A') },
      beta: { title: 'Вестник Live', text },
      gamma: { title: 'Other' },
    }
    expect(families(channels)).toEqual([['alpha', 'beta']])
    expect(families({ ...channels, beta: { title: 'Live', text } })).toEqual([])
  })

  it('copy each other both ways and point to the same channels', () => {
    const links = [...copies('alpha', 'beta', 10), ...copies('beta', 'alpha', 10, 5)]
    const text = (id: number) =>
      `Post ${id} ${id % 25 === 0 ? Array.from('abcdefghij', (name) => `@our_${name}_x`).join(' ') : ''}`
    expect(families({ alpha: { text }, beta: { text }, gamma: {} }, links)).toEqual([
      ['alpha', 'beta'],
    ])
    expect(families({ alpha: {}, beta: {}, gamma: {} }, links)).toEqual([])
  })

  it('are one family over a third that hangs with both, and each pair says why', () => {
    const signature = '@harbour_tips_bot'
    const profiles = profilesOf({
      alpha: { signature },
      beta: { signature: `${signature} ${invite('B')}` },
      gamma: { signature: invite('B') },
    })
    const [family] = findOwnerFamilies(profiles)
    expect(family?.channels).toEqual(['alpha', 'beta', 'gamma'])
    expect(family?.pairs.map(({ channels }) => channels.join(' '))).toEqual([
      'alpha beta',
      'beta gamma',
    ])
    expect(family?.pairs[0]?.evidence[0]?.what).toContain('@harbour_tips_bot')
    expect(family?.confidence).toBeLessThan(1)
  })
})

describe('channels of several owners', () => {
  it('copy one way, however often', () => {
    expect(families({ alpha: {}, beta: {}, gamma: {} }, copies('beta', 'alpha', 2))).toEqual([])
  })

  it('credit a channel by its handle', () => {
    const text = (id: number) => `Post ${id} via @alpha`
    const channels = {
      alpha: { title: 'Strait Watch', signature: '@alpha' },
      beta: { title: 'Strait Today', text: (id: number) => (id <= 40 ? text(id) : `Post ${id}`) },
    }
    expect(families(channels, cites('beta', 'alpha/1', 40))).toEqual([])
  })

  it('have a word in their titles that everybody writes, or that many titles have', () => {
    const text = () => 'Москва сегодня'
    const channel = (title: string) => ({ title, signature: invite('M') })
    const [a, b] = [channel('Москва Live'), { title: 'Новая Москва', text: () => invite('M') }]
    const talk = { title: 'Прочее', text }
    const onlyTitle = findOwnerFamilies(profilesOf({ a, b, talk, talk2: talk }))
    expect(
      onlyTitle.flatMap(({ pairs }) => pairs).flatMap(({ evidence }) => evidence),
    ).not.toContainEqual(expect.objectContaining({ weight: 2 }))
  })

  it('carry an advert of one another now and then', () => {
    const text = (id: number) => (id <= 2 ? `Advert ${invite('A')}` : `Post ${id}`)
    const channels = {
      alpha: { title: 'Harbour', signature: invite('A') },
      beta: { title: 'Harbour Two', text },
    }
    expect(families(channels)).toEqual([])
  })
})
