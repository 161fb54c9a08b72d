import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/model/channel.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { feed } from '../helpers/feed.ts'

const minute = (minutes: number) => new Date(Date.UTC(2026, 6, 3, 9, minutes)).toISOString()

const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  title: id,
  outlet: false,
  aliases: [],
  languages: [],
  reliability: 'F',
  nameable: false,
  ...more,
})

const channels = [
  channel('alpha'),
  channel('beta'),
  channel('gamma'),
  channel('delta', { owner: 'group' }),
  channel('epsilon', { owner: 'group' }),
  channel('omega', { outlet: true, title: 'Omega Post' }),
]

const post = (key: string, minutes: number, text: string, more: Partial<RawPost> = {}): RawPost => {
  const [id = '', number = ''] = key.split('/')
  return { channel: id, id: Number(number), at: minute(minutes), text, ...more }
}

const quake =
  'A strong earthquake shook the Kermanshah province tonight, 14 houses fell in the village of Dalahu, ' +
  'and rescue teams from Sarpol-e Zahab are on their way.'

async function analyse(...posts: RawPost[]) {
  const fed = await feed({ posts, channels })
  const story = fed.stories.find(
    ({ story: number }) =>
      number === fed.storyOf(`${posts[0]?.channel ?? ''}/${posts[0]?.id ?? 0}`),
  )
  if (story === undefined) throw new Error('the first post is in no story')
  return { ...fed, story, kinds: fed.links.map(({ from, kind, to }) => `${from} ${kind} ${to}`) }
}

describe('links', () => {
  it('a forward of a stored post', async () => {
    const forwardedFrom = { channel: 'alpha', id: 1, at: minute(0) }
    const { kinds, story } = await analyse(
      post('alpha/1', 0, quake),
      post('beta/2', 5, quake, { forwardedFrom }),
    )
    expect(kinds).toEqual(['beta/2 forward alpha/1'])
    expect(story.sourcing).toBe('echoed')
    expect(story.origins.map(({ origin }) => origin)).toEqual(['ch:alpha'])
  })

  it('a forward from a channel that is not monitored', async () => {
    const forwardedFrom = { channel: 'outside', id: 77 }
    const { kinds, story } = await analyse(post('beta/2', 5, quake, { forwardedFrom }))
    expect(kinds).toEqual(['beta/2 forward ch:outside'])
    expect(story).toMatchObject({ sourcing: 'single-source', origins: [{ origin: 'ch:outside' }] })
  })

  it('an unmarked copy', async () => {
    const { kinds } = await analyse(
      post('alpha/1', 0, quake),
      post('beta/2', 5, `🔴 ${quake}\n\nBeta news`),
    )
    expect(kinds).toEqual(['beta/2 copy alpha/1'])
  })

  it('a copy of a post that only came to be stored later', async () => {
    const forwardedFrom = { channel: 'outside', id: 7, at: minute(-10) }
    const { kinds, story } = await analyse(
      post('alpha/1', 0, quake),
      post('beta/2', 5, quake, { forwardedFrom }),
    )
    expect(kinds).toContain('alpha/1 copy ch:outside')
    expect(story.origins.map(({ origin }) => origin)).toEqual(['ch:outside'])
  })

  it('a citation of an outlet', async () => {
    const { kinds, story } = await analyse(
      post('alpha/1', 0, 'Reuters: Oman will host a new round of talks on 14 May'),
    )
    expect(kinds).toEqual(['alpha/1 cite out:reuters'])
    expect(story.origins.map(({ origin }) => origin)).toEqual(['out:reuters'])
  })

  it('a citation of a monitored channel by its handle', async () => {
    const { kinds, story } = await analyse(
      post('alpha/1', 0, quake),
      post('beta/2', 5, 'Earthquake in Kermanshah, 14 houses down in Dalahu, via @alpha'),
    )
    expect(kinds).toEqual(['beta/2 cite alpha/1'])
    expect(story.sourcing).toBe('echoed')
  })

  it('a translation', async () => {
    const { kinds } = await analyse(
      post(
        'alpha/1',
        0,
        '⚡️Сызрань. Атака БПЛА на НПЗ, жители слышали 6–7 взрывов. Пожарные уже на месте',
      ),
      post(
        'beta/2',
        20,
        '⚡️Syzran. UAV attack on the refinery, residents heard 6–7 explosions. Firefighters are on site',
      ),
    )
    expect(kinds).toEqual(['beta/2 translation alpha/1'])
  })

  it('a variant, which derives from nothing', async () => {
    const { kinds, stories } = await analyse(
      post('alpha/1', 0, quake),
      post('beta/2', 5, quake.replace('14 houses', '41 houses').replace('Dalahu', 'Rijab')),
    )
    expect(kinds).toEqual(['beta/2 variant alpha/1'])
    expect(stories.flatMap(({ origins }) => origins.map(({ origin }) => origin))).toContain(
      'ch:beta',
    )
  })
})

