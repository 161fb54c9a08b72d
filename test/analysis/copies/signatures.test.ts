import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/analysis/text/normalise.ts'
import { SignatureBook } from '../../../src/analysis/copies/signatures.ts'

const post = (text: string) => normalise(`${text}\n\nSubscribe for more, share with friends`)
const said = (text: ReturnType<typeof normalise>) => text.words.map(({ word }) => word).join(' ')

describe('SignatureBook', () => {
  it('learns what a channel writes under its posts, and only for that channel', () => {
    const book = new SignatureBook()
    for (const text of ['First news', 'Second news', 'Third news', 'Fourth news'])
      book.learn('alpha', post(text))
    expect(said(book.strip('alpha', '', post('Fifth news')).normal)).toBe('fifth news')
    expect(said(book.strip('beta', '', post('Fifth news')).normal)).toContain('subscribe')
  })

  it('keeps a line that was seen too seldom to be a signature', () => {
    const book = new SignatureBook()
    for (const text of ['First news', 'Second news', 'Third news']) book.learn('alpha', post(text))
    expect(said(book.strip('alpha', '', post('Fourth news')).normal)).toContain('subscribe')
  })

  it('takes away the channel’s own name before anything was learned', () => {
    const text = normalise('Дамба цела\nПро воду')
    expect(said(new SignatureBook().strip('water', 'Про воду', text).normal)).toBe('дамба цела')
  })

  it('leaves a post that is nothing but a stock phrase', () => {
    const book = new SignatureBook()
    const greeting = normalise('Good morning everyone')
    for (let day = 0; day < 6; day++) book.learn('alpha', greeting)
    expect(said(book.strip('alpha', '', greeting).normal)).toBe('good morning everyone')
  })

  it('tells a post that is nothing but a stock phrase from one that has something to say', () => {
    const book = new SignatureBook()
    const greeting = normalise('Good morning everyone')
    for (let day = 0; day < 6; day++) book.learn('alpha', greeting)
    expect(book.strip('alpha', '', greeting).stock).toBe(true)
    expect(book.strip('alpha', '', normalise('The dam holds')).stock).toBeUndefined()
  })

  it('keeps a line of news that has the channel’s name in it', () => {
    const text = normalise('Склад горит в порту, сообщает Дозор\nПострадавших нет')
    expect(said(new SignatureBook().strip('dozor', 'Дозор', text).normal)).toContain('склад')
  })

  it('forgets lines that were seldom met for long, and no signature', () => {
    const book = new SignatureBook()
    for (const text of ['First news', 'Second news', 'Third news', 'Fourth news'])
      book.learn('alpha', post(text))
    for (const text of ['First news', 'Second news', 'Third news']) book.learn('beta', post(text))
    book.forgetRare()
    book.forgetRare()
    book.learn('beta', post('Fourth news'))
    const rest = (channel: string) => said(book.strip(channel, '', post('Fifth news')).normal)
    expect(rest('alpha')).toBe('fifth news')
    expect(rest('beta')).toContain('subscribe')
  })

  it('forgets a signature that is not written any more, and none that is', () => {
    const book = new SignatureBook()
    for (const channel of ['alpha', 'beta'])
      for (let count = 0; count < 4; count += 1) book.learn(channel, post('News'))
    for (let round = 0; round < 40; round += 1) {
      book.forgetRare()
      if (round % 10 === 0) book.learn('beta', post('More news'))
    }
    const rest = (channel: string) => said(book.strip(channel, '', post('Other news')).normal)
    expect(rest('alpha')).toContain('subscribe')
    expect(rest('beta')).toBe('other news')
  })
})
