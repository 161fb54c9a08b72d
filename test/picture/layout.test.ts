import { describe, expect, it } from 'vitest'
import type { LinkKind } from '../../src/model/link.ts'
import { page } from '../../src/picture/geometry.ts'
import { layoutTree, type TreeLayout } from '../../src/picture/layout.ts'
import { nameRow, nameShared } from '../../src/picture/names.ts'
import { placeDotWords, placeKindWords } from '../../src/picture/dot-words.ts'
import type { TreeInput } from '../../src/picture/tree-input.ts'
import { makeLink, makeOrigin, makeTold } from '../helpers/make-story.ts'
import { face, makeInput, minutesOn } from './helpers.ts'

const layOut = (input: TreeInput) => layoutTree(input, { top: 400, room: 1800 }, face)

const told = (key: string, minutes: number, overrides = {}) =>
  makeTold(key, 'A report.', { at: minutesOn(minutes), ...overrides })

const rowIds = ({ rows }: TreeLayout) => rows.map(({ id }) => id)

/** The dot that shows the mark. */
function dotOf({ dots }: TreeLayout, id: string) {
  const dot = dots.find(({ marks }) => marks.some((mark) => mark.id === id))
  if (dot === undefined) throw new Error(`No dot shows ${id}.`)
  return dot
}

const linesOf = ({ routes }: TreeLayout) =>
  routes.map(({ source, taker, kind }) => [source.marks[0]?.id, kind, taker.marks[0]?.id].join(' '))

describe('the rows', () => {
  it('stand each below the one it took the story from', () => {
    const layout = layOut(
      makeInput([told('a/1', 0), told('b/1', 5), told('c/1', 6), told('d/1', 9)], {
        links: [
          makeLink('b/1', 'a/1', 'forward'),
          makeLink('c/1', 'a/1', 'copy'),
          makeLink('d/1', 'b/1', 'translation'),
        ],
      }),
    )
    expect(rowIds(layout)).toEqual(['ch:a', 'ch:b', 'ch:d', 'ch:c'])
    expect(linesOf(layout).sort()).toEqual([
      'a/1 copy c/1',
      'a/1 forward b/1',
      'b/1 translation d/1',
    ])
  })

  it('of two origins stand apart, each with who took it there', () => {
    const layout = layOut(
      makeInput([told('a/1', 0), told('b/1', 2), told('c/1', 4), told('d/1', 6)], {
        links: [makeLink('c/1', 'a/1', 'forward'), makeLink('d/1', 'b/1', 'forward')],
        story: {
          origins: [makeOrigin('ch:a', ['a/1', 'c/1']), makeOrigin('ch:b', ['b/1', 'd/1'])],
        },
      }),
    )
    expect(rowIds(layout)).toEqual(['ch:a', 'ch:c', 'ch:b', 'ch:d'])
    const [a, c, b] = layout.rows.map(({ y }) => y)
    expect((b ?? 0) - (c ?? 0)).toBeGreaterThan((c ?? 0) - (a ?? 0))
  })

  it('show an outlet that is not monitored and a channel none of whose posts is stored', () => {
    const input = makeInput(
      [told('a/1', 0), told('b/1', 3, { forwardedFrom: { channel: 'unseen', at: minutesOn(1) } })],
      {
        links: [makeLink('a/1', 'out:reuters', 'cite'), makeLink('b/1', 'ch:unseen', 'forward')],
        story: { origins: [makeOrigin('out:reuters', ['a/1']), makeOrigin('ch:unseen', ['b/1'])] },
      },
    )
    const layout = layOut(input)
    expect(rowIds(layout)).toEqual(['out:reuters', 'ch:a', 'ch:unseen', 'ch:b'])
    const notes = layout.rows.map(({ rows: [row] }) => row && nameRow(row, input, face).note)
    expect(notes).toEqual(['not monitored', '', 'its post is not stored', ''])
    // The platform tells when the forwarded post was made; nobody tells when Reuters reported.
    expect(dotOf(layout, 'out:reuters').x).toBe(layout.unknownX)
    expect(dotOf(layout, 'ch:unseen').x).toBeGreaterThan(dotOf(layout, 'a/1').x)
  })

  it('hang from something where two channels take from each other', () => {
    const layout = layOut(
      makeInput([told('a/1', 0), told('b/1', 5)], {
        links: [makeLink('a/1', 'b/1', 'cite'), makeLink('b/1', 'a/1', 'cite')],
        story: { origins: [] },
      }),
    )
    expect(rowIds(layout).sort()).toEqual(['ch:a', 'ch:b'])
    expect(linesOf(layout)).toHaveLength(2)
  })
})

