import { describe, expect, it } from 'vitest'
import { feed } from '../../helpers/feed.ts'

const original =
  'Прорвало дамбу у Славянска: вода затопила больницу, школу и рынок, жителей вывезли автобусами на вокзал'
const linksOf = async (later: string) => {
  const { links } = await feed({
    posts: [
      { channel: 'delta_ru', id: 1, at: '2026-04-01T08:00:00Z', text: original },
      { channel: 'delta_en', id: 1, at: '2026-04-01T08:20:00Z', text: later },
    ],
  })
  return links.map(({ kind, to }) => `${kind} ${to}`)
}

describe('a post in another language', () => {
  it('renders a post whose things it tells in the same order', async () => {
    const later =
      'A dam burst near Sloviansk: water flooded a hospital, a school and a market, residents were evacuated by bus to the station'
    expect(await linksOf(later)).toEqual(['translation delta_ru/1'])
  })

  it('renders none whose things it tells in an order of its own', async () => {
    const later =
      'At the station in Sloviansk buses bring residents evacuated from the market, a school and a hospital flooded by water: the dam burst'
    expect(await linksOf(later)).toEqual([])
  })
})
