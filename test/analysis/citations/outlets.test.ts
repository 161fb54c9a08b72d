import { createToolkit } from '../../../src/analysis/create-toolkit.ts'
import { loadGazetteer } from '../../../src/config/gazetteer.ts'
import { ChannelBook } from '../../../src/lib/channel-book.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createOutletBook, type Outlet } from '../../../src/analysis/citations/outlets.ts'

const file = new URL('../../../data/gazetteer/outlets.json', import.meta.url)
const { outlets } = JSON.parse(readFileSync(file, 'utf8')) as { outlets: Outlet[] }
const book = createOutletBook(outlets)

describe('outlets', () => {
  it.each([
    ['Reuters', 'reuters'],
    ['РИА Новости', 'rianovosti'],
    ['وكالة الأنباء العراقية', 'ina'],
    ['חדשות 12', 'channel12'],
    ['ایران اینترنشنال', 'iraninternational'],
    ['Укрінформ', 'ukrinform'],
  ])('knows %s by name', (name, slug) => {
    expect(book.byName(name)).toBe(slug)
  })

  it('knows handles in any letter case', () => {
    expect(book.byHandle('reuters')).toBe('reuters')
    expect(book.byHandle('REUTERS')).toBe('reuters')
    expect(book.byHandle('nobody_at_all')).toBeUndefined()
  })

  it.each([
    ['www.reuters.com', 'reuters'],
    ['news.sky.com', 'skynews'],
    ['amp.rbc.ru', 'rbc'],
    ['notreuters.com', undefined],
    ['com', undefined],
  ])('reads the host %s', (host, slug) => {
    expect(book.byHost(host)).toBe(slug)
  })

  it('takes more names from a desk without losing the shipped ones', () => {
    const more = createOutletBook([...outlets, { slug: 'reuters', names: ['Thomson wire'] }])
    expect(more.byName('Thomson wire')).toBe('reuters')
    expect(more.byName('Reuters')).toBe('reuters')
    expect(more.outlets.filter(({ slug }) => slug === 'reuters')).toHaveLength(1)
  })

  it('ships slugs of lower-case letters and digits, each once, and no handle or site of two', () => {
    const slugs = outlets.map(({ slug }) => slug)
    expect(slugs.filter((slug) => !/^[a-z0-9]+$/.test(slug))).toEqual([])
    expect(new Set(slugs).size).toBe(slugs.length)
    for (const list of ['handles', 'domains'] as const) {
      const all = outlets.flatMap((outlet) =>
        (outlet[list] ?? []).map((each) => each.toLowerCase()),
      )
      expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([])
    }
  })
})

describe('the tools of a desk', () => {
  it('find the outlets it adds, and channels met or renamed since they were made', async () => {
    const channels = new ChannelBook([])
    const outlets = [{ slug: 'harbourpost', names: ['Harbour Post', 'هاربر بوست'] }]
    const tools = createToolkit(await loadGazetteer(), channels, outlets)
    const cited = (text: string) =>
      tools
        .findCitations(text, { channel: 'own', title: 'Own' })
        .map(({ to }) => (to.kind === 'outlet' ? to.outlet : to.channel))
    expect(cited('Two ships collided, according to the Harbour Post.')).toEqual(['harbourpost'])
    expect(cited('نقلا عن هاربر بوست: تصادم سفينتين')).toEqual(['harbourpost'])
    const text = 'Two ships collided, according to Narrow Strait Watch.'
    expect(cited(text)).toEqual([])
    channels.meet('straitwatch', 'Strait Watch Old')
    expect(cited(text)).toEqual([])
    channels.meet('straitwatch', 'Narrow Strait Watch')
    expect(cited(text)).toEqual(['straitwatch'])
  })
})
