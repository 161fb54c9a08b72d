import { describe, expect, it } from 'vitest'
import { makeStub, makeTold } from '../helpers/make-story.ts'

const old = makeTold(
  'alpha/1',
  'Water is over the lower quay and 40 people were taken to the school.',
  {
    at: '2026-01-17T08:00:00Z',
  },
)
const again = { ...old, key: 'beta/5', channel: 'beta', id: 5, at: '2026-06-20T09:00:00Z' }

describe('a stub on an old post that came back', () => {
  const story = {
    event: 'strike' as const,
    returned: {
      signal: 'beta/5',
      at: '2026-06-20T09:00:00Z',
      first: 'alpha/1',
      firstAt: '2026-01-17T08:00:00.000Z',
    },
  }
  const stub = makeStub([old, again], { story })

  it('says so first, with the date and the age', () => {
    const said = /^This is not new: .*first posted on January 17, 2026, 5 months before/
    expect(stub.tldr[0]?.text).toMatch(said)
    expect(stub.body[0]?.[0]?.text).toMatch(said)
  })

  it('is weak news, whatever the post tells', () => {
    expect(stub.strength).toBe('weak')
  })
})