describe('the stars', () => {
  const starred = ({ dots }: TreeLayout) =>
    dots.flatMap((dot) => (dot.origin === undefined ? [] : [dot.origin.origin]))

  it('are as many as the origins', () => {
    const layout = layOut(
      makeInput([told('a/1', 0), told('b/1', 2), told('a/2', 90), told('c/1', 100)], {
        links: [makeLink('c/1', 'out:ap', 'cite')],
        story: {
          origins: [makeOrigin('own:group', ['a/1', 'b/1', 'a/2']), makeOrigin('out:ap', ['c/1'])],
        },
      }),
    )
    expect(starred(layout)).toEqual(['own:group', 'out:ap'])
    expect(dotOf(layout, 'a/1').origin?.origin).toBe('own:group')
  })

  it('stand for an origin too that no post and no link shows', () => {
    const layout = layOut(
      makeInput([told('a/1', 0)], { story: { origins: [makeOrigin('out:tass', [])] } }),
    )
    expect(starred(layout)).toEqual(['out:tass'])
  })
})

describe('the axis', () => {
  it('is true: equal times are equally wide', () => {
    const layout = layOut(makeInput([told('a/1', 0), told('b/1', 10), told('c/1', 30)]))
    const [a, b, c] = ['a/1', 'b/1', 'c/1'].map((key) => dotOf(layout, key).x)
    expect((c ?? 0) - (b ?? 0)).toBeCloseTo(2 * ((b ?? 0) - (a ?? 0)))
    expect(layout.scale.breaks).toEqual([])
  })

  it('leaves out a gap that would crush the rest, and says how long it was', () => {
    const old = { at: '2026-01-10T17:46:00Z' }
    const layout = layOut(
      makeInput([told('a/1', 0, old), told('b/1', 0), told('c/1', 10), told('d/1', 20)]),
    )
    expect(layout.scale.breaks.map(({ seconds }) => seconds / 86_400)).toEqual([181])
    const xs = ['a/1', 'b/1', 'c/1', 'd/1'].map((key) => dotOf(layout, key).x)
    expect(xs).toEqual(xs.toSorted((a, b) => a - b))
    expect((xs[3] ?? 0) - (xs[1] ?? 0)).toBeGreaterThan(300)
  })

  it('has round times of the desk’s clock, and the date where it changes', () => {
    const { ticks } = layOut(makeInput([told('a/1', 0), told('b/1', 300)]))
    expect(ticks.map(({ time, date }) => [time, date])).toEqual([
      ['21:00', '10 Jul'],
      ['22:00', undefined],
      ['23:00', undefined],
      ['00:00', '11 Jul'],
      ['01:00', undefined],
    ])
  })
})

