import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramBotSource } from '../../src/sources/telegram/telegram-bot.ts'
import { readTelegramUpdate } from '../../src/sources/telegram/telegram-update.ts'
import { BotApiServer } from '../helpers/bot-api-server.ts'
import { makeChannelPost, makePosts } from '../helpers/telegram-updates.ts'

let api: BotApiServer

beforeEach(async () => {
  api = await BotApiServer.start()
})
afterEach(() => api.close())

const makePart = (id: number, album = 'a') => ({
  channel_post: makeChannelPost({ message_id: id, media_group_id: album, photo: [{}] }),
})

interface Seen {
  /** Posts, and pauses in milliseconds, in the order they came. */
  events: (number | string)[]
}

/** Polls for so many posts; `during` runs in each pause, the first, the second, … */
async function pollFor(count: number, during: (() => void)[]): Promise<Seen> {
  const events: Seen['events'] = []
  const source = createTelegramBotSource({
    token: api.token,
    apiRoot: api.url,
    pollSeconds: 1,
    pause: (delayMs) => {
      events.push(`${delayMs} ms`)
      during.shift()?.()
      return Promise.resolve()
    },
  })
  for await (const { payload } of source.poll({
    cursor: undefined,
    signal: AbortSignal.timeout(10_000),
  })) {
    events.push(...readTelegramUpdate(payload).posts.map(({ id }) => id))
    if (events.filter((event) => typeof event === 'number').length === count) break
  }
  return { events }
}

const offsets = () => api.callsOf('getUpdates').map(({ offset }) => offset)

describe('an album at the end of a batch', () => {
  it('is waited for until no part comes any more, with nothing confirmed meanwhile', async () => {
    api.push(...makePosts(1), makePart(2))
    const { events } = await pollFor(4, [() => api.push(makePart(3)), () => api.push(makePart(4))])
    expect(events).toEqual(['1500 ms', '1500 ms', '1500 ms', 1, 2, 3, 4])
    expect(offsets()).toEqual([0, 0, 0, 0])
    expect(api.updates.unconfirmed).toHaveLength(4)
  })

  it('is not waited for when another post follows it', async () => {
    api.push(makePart(1), makePart(2), ...makePosts(3))
    expect((await pollFor(3, [])).events).toEqual([1, 2, 3])
  })

  it('is given as far as it came when asking again fails', async () => {
    api.push(makePart(1))
    const { events } = await pollFor(1, [
      () => {
        api.script('getUpdates', 'reset')
      },
    ])
    expect(events).toEqual(['1500 ms', 1])
  })

  it('keeps what was found when the server has let go of it meanwhile', async () => {
    api.push(makePart(1))
    const { events } = await pollFor(2, [
      () => {
        api.updates.take({ offset: 1_001 })
        api.push(makePart(2))
      },
    ])
    expect(events).toEqual(['1500 ms', '1500 ms', 1, 2])
  })

  it('is given part by part where more than one answer is full of it', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => index + 1)
    api.push(...ids.map((id) => makePart(id)))
    const { events } = await pollFor(120, [])
    expect(events.filter((event) => typeof event === 'number')).toEqual(ids)
  })

  it('takes words that speak of albums for no album', async () => {
    api.push({ channel_post: makeChannelPost({ text: '{"media_group_id":"a"}' }) })
    expect((await pollFor(1, [])).events).toEqual([7])
  })
})
