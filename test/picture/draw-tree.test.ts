import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { drawTree } from '../../src/picture/draw-tree.ts'
import { page, sizes } from '../../src/picture/geometry.ts'
import { englishLabels, inLargestUnit } from '../../src/picture/labels.ts'
import { renderPicture } from '../../src/picture/render-picture.ts'
import { makeLink, makeOrigin, makeTold } from '../helpers/make-story.ts'
import { face, makeInput, minutesOn } from './helpers.ts'

const told = (key: string, minutes: number, overrides = {}) =>
  makeTold(key, 'A report.', { at: minutesOn(minutes), ...overrides })

const read = (svg: string) => load(svg, { xml: true })
const textsOf = (svg: string) =>
  read(svg)('text')
    .toArray()
    .map((text) =>
      read(svg)(text)
        .text()
        .replace(/[\u2066-\u2069]/g, ''),
    )

const two = [told('a/1', 0), told('b/1', 60)]

describe('drawTree', () => {
  it('says sourcing, counts, headline, names, times and what the signs mean', () => {
    const svg = drawTree(
      makeInput(two, {
        links: [makeLink('b/1', 'a/1', 'forward')],
        titles: { b: 'שם הערוץ' },
        story: { sourcing: 'echoed', headline: 'Fire at the port.' },
      }),
      face,
    )
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        'echoed',
        '1 origin · 2 channels · 2 signals',
        'Fire at the port.',
        'Story 12 · times in Asia/Jerusalem',
        'a',
        'שם הערוץ',
        '@b',
        'origin',
        'forwarded',
        '20:46',
        '21:46',
      ]),
    )
  })

  it('explains no sign that does not occur', () => {
    const texts = textsOf(drawTree(makeInput([told('a/1', 0)]), face))
    for (const word of ['forwarded', 'copied', 'cited', 'translated', 'edited', 'deleted'])
      expect(texts).not.toContain(word)
  })

  it('tells what was edited, deleted, and seems deleted', () => {
    const signals = [
      told('a/1', 0, { revision: 1 }),
      told('b/1', 60, { deletedAt: minutesOn(90) }),
      told('c/1', 20, { deletedAt: minutesOn(90), deletion: 'suspected' }),
    ]
    const texts = textsOf(drawTree(makeInput(signals), face))
    expect(texts).toEqual(
      expect.arrayContaining(['20:46 edited', '21:06 seems deleted 22:16', 'edited', 'deleted']),
    )
  })

  it('speaks the language of its labels throughout', () => {
    const labels = {
      ...englishLabels,
      locale: 'he',
      origin: 'מקור',
      counts: () => 'מקור אחד',
      kinds: { ...englishLabels.kinds, forward: 'הועבר' },
    }
    const svg = drawTree(
      makeInput(two, { labels, links: [makeLink('b/1', 'a/1', 'forward')] }),
      face,
    )
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['מקור', 'מקור אחד', 'הועבר', '10 ביולי']))
  })

  it('writes nothing smaller than a phone can show', () => {
    const svg = drawTree(makeInput(two), face)
    const fontSizes = Array.from(svg.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size))
    expect(Math.min(...fontSizes)).toBeGreaterThanOrEqual(sizes.small)
  })

  const hostile = '\u202e</text><rect width="9999"/><script>&amp;"\'\u0000\ud800]]>'

  it('keeps hostile headlines, names and handles as words', () => {
    const signals = [told('a/1', 0), told(`${hostile}/1`, 5)]
    const svg = drawTree(
      makeInput(signals, {
        titles: { a: hostile },
        links: [makeLink('a/1', `out:${hostile}`, 'cite')],
        story: { headline: hostile, origins: [makeOrigin(`own:${hostile}`, ['a/1'])] },
      }),
      face,
    )
    expect(read(svg)('script')).toHaveLength(0)
    expect(read(svg)('rect[width="9999"]')).toHaveLength(0)
    expect(svg).not.toMatch(/[\u202a-\u202e\u0000]/)
  })

  it('stays within the height that Telegram shows well, whatever the story', () => {
    const signals = Array.from({ length: 200 }, (_, index) =>
      told(`c${index % 70}/${index + 1}`, index),
    )
    const svg = drawTree(
      makeInput(signals, {
        story: {
          headline: 'word '.repeat(100),
          origins: signals.map(({ key }, index) => makeOrigin(`ch:c${index}`, [key])),
        },
      }),
      face,
    )
    const height = Number(read(svg)('svg').attr('height'))
    expect(height).toBeLessThanOrEqual(page.mostHeight)
  })

  it('is the same for the same story', () => {
    expect(drawTree(makeInput(two), face)).toBe(drawTree(makeInput(two), face))
  })
})

describe('renderPicture', () => {
  it('gives a PNG of the size that was drawn', async () => {
    const svg = drawTree(makeInput(two), face)
    const png = Buffer.from(await renderPicture(svg, face))
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(png.readUInt32BE(16)).toBe(page.width)
    expect(png.readUInt32BE(20)).toBe(Number(read(svg)('svg').attr('height')))
  })

  it('draws letters of every script of the desk from its own font', async () => {
    const render = async (headline: string) => {
      const svg = drawTree(makeInput(two, { story: { headline } }), face)
      return Buffer.from(await renderPicture(svg, face)).toString('base64')
    }
    const drawn = await Promise.all(['х', 'ю', 'א', 'ב', 'ع', 'پ'].map(render))
    expect(new Set(drawn).size).toBe(6)
  })
})

describe('inLargestUnit', () => {
  it.each([
    [20, '1 minute'],
    [90 * 60, '90 minute'],
    [3 * 3600, '3 hour'],
    [3 * 86_400, '3 day'],
    [181 * 86_400, '6 month'],
    [3 * 365.25 * 86_400, '3 year'],
  ])('says %i seconds as %s', (seconds, said) => {
    const { count, unit } = inLargestUnit(seconds)
    expect(`${count} ${unit}`).toBe(said)
  })
})
