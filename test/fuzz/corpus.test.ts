import { describe, expect, it } from 'vitest'
import { seeded } from '../bench/random.ts'
import { readCorpus } from './corpus.ts'
import { minimise } from './minimise.ts'
import { dictionaryOf, mutate } from './mutate.ts'
import { subjects } from './subjects.ts'

const mutated = 150

describe.each(Object.entries(subjects))('the %s parser', (name, parse) => {
  const corpus = readCorpus(name)

  it('answers every input of the corpus, findings of the fuzzer among them', () => {
    expect(corpus.length).toBeGreaterThan(0)
    for (const bytes of corpus) {
      expect(() => {
        parse(bytes)
      }).not.toThrow()
    }
  })

  it('answers whatever is made of them, with a value or an error that names the item', () => {
    const random = seeded(11)
    const tools = { corpus, dictionary: dictionaryOf(corpus), maxBytes: 8192 }
    for (let left = mutated; left > 0; left--) {
      const bytes = mutate(random.pick(corpus), random, tools)
      expect(() => {
        parse(bytes)
      }, Buffer.from(bytes).toString('base64')).not.toThrow()
    }
  })
})

describe('minimise', () => {
  it('leaves only what breaks the parser', () => {
    const bytes = Buffer.from(`${'a'.repeat(300)}!${'b'.repeat(300)}`)
    expect(Buffer.from(minimise(bytes, (shorter) => shorter.includes(33))).toString()).toBe('!')
  })
})
