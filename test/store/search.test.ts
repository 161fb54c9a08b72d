import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/model/archive.ts'
import { excerpt } from '../../src/store/search/excerpt.ts'
import { readQuery } from '../../src/store/search/search-query.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

async function withTexts(...texts: string[]): Promise<Archive> {
  const archive = tempArchive()
  const at = (index: number) => `2026-03-04T02:14:${String(index).padStart(2, '0')}Z`
  await commitPosts(
    archive,
    texts.map((text, index) => makePost({ id: index + 1, at: at(index), text })),
  )
  return archive
}

const ids = async (archive: Archive, words: string, rest = {}) =>
  (await archive.search.find({ words, limit: 20, offset: 0, ...rest })).map(
    ({ signal }) => signal.id,
  )

describe('search without words', () => {
  const posts = [
    makePost({ channel: 'alpha', id: 1, at: '2026-03-04T02:00:00Z', text: 'The bridge is open' }),
    makePost({ channel: 'beta', id: 2, at: '2026-03-05T02:00:00Z', text: 'The port is shut' }),
    makePost({ channel: 'alpha', id: 3, at: '2026-03-06T02:00:00Z', text: 'The road is wet' }),
  ]

  it.each([
    ['a channel', { channel: 'alpha' }, [3, 1]],
    ['a time', { since: '2026-03-05T00:00:00Z' }, [3, 2]],
    ['both, page by page', { channel: 'alpha', limit: 1, offset: 1 }, [1]],
    ['nothing', {}, []],
  ])('finds all that is left by %s, the newest first', async (_, narrow, found) => {
    const archive = tempArchive()
    await commitPosts(archive, posts)
    expect(await ids(archive, ' ', narrow)).toEqual(found)
  })

  it('finds nothing by signs that are no words', async () => {
    const archive = tempArchive()
    await commitPosts(archive, posts)
    expect(await ids(archive, '***', { channel: 'alpha' })).toEqual([])
  })
})

describe('search finds', () => {
  it.each([
    ['Arabic with harakat by bare letters', 'قَصْفٌ عَلَى المَدِينَةِ', 'قصف'],
    ['bare Arabic by a word with harakat', 'قصف على المدينة', 'قَصْف'],
    ['Arabic drawn out with tatweel', 'عـــاجل من غزة', 'عاجل'],
    ['alef in any form', 'إسرائيل تعلن', 'اسرائيل'],
    ['yeh and teh marbuta in any form', 'المستشفى في القاهرة', 'القاهره'],
    ['Arabic behind article and conjunction', 'والرئيس وصل', 'رئيس'],
    ['bare Arabic by a word with the article', 'رئيس الوزراء', 'الرئيس'],
    ['Persian with kaf and yeh of the Arabic keyboard', 'حمله موشکی ایران', 'موشكي'],
    ['Persian with a zero-width non-joiner', 'نیروها می\u200cروند', 'میروند'],
    ['Persian digits by Latin ones', '۱۶ نفر کشته شدند', '16'],
    ['Arabic digits by Persian ones', 'مقتل ١٦ شخصا', '۱۶'],
    ['Hebrew with niqqud by bare letters', 'מִלְחָמָה בַּצָּפוֹן', 'מלחמה'],
    ['Hebrew behind a prefix', 'המלחמה נמשכת', 'מלחמה'],
    ['a Hebrew acronym with its gershayim', 'דובר צה״ל הודיע', 'צה"ל'],
    ['ё by е', 'Самолёт сел', 'самолет'],
    ['е by ё', 'Самолет сел', 'самолёт'],
    ['a Russian prefix', 'Ракетный удар по порту', 'ракет*'],
    ['the last word as a prefix', 'Ракетный удар по порту', 'удар порт'],
    ['Ukrainian with an apostrophe', 'Об\u2019єднані сили', "об'єднані"],
    ['Ukrainian ї and ґ', 'Ґанок у Києві, їжак', 'їжак'],
    ['Latin without its accents', 'Erdoğan à Genève', 'geneve erdogan'],
    ['a hyphenated name', 'An F-16 landed', 'f-16'],
    ['words in any order', 'fire at the harbour', 'harbour fire'],
  ])('%s', async (_, text, words) => {
    expect(await ids(await withTexts('something else', text), words)).toEqual([2])
  })

  it('a phrase only where its words follow each other', async () => {
    const archive = await withTexts('missile strike on port', 'strike by missile')
    expect(await ids(archive, '"missile strike"')).toEqual([1])
    expect(await ids(archive, 'missile strike')).toEqual([2, 1])
  })

  it('й and и apart', async () => {
    expect(await ids(await withTexts('мои слова', 'мой дом'), '"мой"')).toEqual([2])
  })

  it('nothing for a word that is not there, or for no word', async () => {
    const archive = await withTexts('harbour')
    for (const words of ['airport', '', '   ', '***', '"', '""']) {
      expect(await ids(archive, words)).toEqual([])
    }
  })

  it('deleted signals too', async () => {
    const archive = await withTexts('harbour')
    await commitPosts(archive, [], {
      covers: { channel: 'alpha', from: 1, to: 1, ids: [] },
      seenAt: '2026-03-04T09:00:00Z',
    })
    expect(await ids(archive, 'harbour')).toEqual([1])
  })
})