describe('many', () => {
  const kinds: readonly LinkKind[] = ['forward', 'copy', 'cite', 'translation']
  const takers = Array.from({ length: 60 }, (_, index) => told(`taker${index}/1`, 5 + index * 3))
  const input = makeInput([told('a/1', 0), ...takers], {
    links: takers.map(({ key }, index) => makeLink(key, 'a/1', kinds[index % 4] ?? 'cite')),
  })

  it('channels share a row that says how many they are and whom they took it from', () => {
    const layout = layOut(input)
    const shared = layout.rows.filter(({ rows }) => rows.length > 1)
    expect(shared).toHaveLength(1)
    const alone = layout.rows.length - 1
    expect(shared.map((row) => nameShared(row, input, face))).toEqual([
      `and ${61 - alone} more channels that took it from a`,
    ])
    expect(layout.bottom).toBeLessThanOrEqual(400 + 1800)
  })

  it('channels lose no post: the dots stand for all of them', () => {
    const shown = layOut(input).dots.flatMap(({ marks }) => marks.map(({ id }) => id))
    expect(shown.sort()).toEqual([...input.story.signals].sort())
  })

  it('origins stand together and are counted', () => {
    const layout = layOut(
      makeInput(takers, {
        story: { origins: takers.map(({ key, channel }) => makeOrigin(`ch:${channel}`, [key])) },
      }),
    )
    const shared = layout.rows.find(({ rows }) => rows.length > 1)
    expect(shared && nameShared(shared, input, face)).toMatch(
      /^and (\d+) more channels with \1 more origins$/,
    )
  })

  it('links leave how each channel came by it, and a count of the others', () => {
    const signals = [
      told('a/1', 0),
      ...Array.from({ length: 90 }, (_, index) => told(`b${index % 9}/${index + 1}`, 30 * index)),
    ]
    const layout = layOut(
      makeInput(signals, {
        links: signals.slice(1).map(({ key }) => makeLink(key, 'a/1', 'forward')),
      }),
    )
    expect(layout.routes).toHaveLength(9)
    expect(new Set(layout.routes.map(({ taker }) => taker.row)).size).toBe(9)
    expect(layout.linksLeftOut).toBeGreaterThan(0)
  })
})

describe('nothing hides another', () => {
  const minutes = [0, 1, 1, 2, 2, 2, 7, 7, 9, 30, 31, 31, 60, 61, 90, 90, 91, 120]
  const signals = minutes.map((minute, index) =>
    told(`c${index % 5}/${index + 1}`, minute, {
      ...(index % 4 === 3 ? { revision: 1 } : {}),
      ...(index % 6 === 5 ? { deletedAt: minutesOn(200) } : {}),
    }),
  )
  const input = makeInput(signals, {
    links: signals
      .slice(1)
      .map(({ key }, index) => makeLink(key, signals[index >> 1]?.key ?? '', 'copy'))
      .filter(({ from, to }) => from.slice(0, 2) !== to.slice(0, 2)),
  })
  const layout = layOut(input)

  it('dots of a row stand clear of each other', () => {
    for (const dot of layout.dots)
      for (const other of layout.dots)
        if (other !== dot && other.row === dot.row)
          expect(Math.abs(other.x - dot.x)).toBeGreaterThanOrEqual(other.radius + dot.radius)
  })

  it('an edited and a deleted post do not share a dot with one that stands', () => {
    for (const { marks } of layout.dots) {
      expect(new Set(marks.map(({ deleted }) => deleted === false)).size).toBe(1)
      expect(new Set(marks.map(({ edited }) => edited)).size).toBe(1)
    }
  })

  it('words stay in their row, on the page, and off the dots', () => {
    const words = [...placeDotWords(layout, input, face), ...placeKindWords(layout, input, face)]
    expect(words.length).toBeGreaterThan(5)
    for (const { x, width, y, row } of words) {
      expect(Math.abs(y - (layout.rows[row]?.y ?? 0))).toBeLessThan(43)
      expect(x + width).toBeLessThanOrEqual(page.width)
      for (const dot of layout.dots.filter((other) => other.row === row))
        expect(x > dot.x || x + width < dot.x - dot.radius).toBe(true)
    }
  })

  it('a line that goes down past other rows goes round their dots', () => {
    const layoutOfThree = layOut(
      makeInput([told('a/1', 0), told('b/1', 0), told('c/1', 60), told('d/1', 61)], {
        links: [makeLink('c/1', 'a/1', 'forward'), makeLink('d/1', 'b/1', 'copy')],
        story: {
          origins: [makeOrigin('own:one', ['a/1', 'b/1', 'c/1', 'd/1'])],
        },
      }),
    )
    for (const { source, taker, trunkX } of layoutOfThree.routes)
      for (const dot of layoutOfThree.dots)
        if (dot.row > Math.min(source.row, taker.row) && dot.row < Math.max(source.row, taker.row))
          expect(Math.abs(dot.x - trunkX)).toBeGreaterThan(dot.radius)
  })
})
