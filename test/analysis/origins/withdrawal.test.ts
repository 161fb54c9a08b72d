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

describe('a post that takes back what its channel said', () => {
  const posts = (retraction: string, channel = 'sitra_watch') => [
    { channel: 'sitra_watch', id: 1, at: '2026-03-01T08:00:00Z', text: claim },
    {
      channel: 'sitra_watch',
      id: 2,
      at: '2026-03-01T08:20:00Z',
      text: 'Free concert at the city theatre tonight, doors open at seven',
    },
    { channel, id: 3, at: '2026-03-01T09:00:00Z', text: retraction },
  ]
  const sourcings = async (input: ReturnType<typeof posts>) => {
    const { stories, storyOf } = await feed({ posts: input })
    const sourcingAt = (key: string) =>
      stories.find(({ story }) => story === storyOf(key))?.sourcing
    return [sourcingAt('sitra_watch/1'), sourcingAt('sitra_watch/2')]
  }

  it('belongs to that claim, without a reply', async () => {
    const taken = await sourcings(
      posts(
        'We retract our earlier post about the vessel: our source was wrong, nothing burned off Sitra',
      ),
    )
    expect(taken).toEqual(['withdrawn', 'single-source'])
  })

  it('takes nothing back that it does not name', async () => {
    const taken = await sourcings(posts('We retract our earlier post about the bridge in Muharraq'))
    expect(taken).toEqual(['single-source', 'single-source'])
  })

  it('takes nothing back for another channel', async () => {
    const taken = await sourcings(
      posts('We retract our earlier post about the vessel on fire off Sitra', 'gulf_notes'),
    )
    expect(taken[0]).not.toBe('withdrawn')
  })
})
