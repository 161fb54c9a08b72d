import { describe, expect, test } from 'vitest'
import { renderHit } from '../../../src/cli/views/search.ts'
import { deskTime } from '../../../src/cli/terminal/desk-time.ts'
import { painter } from '../../../src/cli/terminal/paint.ts'
import { makeTold } from '../../helpers/make-story.ts'

const time = deskTime('Asia/Jerusalem')
const hit = (excerpt: string) => ({ signal: makeTold('alpha/1', excerpt), story: 12, excerpt })

describe('a search hit', () => {
  test('stands in brackets where there is no colour, and keeps the spaces around it', () => {
    const text = renderHit(
      hit('a \u0002missile\u0003 hit,\n\u0002missile\u0003s fell'),
      painter(false),
      time,
    )
    expect(text).toBe(
      '10 Jul 2026, 20:46  alpha/1  en  #12\n    a [missile] hit, [missile]s fell\n',
    )
  })

  test('is painted where there is colour', () => {
    const text = renderHit(hit('a \u0002missile\u0003'), painter(true), time)
    expect(text).toContain('a \u001b[33m\u001b[1mmissile\u001b[22m\u001b[39m')
  })

  test('brings no control character of the post along', () => {
    const text = renderHit(hit('\u0002a\u001b[2J\u0003 \u0002 \u0003b\u0007'), painter(false), time)
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})