describe('sourcing', () => {
  const witness =
    'We are in Dalahu, Kermanshah. The earthquake brought down 14 houses around us; people sleep in the street, ' +
    'help from Sarpol-e Zahab has just come.'

  it('is corroborated by two origins with words of their own', async () => {
    const { story } = await analyse(post('alpha/1', 0, quake), post('beta/2', 9, witness))
    expect(story).toMatchObject({ sourcing: 'corroborated', signals: ['alpha/1', 'beta/2'] })
    expect(story.reason).toContain('At most 2 independent origins')
  })

  it('is echoed when both belong to one owner', async () => {
    const { story } = await analyse(post('delta/1', 0, quake), post('epsilon/2', 9, witness))
    expect(story).toMatchObject({ sourcing: 'echoed', origins: [{ origin: 'own:group' }] })
  })

  it('is withdrawn when its only origin is deleted, whatever copies stand', async () => {
    const { story } = await analyse(
      post('alpha/1', 0, quake, { deletedAt: minute(30) }),
      post('beta/2', 9, `${quake} 🔥`),
    )
    expect(story).toMatchObject({ sourcing: 'withdrawn', origins: [{ withdrawn: true }] })
  })

  it('is withdrawn when the origin takes it back in a reply', async () => {
    const { story } = await analyse(
      post('alpha/1', 0, quake),
      post(
        'alpha/3',
        50,
        'Correction: our report about Dalahu was wrong, we apologise and withdraw it.',
        { replyTo: 1 },
      ),
    )
    expect(story.sourcing).toBe('withdrawn')
  })

  it('is contested when two origins give other figures', async () => {
    const { story } = await analyse(
      post(
        'alpha/1',
        0,
        'Bus crash on the desert road near Mallawi at dawn: 16 killed, our reporter at the Mallawi hospital counted the bodies',
      ),
      post(
        'beta/2',
        20,
        'Paramedics at the Mallawi hospital: 11 killed in the bus crash on the desert road near Mallawi at dawn',
      ),
    )
    expect(story.sourcing).toBe('contested')
    expect(story.conflicts).toMatchObject([{ detail: 'killed' }])
  })

  it('falls when an edit shows where it came from', async () => {
    const text = witness
    const edits = [{ at: minute(60), text: `${text}\n\nUPD: information from @alpha` }]
    const { story } = await analyse(post('alpha/1', 0, quake), post('beta/2', 9, text, { edits }))
    expect(story).toMatchObject({ sourcing: 'echoed', origins: [{ origin: 'ch:alpha' }] })
  })
})

describe('stories', () => {
  it('two alerts of one template for two places are two', async () => {
    const { stories } = await analyse(
      post('alpha/1', 0, '🔴 22:40 Повітряна тривога! Сумська область. Прямуйте в укриття!'),
      post('alpha/2', 12, '🔴 22:52 Повітряна тривога! Полтавська область. Прямуйте в укриття!'),
    )
    expect(stories).toHaveLength(2)
  })

  it('the same posts give the same outcome', async () => {
    const posts = [
      post('alpha/1', 0, quake),
      post('beta/2', 5, quake),
      post('gamma/3', 9, 'Other news from Muscat'),
    ]
    expect(await feed({ posts, channels })).toEqual({
      ...(await feed({ posts, channels })),
      storyOf: expect.any(Function) as unknown,
    })
  })
})

it('an offer is no report of what its words speak of', async () => {
  const offer =
    'Sponsored content. Flat for sale in Odesa, the house was hit by a missile strike and repaired, 40,000 dollars. Discount.'
  expect((await analyse(post('alpha/1', 0, offer))).story.event).toBe('other')
  const report = 'A missile strike hit a house in Odesa, the mayor said.'
  expect((await analyse(post('alpha/1', 0, report))).story.event).toBe('strike')
})

describe('the window', () => {
  const said = (key: string, minutes: number) =>
    post(
      key,
      minutes,
      `Report number ${minutes} of the desk on the harbour works in the town, part ${key}`,
    )

  it('keeps the newest signals when there are more than it may hold', async () => {
    const posts = Array.from({ length: 40 }, (_, index) => said(`alpha/${index + 1}`, index))
    const copy = post('beta/1', 600, posts[0]?.text ?? '')
    const held = await feed({ posts: [...posts, copy], channels, windowSignals: 1000 })
    expect(held.links.some(({ from, kind }) => from === 'beta/1' && kind === 'copy')).toBe(true)
    const crowded = await feed({ posts: [...posts, copy], channels, windowSignals: 10, batch: 20 })
    const copied = crowded.links.filter(({ from }) => from === 'beta/1')
    expect(copied.map(({ to }) => to)).not.toContain('alpha/1')
    expect(crowded.stories.flatMap(({ signals }) => signals)).toHaveLength(41)
  })
})