describe('a search', () => {
  it('gives the newest first, in pages', async () => {
    const archive = await withTexts('fire a', 'fire b', 'fire c', 'fire d')
    expect(await ids(archive, 'fire', { limit: 2 })).toEqual([4, 3])
    expect(await ids(archive, 'fire', { limit: 2, offset: 2 })).toEqual([2, 1])
  })

  it('is narrowed by time, channel in any spelling, and language', async () => {
    const archive = await withTexts('fire a', 'fire b')
    await commitPosts(archive, [makePost({ channel: 'Beta', id: 9, text: 'fire c' })])
    expect(await ids(archive, 'fire', { since: '2026-03-04T02:14:01Z' })).toEqual([9, 2])
    expect(await ids(archive, 'fire', { channel: 'BETA' })).toEqual([9])
    expect(await ids(archive, 'fire', { lang: 'und' })).toEqual([9, 2, 1])
    expect(await ids(archive, 'fire', { lang: 'ru' })).toEqual([])
  })

  it('never fails, whatever is typed', async () => {
    const archive = await withTexts('fire at the harbour', 'пожар в порту')
    const syntax = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      'AND',
      'NOT',
      'NEAR(',
      ':',
      '^',
      '-',
      '\0',
      'fire',
      'пожар',
      ' ',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(syntax).map((parts) => parts.join('')),
      fc.array(syntax).map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        const hits = await archive.search.find({ words, limit: 5, offset: 0 })
        expect(hits.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 500 },
    )
  })

  it('finds every word of what it stored', async () => {
    const archive = await withTexts('Вчера ночью в Сызрани горел НПЗ, сообщает «Волга»')
    for (const word of ['Вчера', 'ночью', 'Сызрани', 'горел', 'НПЗ', 'Волга']) {
      expect(await ids(archive, word)).toEqual([1])
    }
  })
})

describe('an excerpt', () => {
  const of = (text: string, typed: string) => excerpt(text, readQuery(typed))

  it.each([
    [
      'marks the words as they stand in the text',
      'Самолёт сел',
      'самолет',
      '\u0002Самолёт\u0003 сел',
    ],
    ['marks whole words by a prefix', 'Ракетный удар', 'ракет*', '\u0002Ракетный\u0003 удар'],
    [
      'marks a phrase as one',
      'a missile strike now',
      '"missile strike"',
      'a \u0002missile strike\u0003 now',
    ],
    ['marks every hit', 'fire, fire', 'fire', '\u0002fire\u0003, \u0002fire\u0003'],
    ['marks a word with its article', 'وصل والرئيس', 'رئيس', 'وصل \u0002والرئيس\u0003'],
    ['is one line', 'fire\n\nat  night', 'fire', '\u0002fire\u0003 at night'],
    ['is the beginning where nothing is marked', 'harbour', 'fire', 'harbour'],
  ])('%s', (_, text, typed, expected) => {
    expect(of(text, typed)).toBe(expected)
  })

  it('shows the words around the first hit of a long text', () => {
    const found = of(`${'before '.repeat(100)}fire ${'after '.repeat(100)}`, 'fire')
    expect(found).toMatch(/^…before .*\u0002fire\u0003 after.*…$/)
    expect(found.length).toBeLessThan(230)
  })

  it('loses and adds no word of a text that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string(), (text, typed) => {
        const bare = of(text, typed).replace(/[\u0002\u0003]/g, '')
        expect(bare).toBe(
          text
            .replace(/[\u0002\u0003]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
      }),
    )
  })
})
