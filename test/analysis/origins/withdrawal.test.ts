import { describe, expect, it } from 'vitest'
import { feed } from '../../helpers/feed.ts'

const claim = 'Vessel on fire two miles off Sitra, crew in the water, smoke seen from the causeway'
const sourcingOf = async (edited: string) => {
  const post = {
    channel: 'sitra_watch',
    id: 1,
    at: '2026-03-01T08:00:00Z',
    text: claim,
    edits: [{ at: '2026-03-01T09:00:00Z', text: edited }],
  }
  const { stories } = await feed({ posts: [post] })
  return stories.map(({ sourcing }) => sourcing)
}

describe('a claim is taken back', () => {
  it.each([
    ['by an edit that leaves nothing of it', 'removed'],
    [
      'by an edit that denies it',
      'This report is false: no ship burned near Sitra, the coast guard denies it',
    ],
    ['by an edit that withdraws it', 'Post removed, we take it back'],
    ['by an edit that owns up to a mistake', 'We were wrong, this did not happen'],
  ])('%s', async (_, edited) => {
    expect(await sourcingOf(edited)).toEqual(['withdrawn'])
  })
})

describe('a claim stands', () => {
  it.each([
    ['when an edit adds to it', `${claim}. UPD: three rescued`],
    [
      'when an edit tells it in other words',
      'UPD: the burning ship near Sitra is a dhow; seven sailors were pulled out',
    ],
  ])('%s', async (_, edited) => {
    expect(await sourcingOf(edited)).toEqual(['single-source'])
  })
})
