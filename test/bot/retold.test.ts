import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reasons } from '../../src/analysis/reasons.ts'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { gapWords } from '../../src/desk/compose/blind.ts'
import { stubNotes } from '../../src/desk/compose/stub-notes.ts'
import { sourceFaults } from '../../src/lib/source-faults.ts'
import { Template } from '../../src/lib/template.ts'

const tables = {
  reasons: reasons.patterns,
  faults: sourceFaults.patterns,
  notes: stubNotes.patterns,
} as const
const scripts = { he: /\p{Script=Hebrew}/u, ru: /\p{Script=Cyrillic}/u } as const
const isolates = /\u2068[^\u2069]*\u2069/gu

const sentences = (['he', 'ru'] as const).flatMap((language) =>
  (['reasons', 'faults', 'notes'] as const).flatMap((of) =>
    Object.entries(tables[of]).map(
      ([key, english]) => [`${of}.${key} in ${language}`, { language, of, key, english }] as const,
    ),
  ),
)

test.each(sentences)('%s: it is said with the same gaps', (_what, sentence) => {
  const { language, of, key, english } = sentence
  const told = (wordsOf(language).retold?.[of] as Record<string, string>)[key] ?? ''
  expect(new Template(told).gaps.toSorted()).toEqual(new Template(english).gaps.toSorted())
  const own = told.replace(/\{\w+\}/g, '').replace(isolates, '')
  expect(own).not.toMatch(/\p{Script=Latin}|[{}]/u)
  const hasWords = /[a-z]/i.test(english.replace(/\{\w+\}/g, '').replace(/\band\b/, ''))
  if (hasWords && key !== 'opposites') expect(own).toMatch(scripts[language])
})

test.each(['he', 'ru'] as const)('in %s gaps are said that are no words of a post', (language) => {
  const gap = wordsOf(language).retold?.gap
  for (const [name, value] of [
    ['lang', 'uk'],
    ['otherLang', 'fa'],
    ['lag', '1 minute'],
    ['lag', '40 seconds'],
    ['age', '5 months'],
    ['age', '2 years'],
    ['date', 'March 5, 2024'],
    ['when', 'July 2, 23:50 – July 3, 00:10'],
    ['rule', 'cue after'],
    ...Object.values(gapWords).map((words) => ['gap', words] as const),
  ] as const) {
    expect(gap?.(name, value), value).toMatch(scripts[language])
    expect(gap?.(name, value), value).not.toMatch(/\p{Script=Latin}/u)
  }
  expect(gap?.('when', '14:02–14:31')).toBe('14:02–14:31')
  expect(gap?.('rule', 'by the moon')).toBeUndefined()
  expect(gap?.('lang', '<script>')).toBeUndefined()
})

test.each(['he', 'ru'] as const)('every concept of the gazetteer has a word in %s', (language) => {
  const rows = readFileSync('data/gazetteer/concepts.tsv', 'utf8').trim().split('\n')
  // A line that begins with a dash lists words that mean none.
  const concepts = rows.filter((row) => !/^[#-]/.test(row)).map((row) => row.split('\t')[0] ?? '')
  expect(concepts.length).toBeGreaterThan(200)
  for (const concept of concepts)
    expect(wordsOf(language).retold?.gap('term', concept), concept).toMatch(scripts[language])
  expect(wordsOf(language).retold?.gap('term', 'constructor')).toBeUndefined()
})

test('dates and lengths are written as people of the language write them', () => {
  const [he, ru] = [wordsOf('he').retold, wordsOf('ru').retold]
  expect(ru?.gap('when', 'July 2, 23:50 – July 3, 00:10')).toBe('2 июля, 23:50 – 3 июля, 00:10')
  expect(ru?.gap('date', 'March 5, 2024')).toBe('5 марта 2024 г.')
  expect(ru?.gap('age', '5 months')).toBe('5 месяцев')
  expect(he?.gap('date', 'March 5, 2024')).toBe('5 במרץ 2024')
  expect(he?.gap('age', '2 years')).toBe('שנתיים')
})
