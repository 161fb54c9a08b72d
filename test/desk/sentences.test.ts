import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/desk/compose/sentences.ts'

const said = (text: string, own: string[] = [], hidden: string[] = []) =>
  splitSentences(text, own, hidden).map((extract) => extract.text)

describe('splitSentences', () => {
  it.each<[string, string, string[]]>([
    [
      'ends at end marks',
      'One fell. Two rose! Did three?',
      ['One fell.', 'Two rose!', 'Did three?'],
    ],
    [
      'not after abbreviations, initials and decimals',
      'Lt. Gen. J. Smith said 3.5 tons hit St. Petersburg. He left.',
      ['Lt. Gen. J. Smith said 3.5 tons hit St. Petersburg.', 'He left.'],
    ],
    [
      'not inside a Russian abbreviation',
      'В г. Сызрань на ул. Мира 5 тыс. жителей без света. Ремонт идёт.',
      ['В г. Сызрань на ул. Мира 5 тыс. жителей без света.', 'Ремонт идёт.'],
    ],
    [
      'joins a wrapped line, parts at a line that begins anew',
      'The bridge at\nthe river fell\nNobody was hurt',
      ['The bridge at the river fell', 'Nobody was hurt'],
    ],
    [
      'takes off emoji, flags, bullets and markup',
      '⚡️🇺🇦**Kyiv** under __attack__\n🔹 Metro is open\n1. Trains run',
      ['Kyiv under attack', 'Metro is open', 'Trains run'],
    ],
    [
      'parts at a bullet where line breaks were lost',
      'مذاکرات آغاز شد🔹️وزیر سخن گفت',
      ['مذاکرات آغاز شد', 'وزیر سخن گفت'],
    ],
    [
      'parts Persian sentences that lost their space',
      'پل باز است.مسئول شهر گفت',
      ['پل باز است.', 'مسئول شهر گفت'],
    ],
    ['keeps a gershayim', 'צה"ל תקף בלבנון. אין נפגעים', ['צה"ל תקף בלבנון.', 'אין נפגעים']],
    [
      'drops links, handles and the line that calls to subscribe',
      'Shelling in Sumy https://t.me/abc/1\n\nSubscribe to our channel 👉 @sumy_now',
      ['Shelling in Sumy'],
    ],
    [
      'keeps the words of a Markdown link',
      'Ministry [confirmed the strike](https://example.org/a_b) today',
      ['Ministry confirmed the strike today'],
    ],
    [
      'drops the tag that shouts',
      'BREAKING: Blast in Erbil\nעדכון: פיצוץ בארביל',
      ['Blast in Erbil', 'פיצוץ בארביל'],
    ],
    [
      'keeps a word that only looks like a tag',
      'Update on talks is due',
      ['Update on talks is due'],
    ],
    [
      'drops a handle that lost its space',
      'Two ships were hit.@press_desk',
      ['Two ships were hit.'],
    ],
    ['drops an e-mail address', 'Write to news@example.org today', ['Write to today']],
    [
      'keeps the colon that opens a list',
      'Rates today:\n- euro 110,9',
      ['Rates today:', 'euro 110,9'],
    ],
    ['drops a source line', 'Fire at the port.\nИсточник: Волна', ['Fire at the port.']],
    ['drops "via" with its handle', 'Two tankers hit (via @sea_watch)', ['Two tankers hit']],
    [
      'drops who a sentence is from, with the link that says so',
      'Fuel truck on fire, the @gulf_pulse channel writes (t.me/gulf_pulse/2).',
      ['Fuel truck on fire'],
    ],
    ['drops a run of tags', 'Fire at the port\n#odesa #port', ['Fire at the port']],
    ['has nothing to say of emoji alone', '🔥🔥🔥 !!! 123', []],
  ])('%s', (_title, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('drops the channel’s own name as a signature, and not a line that only shares a word', () => {
    expect(said('Blast in Kyiv\nKyiv Live', ['Kyiv Live'])).toEqual(['Blast in Kyiv'])
    expect(said('Kyiv\nA blast was heard', ['Kyiv Live'])).toEqual(['Kyiv', 'A blast was heard'])
  })

  it('puts […] for a name that must not be quoted, and says so', () => {
    const [first] = splitSentences(
      'The road is cut, Night Desk reports from the pass.',
      [],
      ['Night Desk'],
    )
    expect(first?.text).toBe('The road is cut, […] reports from the pass.')
    expect(first?.elides).toBe(true)
    expect(said('The road is cut, Night Desk reports', [], ['Night Desk'])).toEqual([
      'The road is cut',
    ])
    expect(said('Via @night_desk: the road is cut')).toEqual(['the road is cut'])
  })

  it('gives spans that hold the sentence in the text as posted', () => {
    const text = '⚡️ *Sumy*. Shelling of the bridge, 2 hurt.\n@sumy_now'
    expect(splitSentences(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Sumy*.',
      'Shelling of the bridge, 2 hurt.',
    ])
  })

  it('invents nothing: every character shown stands in its span, in order', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '. ',
        '\n',
        '🔹',
        '**',
        '@name_x ',
        'https://t.me/x ',
        'עדכון: ',
        '«',
        '"',
        '(',
        '\ud800',
        '\u202e',
      ),
      fc.constantFrom('Shelling in Sumy', 'пожар на заводе', 'انفجار في الميناء', 'פיצוץ בנמל'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { text: shown, from, to } of splitSentences(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeLessThanOrEqual(text.length)
          last = to
          let at = from
          for (const unit of shown.replaceAll('[…]', '').replace(/\s/gu, '')) {
            at = text.indexOf(unit, at)
            expect(at).toBeGreaterThanOrEqual(from)
            expect(at).toBeLessThan(to)
            at += unit.length
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads a post of a megabyte in no time', () => {
    const started = performance.now()
    for (const unit of ['a', '[', '(', '**', '@a ', '. ', '\n', '🔹', '\u0000', '«'])
      splitSentences(unit.repeat(500_000))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
