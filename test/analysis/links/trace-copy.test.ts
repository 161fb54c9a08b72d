import { describe, expect, it } from 'vitest'
import type { RawPost } from '../../../src/model/signal.ts'
import { feed } from '../../helpers/feed.ts'

const bridge =
  'The swing bridge over the Lorne canal is stuck open since the morning; engineers say a bearing has cracked, ' +
  'and lorries are sent round by the lock road.'
const harvest =
  'Growers in the Harle valley have begun to bring in the hops two weeks before the usual date because of the heat.'
const museum =
  'A museum in Osterby has been given three hundred glass negatives that show the town before the great fire.'

const post = (channel: string, id: number, at: string, text: string): RawPost => ({
  channel,
  id,
  at,
  text,
})

async function copyOf(posts: readonly RawPost[], key: string) {
  const { links } = await feed({ posts })
  return links.find(({ from, kind }) => from === key && ['copy', 'variant'].includes(kind))
}

describe('a post that holds several texts', () => {
  const digest = `${museum}\n\n${bridge}\n\n${harvest}`

  it('is told by the newest, the others being background', async () => {
    const link = await copyOf(
      [
        post('alpha', 1, '2026-01-10T08:00:00Z', museum),
        post('beta', 1, '2026-02-20T08:00:00Z', bridge),
        post('gamma', 1, '2026-03-01T08:00:00Z', harvest),
        post('delta', 1, '2026-03-01T10:00:00Z', digest),
      ],
      'delta/1',
    )
    expect(link?.to).toBe('gamma/1')
  })

  it('is told by what fills most of it where all are about as old', async () => {
    const link = await copyOf(
      [
        post('alpha', 1, '2025-01-10T08:00:00Z', museum),
        post('beta', 1, '2025-01-20T08:00:00Z', bridge),
        post('gamma', 1, '2025-02-01T08:00:00Z', harvest),
        post('delta', 1, '2026-03-01T10:00:00Z', digest),
      ],
      'delta/1',
    )
    expect(link?.to).toBe('beta/1')
  })
})

describe('of several texts that a post may be a copy of', () => {
  it('the one whose signature it took along is meant', async () => {
    const sign = '\n\nLorne Watch: send us what you see'
    const signature = '\n\nHarle Daily for readers in the valley'
    const earlier = [1, 2, 3, 4, 5].flatMap((id) => [
      post('lorne', id, `2026-03-0${id}T08:00:00Z`, `Notice number ${'abcdef'.charAt(id)}${sign}`),
      post(
        'harle',
        id,
        `2026-03-0${id}T09:00:00Z`,
        `Bulletin of day ${'uvwxyz'.charAt(id)}${signature}`,
      ),
    ])
    const link = await copyOf(
      [
        ...earlier,
        post('lorne', 9, '2026-03-09T08:00:00Z', bridge + sign),
        post('harle', 9, '2026-03-09T08:05:00Z', bridge + signature),
        post('delta', 1, '2026-03-09T10:00:00Z', bridge + signature),
      ],
      'delta/1',
    )
    expect(link?.to).toBe('harle/9')
  })

  it('the excerpt is meant rather than the speech it is from', async () => {
    const link = await copyOf(
      [
        post('alpha', 1, '2026-03-01T08:00:00Z', `${museum} ${bridge} ${harvest}`),
        post('beta', 1, '2026-03-01T08:10:00Z', bridge),
        post('delta', 1, '2026-03-01T10:00:00Z', `🔴 ${bridge}`),
      ],
      'delta/1',
    )
    expect(link?.to).toBe('beta/1')
  })
})

it('a variant of a text is no copy of that text’s copies', async () => {
  const text = 'Ferry 14 to Osterby is late by 40 minutes because of fog on the sound'
  const link = await copyOf(
    [
      post('alpha', 1, '2026-03-01T08:00:00Z', `${text}; tickets stay valid until 22:00.`),
      post('beta', 1, '2026-03-01T08:10:00Z', `${text.slice(0, 38)}…`),
      post(
        'delta',
        1,
        '2026-03-01T10:00:00Z',
        `${text.replace('40', '65')}; tickets stay valid until 23:30.`,
      ),
    ],
    'delta/1',
  )
  expect(link).toMatchObject({ to: 'alpha/1', kind: 'variant' })
})

it('a post that is nothing but a signature makes no copy of the posts it stands under', async () => {
  const signature = 'Subscribe to Lorne Watch and send us news'
  const { links } = await feed({
    posts: [
      ...[bridge, harvest, museum, `${bridge} ${museum}`].map((text, index) =>
        post('lorne', index + 1, `2026-03-0${index + 1}T08:00:00Z`, `${text}\n\n${signature}`),
      ),
      post('lorne', 9, '2026-03-06T08:00:00Z', signature),
      post('delta', 1, '2026-03-06T10:00:00Z', `Snow is on its way to the pass\n\n${signature}`),
    ],
  })
  expect(links.filter(({ from, to }) => from === 'delta/1' && to === 'lorne/9')).toEqual([])
})
