import { describe, expect, it } from 'vitest'
import type { Stub } from '../../src/model/stub.ts'
import { makeChannel, makeLink, makeOrigin, makeStub, makeTold } from '../helpers/make-story.ts'
import {
  contested,
  contestedSignals,
  english,
  fiveLanguages,
  hebrew,
  withdrawn,
} from '../export/stub-cases.ts'

const body = (stub: Stub) =>
  stub.body.map((paragraph) => paragraph.map(({ text }) => text).join(' '))
const tldr = (stub: Stub) => stub.tldr.map(({ text }) => text)
const all = (stub: Stub) => [stub.headline, ...tldr(stub), ...body(stub)].join('\n')
const report = (text: string) => makeTold('alpha/1', text)

describe('composeStub', () => {
  it('makes every part of a published page that a machine can know', () => {
    const stub = english()
    expect(stub).toMatchObject({
      stub: 4711,
      state: 'draft',
      section: 'The Wire',
      kicker: { beat: 'Statecraft', form: 'Dispatch', topic: 'Political' },
      strength: 'strong',
      headline:
        'Ukrainian President Volodymyr Zelensky calls for the domestic production of Patriot air-defense missiles…',
      byline: 'The Zioneer Intelligence Desk',
      lang: 'en',
      sourceNote: { primary: 'Internal intake', reviewedSignals: 2, signals: 2, window: '20:46' },
      sourcing: 'echoed',
      corroboration: 'Corroboration is awaited.',
      sources: [
        'Internal intake',
        'Two signals from two monitored channels, in English',
        'One origin',
        'Named by permission: OSINTdefender channel',
      ],
    })
    expect(tldr(stub)).toEqual([
      'Ukrainian President Volodymyr Zelensky calls for the domestic production of Patriot air-defense missiles in Ukraine, following a "significant" Russian attack on Kyiv, according to the OSINTdefender channel.',
      'Both monitored channels that carry it trace to a single source (the OSINTdefender channel), and no independent corroboration was found.',
    ])
    expect(body(stub)).toEqual([
      'Ukrainian President Volodymyr Zelensky calls for the domestic production of Patriot air-defense missiles in Ukraine, following a "significant" Russian attack on Kyiv, the OSINTdefender channel reported on Friday at 20:46. The channel added: “Zelensky argued that domestic manufacturing is essential for reliably protecting lives and strengthening national security.”',
      'The statement was carried by two monitored channels, both tracing to one origin. Of the two posts, one is an unmarked copy.',
      'This is not the first such statement, as The Zioneer has reported (June 21, July 2): the latest earlier dispatch was headlined “Kyiv appeals to Washington for a Patriot licence”.',
      'No further details — casualty figures, target locations or the number of incoming missiles — have been given. The statement is attributed to a single source (the OSINTdefender channel) and remains unverified by other independent channels. Corroboration is awaited.',
    ])
    expect(stub.related.map(({ date }) => date)).toEqual(['2026-07-02', '2026-06-21'])
  })

  it('gives the same stub for the same input', () => {
    expect(JSON.stringify(english())).toBe(JSON.stringify(english()))
  })

  it('rests every sentence that says something on the words it took', () => {
    const text = '⚡️ Shelling hit the bridge at Sumy. Two were hurt there.\n@sumy_now'
    const stub = makeStub([report(text)])
    const [lead] = stub.body
    expect(lead?.map(({ spans }) => spans.map(({ from, to }) => text.slice(from, to)))).toEqual([
      ['Shelling hit the bridge at Sumy.'],
      ['Two were hurt there.'],
    ])
    expect(stub.tldr[0]?.spans[0]).toEqual({ signal: 'alpha/1', from: 3, to: 35 })
  })

  it('quotes a foreign post in the original, names its language, and keeps its direction', () => {
    const stub = hebrew()
    expect(stub.headline).toBe(
      'Hebrew-language report: «צה"ל תקף 3 משגרים בדרום לבנון, סמוך למרג\' עיון»',
    )
    expect(body(stub)[0]).toBe(
      'A monitored channel wrote on Friday at 20:46, in Hebrew: «צה"ל תקף 3 משגרים בדרום לבנון, סמוך למרג\' עיון. הכוח שב לשטח ישראל בלי נפגעים.»',
    )
    expect(stub.quotations[0]).toMatchObject({
      lang: 'he',
      dir: 'rtl',
      span: { signal: 'canary_alpha/8' },
    })
    expect(stub.slug).toBe('hebrew-language-report')
  })

  it('leads with the desk’s language, and says that it is a translation and of what', () => {
    const stub = fiveLanguages()
    expect(stub.headline).toBe(
      'Drone attack on the oil refinery in Syzran, residents heard 6–7 explosions',
    )
    expect(body(stub)[0]).toContain(
      'in what appears to be a translation of a Russian-language post by another monitored channel.',
    )
    expect(body(stub)[1]).toContain(
      'reads in Russian: «Сызрань. Атака БПЛА на НПЗ, жители слышали 6–7 взрывов.»',
    )
    expect(body(stub)[1]).toContain(
      'carried by five monitored channels, tracing to at most three independent origins',
    )
  })

  it('words independence as an upper bound', () => {
    expect(fiveLanguages().sourcingNote).toBe(
      'The report rests on at most three independent origins; no link between them was found.',
    )
  })

  it.each([english, hebrew])('never speaks of sources in the plural for one origin', (make) => {
    expect(all(make())).not.toMatch(/\bsources\b/)
  })

  it('states both values of a conflict, each with who gives it and where it stands', () => {
    const stub = contested()
    expect(stub.headline).toMatch(/^Contested: /)
    expect(body(stub)).toContain(
      'On the number of people killed accounts differ: a monitored channel says 16 and another monitored channel says 12.',
    )
    const texts = new Map(contestedSignals.map(({ key, text }) => [key, text]))
    const spans = stub.body[2]?.[0]?.spans ?? []
    expect(spans.map(({ signal, from, to }) => texts.get(signal)?.slice(from, to))).toEqual([
      '16',
      '12',
    ])
    expect(tldr(stub)[1]).toContain('(16 or 12)')
    expect(stub.corroboration).toBe('Clarification of the number of people killed is awaited.')
  })

  it('says first that a story was withdrawn', () => {
    const stub = withdrawn()
    const loud =
      'This report has been withdrawn and must not be used: the post it rests on has been deleted.'
    expect(stub.headline).toMatch(/^Withdrawn: /)
    expect([tldr(stub)[0], body(stub)[0], stub.sourcingNote]).toEqual([loud, loud, loud])
    expect(stub.corroboration).toBe('')
    expect(all(stub)).not.toMatch(/awaited/)
  })

  it('does not put the correction of an edited post as what it had claimed', () => {
    const signal = makeTold('alpha/1', 'The claim about the dam was wrong, we took it down', {
      revision: 1,
      revisions: [
        { revision: 0, at: '2026-07-10T17:46:00Z', text: 'The dam has burst' },
        {
          revision: 1,
          at: '2026-07-10T18:46:00Z',
          text: 'The claim about the dam was wrong, we took it down',
        },
      ],
    })
    const stub = makeStub([signal], {
      story: { sourcing: 'withdrawn', origins: [makeOrigin('ch:alpha', ['alpha/1'], true)] },
    })
    expect(tldr(stub)).toEqual([
      'This report has been withdrawn and must not be used: the source that made it has taken it back.',
      'The post now reads: “The claim about the dam was wrong, we took it down.”',
    ])
  })

  it('says what was deleted and edited in a story that stands', () => {
    const gone = makeTold('beta/2', 'Blast heard in the port of Odesa', {
      deletedAt: '2026-07-10T18:00:00Z',
      deletion: 'suspected',
    })
    const stub = makeStub([report('A blast was heard in the port of Odesa.'), gone], {
      story: { sourcing: 'echoed' },
    })
    expect(body(stub).at(-1)).toMatch(
      /^One of the two posts is no longer shown by its channel and may have been deleted\. /,
    )
  })

  it.each<[string, Parameters<typeof makeLink>, string]>([
    ['an outlet it cites', ['alpha/1', 'out:afp', 'cite'], ', citing AFP.'],
    ['a forward', ['alpha/1', 'ch:gone', 'forward'], ', forwarding a post by another channel.'],
    ['a channel it cites', ['alpha/1', 'beta/9', 'cite'], ', citing another channel.'],
  ])('tells %s', (_title, link, expected) => {
    const stub = makeStub([report('Two tankers were hit off Fujairah.')], {
      links: [makeLink(...link)],
    })
    expect(body(stub)[0]).toBe(
      `Two tankers were hit off Fujairah, a monitored channel reported on Friday at 20:46${expected}`,
    )
  })

  it('takes the outlet out of the words where the attribution names it', () => {
    const stub = makeStub([report('AFP: Two tankers were hit off Fujairah')], {
      links: [makeLink('alpha/1', 'out:afp', 'cite')],
    })
    expect(stub.headline).toBe('Two tankers were hit off Fujairah')
  })

  it('names no channel that may not be named, even where a post does', () => {
    const channels = [
      makeChannel('night_desk', { title: 'Night Desk OSINT', aliases: ['NDO 24'] }),
      makeChannel('topor', { title: 'Топор' }),
    ]
    const signals = [
      makeTold(
        'night_desk/1',
        'Night Desk OSINT has learned that the pass is closed. NDO 24 stays there.\n\nNight Desk OSINT | @night_desk',
      ),
      makeTold('topor/2', 'Топор сообщает: перевал закрыт, ждём подтверждения', { lang: 'ru' }),
      makeTold('gamma/3', 'The pass is closed, Топор reports today from the road'),
    ]
    const stub = makeStub(signals, {
      channels,
      links: [makeLink('gamma/3', 'topor/2', 'cite')],
      story: {
        sourcing: 'corroborated',
        origins: [
          makeOrigin('ch:night_desk', ['night_desk/1']),
          makeOrigin('ch:topor', ['topor/2', 'gamma/3']),
        ],
      },
    })
    const shown = [
      all(stub),
      ...stub.sources,
      stub.sourcingNote,
      ...stub.quotations.map(({ text }) => text),
    ].join('\n')
    for (const name of ['Night Desk', 'night_desk', 'NDO', 'Топор', 'topor'])
      expect(shown).not.toContain(name)
    expect(shown).toContain('[…] has learned that the pass is closed.')
  })

  it('quotes what is no plain statement', () => {
    for (const text of [
      'We saw two drones over the port!',
      'Is the port of Odesa closed now?',
      'our men hold the bridge now',
    ])
      expect(body(makeStub([report(text)]))[0]).toMatch(
        /^A monitored channel wrote on Friday at 20:46: “.*”$/,
      )
  })

  it('leads with the sentence that the story shares, not with the talk before it', () => {
    const copied = 'Container ship Meridian Star lost power off Tarifa and is drifting.'
    const stub = makeStub(
      [
        report(`Nobody in any ministry seems to read our letters. ${copied}`),
        makeTold('beta/2', copied),
      ],
      { story: { sourcing: 'echoed' } },
    )
    expect(stub.headline).toBe('Container ship Meridian Star lost power off Tarifa and is drifting')
  })

  it('leads with what the channel itself calls an update, and keeps what it said before', () => {
    const stub = makeStub([
      report('A bus overturned on the desert road and 3 people were killed.'),
      makeTold('alpha/2', 'UPDATE: 7 people were killed in the bus crash on the desert road.', {
        at: '2026-07-10T19:00:00Z',
      }),
    ])
    expect(stub.headline).toBe('7 people were killed in the bus crash on the desert road')
    expect(body(stub)[1]).toBe(
      'A bus overturned on the desert road and 3 people were killed, the same channel reported earlier, on Friday at 20:46.',
    )
  })

  it.each([
    'AFP: Two tankers were hit',
    'Two tankers were hit, AFP reports.',
    'Two tankers were hit, according to AFP',
  ])('credits an outlet once: %s', (text) => {
    const stub = makeStub([report(text)], { links: [makeLink('alpha/1', 'out:afp', 'cite')] })
    expect(body(stub)[0]).toBe(
      'Two tankers were hit, a monitored channel reported on Friday at 20:46, citing AFP.',
    )
  })

  it('sets a quotation within a quotation in single marks', () => {
    const stub = makeStub([report('The mayor spoke to us. "We need help," he said.')])
    expect(body(stub)[0]).toMatch(/“The mayor spoke to us\. ‘We need help,’ he said\.”$/)
  })

  it('takes the earlier of two foreign posts, whatever the order of the desk’s languages', () => {
    const stub = makeStub([
      makeTold('a/1', 'Удар по порту Одеси, горять склади', { lang: 'uk' }),
      makeTold('b/1', 'Удар по порту Одессы, горят склады', {
        lang: 'ru',
        at: '2026-07-10T18:00:00Z',
      }),
    ])
    expect(stub.headline).toMatch(/^Ukrainian-language report/)
  })

  it('says what there is where a post has no words', () => {
    const stub = makeStub([makeTold('alpha/1', '🔥', { media: [{ kind: 'video' }], lang: 'und' })])
    expect(stub.headline).toBe('Post without words: video')
    expect(body(stub)[0]).toBe(
      'A monitored channel posted a video and no words on Friday at 20:46.',
    )
    expect(stub.slug).toBe('post-without-words-video')
  })

  it('counts channels of one owner as one, in words', () => {
    const channels = ['a', 'b'].map((id) => makeChannel(id, { owner: 'group' }))
    const stub = makeStub(
      [makeTold('a/1', 'A blast was heard in Odesa.'), makeTold('b/1', 'Odesa: a blast')],
      {
        channels,
        story: { sourcing: 'echoed', origins: [makeOrigin('own:group', ['a/1', 'b/1'])] },
      },
    )
    expect(body(stub)[1]).toContain('Both channels have one owner and count as one.')
  })

  it('tells of one source in every sentence where a channel both copies and adds its own', () => {
    const signals = [
      makeTold('a/1', 'A blast was heard in the port of Odesa.'),
      makeTold('b/1', 'A blast was heard in the port of Odesa.'),
      makeTold('b/2', 'We saw the smoke over the port of Odesa ourselves.'),
    ]
    const links = [makeLink('b/1', 'a/1', 'copy')]
    const origins = [makeOrigin('ch:a', ['a/1', 'b/1']), makeOrigin('ch:b', ['b/2'])]
    const stub = makeStub(signals, { links, story: { sourcing: 'echoed', origins } })
    const text = [all(stub), stub.sourcingNote, ...stub.sources].join('\n')
    expect(text).not.toMatch(/independent origin|trac(?:e|ing) to/)
    expect(tldr(stub)[1]).toBe(
      'Both monitored channels that carry it count as one source, since they have an origin in common, and no independent corroboration was found.',
    )
    expect(body(stub)[1]).toContain(
      'carried by two monitored channels, which have an origin in common and count as one source.',
    )
    expect(stub.sourcingNote).toContain('is attributed to a single source and remains unverified')
    expect(stub.sources).toContain('Origins that count as one')
  })

  it('keeps headlines within 110 characters, without emoji, tags, handles or links', () => {
    const text = `🔴 BREAKING: ${'Heavy fighting is reported along the whole front line '.repeat(5)} @abc https://t.me/abc`
    const { headline } = makeStub([report(text)])
    expect(headline.length).toBeLessThanOrEqual(110)
    expect(headline).toMatch(/^Heavy fighting .*\S…$/)
  })

  it("says that channels cite each other, and that the desk's own dispatch comes back, naming nobody", () => {
    const signals = [
      report('A blast was heard in the port of Odesa.'),
      makeTold('beta/2', 'A blast in the port of Odesa, says @alpha'),
      makeTold('gamma/3', 'A blast in the port of Odesa, The Zioneer reports'),
    ]
    const links = [
      makeLink('alpha/1', 'ch:beta', 'cite'),
      makeLink('beta/2', 'alpha/1', 'cite'),
      makeLink('gamma/3', 'out:desk', 'cite'),
    ]
    const { sourcingNote } = makeStub(signals, { links })
    expect(sourcingNote).toContain('Some of the channels cite each other')
    expect(sourcingNote).toContain(
      "One signal repeats this desk's own dispatch and is not counted.",
    )
    expect(sourcingNote).not.toMatch(/alpha|beta|gamma/i)
    expect(makeStub(signals).sourcingNote).not.toMatch(/cite each other|repeat/)
  })
})
