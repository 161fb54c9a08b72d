import { describe, expect, it } from 'vitest'
import { rememberTexts, rememberWords } from '../../src/lib/remember.ts'
import { words } from '../../src/lib/text.ts'

describe('rememberWords', () => {
  it('asks once about a word, wherever and however it is written', () => {
    const asked: string[] = []
    const read = rememberWords((word) => {
      asked.push(word)
      return { length: word.length }
    })
    const found = words('Київ, КИЇВ and Kyiv').concat(words('київ again'))
    expect(found.map((word) => read(word).length)).toEqual([4, 4, 3, 4, 4, 5])
    expect(asked).toEqual(['київ', 'and', 'kyiv', 'again'])
  })

  it('keeps the answers of several readers apart, and goes on when there are too many', () => {
    const readers = Array.from({ length: 40 }, (_, number) =>
      rememberWords((word) => ({ said: `${number} ${word}` })),
    )
    const [word] = words('ракета')
    if (word === undefined) throw new Error('no word')
    for (const round of [1, 2]) {
      const said = readers.map((read) => read(word).said)
      expect(said, `round ${round}`).toEqual(readers.map((_, number) => `${number} ракета`))
    }
  })

  it('answers for a word that carries no notes', () => {
    const read = rememberWords((word) => ({ word }))
    expect(read({ word: 'x', from: 0, to: 1 })).toEqual({ word: 'x' })
  })
})

describe('texts that are asked about again', () => {
  it('are read once, as long as no more than so many others were asked about since', () => {
    const read: string[] = []
    const remembered = rememberTexts((text) => {
      read.push(text)
      return { text }
    }, 2)
    for (const text of ['one', 'two', 'one', 'three', 'one', 'two']) {
      expect(remembered(text)).toEqual({ text })
    }
    expect(read).toEqual(['one', 'two', 'three'])
  })

  it('are forgotten in the end', () => {
    const read: string[] = []
    const remembered = rememberTexts((text) => {
      read.push(text)
      return { text }
    }, 2)
    for (const text of ['one', 'two', 'three', 'four', 'five', 'one']) remembered(text)
    expect(read.filter((text) => text === 'one')).toHaveLength(2)
  })
})
