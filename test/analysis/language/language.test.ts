import { existsSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../src/analysis/language/language.ts'
import { benchLangid } from '../../bench/langid.ts'

const shared = path.resolve(import.meta.dirname, '../../../shared/data/langid')

describe('detectLanguage', () => {
  it.each([
    ['en', 'The ministry said that two people were hurt in the north of the country'],
    ['ru', 'Министерство сообщило, что на севере страны пострадали два человека'],
    ['uk', 'Міністерство повідомило, що на півночі країни постраждали двоє людей'],
    ['ar', 'قالت الوزارة إن شخصين أصيبا في شمال البلاد'],
    ['he', 'המשרד מסר כי שני בני אדם נפצעו בצפון המדינה'],
    ['fa', 'وزارتخانه گفت که دو نفر در شمال کشور زخمی شده‌اند'],
    ['be', 'Міністэрства паведаміла, што на поўначы краіны пацярпелі два чалавекі'],
    ['bg', 'Министерството съобщи, че на север в страната са пострадали двама души'],
    ['ur', 'وزارت نے کہا کہ ملک کے شمال میں دو افراد زخمی ہوئے ہیں'],
    ['fr', 'Le ministère a indiqué que deux personnes ont été blessées dans le nord du pays'],
    ['de', 'Das Ministerium teilte mit, dass im Norden des Landes zwei Menschen verletzt wurden'],
    ['es', 'El ministerio dijo que dos personas resultaron heridas en el norte del país'],
    ['tr', 'Bakanlık, ülkenin kuzeyinde iki kişinin yaralandığını söyledi'],
  ])('knows %s by its sentence', (lang, text) => {
    const answer = detectLanguage(text)
    expect(answer.lang).toBe(lang)
    expect(answer.confidence).toBeGreaterThan(0.9)
  })

  it.each([
    '',
    '   ',
    '🔥🔥🔥',
    '12:40 — 1 200',
    'https://t.me/somewhere/12',
    '@handle',
    '#новости',
  ])('guesses nothing from %j', (text) => {
    expect(detectLanguage(text)).toEqual({ lang: 'und', confidence: 0 })
  })

  it('reads the sentence, not the link, the handle or the Latin name in it', () => {
    expect(detectLanguage('https://example.com/the-news-of-the-day Взрыв в порту').lang).toBe('ru')
    expect(detectLanguage('EP-AJK Bonanza F33 سقوط هواپیمای آموزشی در ارتفاعات').lang).toBe('fa')
  })

  it('lets the channel decide what the text does not', () => {
    const ru = detectLanguage('Новости науки', { languages: ['ru'] })
    expect(ru.lang).toBe('ru')
    expect(ru.confidence).toBeGreaterThan(detectLanguage('Новости науки').confidence - 0.001)
    expect(detectLanguage('Москва', { languages: ['uk'] }).lang).toBe('uk')
    expect(detectLanguage('Москва', { languages: ['ru'] }).lang).toBe('ru')
  })

  it('weighs what the channel has written before', () => {
    const history = new Map([
      ['uk', 90],
      ['ru', 10],
    ])
    expect(detectLanguage('Москва', { history }).lang).toBe('uk')
  })

  it('does not let the channel overrule the text', () => {
    const text = 'Міністерство повідомило, що постраждали двоє людей'
    expect(detectLanguage(text, { languages: ['ru'] }).lang).toBe('uk')
  })

  it('is surer of a sentence than of a word', () => {
    const word = detectLanguage('опора')
    const sentence = detectLanguage('Компанія отримала значно більше прибутків, ніж торік')
    expect(sentence.confidence).toBeGreaterThan(word.confidence)
  })

  it('names languages that alone write a script', () => {
    expect(detectLanguage('Η κυβέρνηση ανακοίνωσε').lang).toBe('el')
    expect(detectLanguage('მთავრობამ განაცხადა').lang).toBe('ka')
  })

  it('answers any string with a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { lang, confidence } = detectLanguage(text)
        expect(lang).toMatch(/^[a-z]{2,3}$/)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe.skipIf(!existsSync(shared))('language files (skipped where ../shared is absent)', () => {
  it.each([
    ['sib200-dev-30', 0.98, 0.97],
    ['lingua-word-pairs', 0.92, 0.85],
    ['sib200-dev-full', 0.995, 0.99],
  ])('reaches its share on %s', async (file, least, leastOfDesk) => {
    const { accuracy, perLang } = await benchLangid(path.join(shared, `${file}.jsonl`))
    expect(accuracy).toBeGreaterThanOrEqual(least)
    const shares = perLang as Record<string, number>
    for (const lang of ['ru', 'uk', 'he', 'ar', 'fa']) {
      expect(shares[lang]).toBeGreaterThanOrEqual(leastOfDesk)
    }
  })
})
