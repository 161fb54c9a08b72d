import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/model/delivery.ts'
import { SourceError } from '../../src/model/errors.ts'
import {
  createTelegramBotSource,
  type BotHealth,
  type TelegramBotOptions,
} from '../../src/sources/telegram/telegram-bot.ts'
import { readTelegramUpdate } from '../../src/sources/telegram/telegram-update.ts'
import { BotApiServer, type ScriptedAnswer } from '../helpers/bot-api-server.ts'
import { deadUrl } from '../helpers/http-server.ts'
import { makeChannelPost, makePosts } from '../helpers/telegram-updates.ts'

let api: BotApiServer
let health: BotHealth[]
let pausesMs: number[]

beforeEach(async () => {
  api = await BotApiServer.start()
  health = []
  pausesMs = []
})
afterEach(() => api.close())

/** A source whose pauses are noted and take no more than a moment. */
const sourceOf = (options: Partial<TelegramBotOptions> = {}) =>
  createTelegramBotSource({
    token: api.token,
    apiRoot: api.url,
    pollSeconds: 1,
    random: () => 0.5,
    onHealth: (told) => health.push(told),
    pause: async (delayMs) => {
      pausesMs.push(delayMs)
      await new Promise((resolve) => setTimeout(resolve, Math.min(delayMs, 5)))
    },
    ...options,
  })

interface Desk {
  cursor: string | undefined
  /** Ids of the posts, as often as they were delivered. */
  ids: number[]
}

const newDesk = (): Desk => ({ cursor: undefined, ids: [] })

function commit(desk: Desk, { payload, cursor }: Delivery): void {
  desk.ids.push(...readTelegramUpdate(payload).posts.map(({ id }) => id))
  desk.cursor = cursor
}

/** Polls and commits until so many posts came in all; a poll that never brings them fails the test. */
async function pollUntil(desk: Desk, count: number, source = sourceOf()): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => {
    controller.abort()
  }, 10_000)
  for await (const delivery of source.poll({ cursor: desk.cursor, signal })) {
    commit(desk, delivery)
    if (desk.ids.length >= count) controller.abort()
  }
  clearTimeout(timer)
}

const faultOf = async (poll: Promise<unknown>): Promise<unknown> =>
  poll.then(
    () => undefined,
    (fault: unknown) => fault,
  )

describe('the bot source', () => {
  it('yields one payload an update, each with the cursor that follows it', async () => {
    api.push(...makePosts(1, 2))
    const deliveries: Delivery[] = []
    for await (const delivery of sourceOf().poll({
      cursor: undefined,
      signal: AbortSignal.timeout(10_000),
    })) {
      deliveries.push(delivery)
      if (deliveries.length === 2) break
    }
    expect(deliveries.map(({ cursor }) => cursor)).toEqual(['1001', '1002'])
    expect(deliveries.map(({ payload }) => JSON.parse(String(payload.body)) as unknown)).toEqual(
      makePosts(1, 2).map((post, index) => ({ update_id: 1_000 + index, ...post })),
    )
    expect(deliveries[0]?.payload).toMatchObject({
      source: 'telegram-bot',
      kind: 'telegram-update',
      address: 'update 1000',
    })
  })

  it('receives what is posted while it waits in a long poll', async () => {
    const desk = newDesk()
    const polling = pollUntil(desk, 2, sourceOf({ pollSeconds: 5 }))
    await expect.poll(() => api.callsOf('getUpdates').at(-1)?.['timeout']).toBe(5)
    api.push(...makePosts(1))
    await expect.poll(() => desk.ids).toEqual([1])
    api.push(...makePosts(2))
    await polling
    expect(desk.ids).toEqual([1, 2])
  })

  it('confirms an update only after the one who asked came back for the next', async () => {
    api.push(...makePosts(1, 2, 3))
    for await (const delivery of sourceOf().poll({
      cursor: undefined,
      signal: AbortSignal.timeout(10_000),
    })) {
      expect(api.updates.unconfirmed).toEqual([1_000, 1_001, 1_002])
      if (delivery.cursor === '1003') break
    }
    expect(api.updates.unconfirmed).toEqual([1_000, 1_001, 1_002])
  })

  it('delivers again what a crash left uncommitted, and nothing that was committed', async () => {
    api.push(...makePosts(1, 2, 3))
    const desk = newDesk()
    for await (const delivery of sourceOf().poll({
      cursor: undefined,
      signal: AbortSignal.timeout(10_000),
    })) {
      if (delivery.cursor === '1002') break
      commit(desk, delivery)
    }
    expect(desk).toEqual({ cursor: '1001', ids: [1] })
    await pollUntil(desk, 3)
    expect(desk.ids).toEqual([1, 2, 3])
  })

  it('brings more than fits into one answer, in order and once', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => index + 1)
    api.push(...makePosts(...ids))
    const desk = newDesk()
    await pollUntil(desk, ids.length)
    expect(desk.ids).toEqual(ids)
  })

  it('follows the server when it numbers anew after a quiet week', async () => {
    api.push(...makePosts(1))
    const desk = newDesk()
    await pollUntil(desk, 1)
    desk.cursor = '900000000'
    api.push(...makePosts(2))
    await pollUntil(desk, 3)
    expect(desk.ids).toEqual([1, 1, 2])
    expect(desk.cursor).toBe('1002')
  })

  it.each(['', '-5', 'soon', '1e400'])(
    'starts from what is unconfirmed at cursor "%s"',
    async (cursor) => {
      api.push(...makePosts(1))
      const desk = { cursor, ids: [] }
      await pollUntil(desk, 1)
      expect(desk.ids).toEqual([1])
      expect(api.callsOf('getUpdates')[0]?.['offset']).toBe(0)
    },
  )

  it('names the kinds it wants in every request, since the server remembers them', async () => {
    api.updates.take({ allowed_updates: ['callback_query'] })
    const desk = newDesk()
    const polling = pollUntil(desk, 1)
    await expect.poll(() => api.callsOf('getUpdates').length).toBeGreaterThan(0)
    api.push(...makePosts(1))
    await polling
    expect(desk.ids).toEqual([1])
    for (const { allowed_updates } of api.callsOf('getUpdates')) {
      expect(allowed_updates).toEqual([
        'channel_post',
        'edited_channel_post',
        'message',
        'callback_query',
        'inline_query',
        'my_chat_member',
      ])
    }
  })

  it('does not spin where the server answers nothing at once', async () => {
    const desk = newDesk()
    const polling = pollUntil(desk, 1, sourceOf({ pollSeconds: 0, waits: { idleMs: 40 } }))
    await expect.poll(() => api.callsOf('getUpdates').length).toBeGreaterThan(2)
    api.push(...makePosts(1))
    await polling
    expect(pausesMs.filter((delayMs) => delayMs === 40).length).toBeGreaterThanOrEqual(2)
  })
})

describe('the bot source, when calls fail', () => {
  const conflict = { status: 409, description: 'Conflict: terminated by other getUpdates request' }
  const faults: [name: string, answer: ScriptedAnswer, fault: string][] = [
    ['409', conflict, 'conflict'],
    ['429', { status: 429, retryAfter: 3 }, 'throttled'],
    ['a 429 that names no wait', { status: 429 }, 'throttled'],
    ['500', { status: 500 }, 'unreachable'],
    ['502', { status: 502 }, 'unreachable'],
    ['400', { status: 400 }, 'refused'],
    ['404', { status: 404 }, 'refused'],
    ['a reset', 'reset', 'unreachable'],
    ['a reset in the middle of an answer', 'reset-mid-body', 'unreachable'],
    ['HTML', { body: '<html>Bad gateway</html>' }, 'garbled'],
    ['nothing', { body: '' }, 'garbled'],
    ['null', { body: 'null' }, 'garbled'],
    ['half of an answer', { body: '{"ok":true,"result":[{"upd' }, 'garbled'],
    ['no list', { body: '{"ok":true,"result":{"update_id":1}}' }, 'garbled'],
    ['an update without its id', { body: '{"ok":true,"result":[{"message":{}}]}' }, 'garbled'],
    ['a refusal without a reason', { body: '{"ok":false}' }, 'garbled'],
  ]

  /** A body that breaks off is noticed by the watchdog only, which need not be waited for here. */
  const patientWith = (answer: ScriptedAnswer) =>
    sourceOf(answer === 'reset-mid-body' ? { waits: { slackMs: 300 } } : {})

  it.each(faults)('loses nothing over %s from getUpdates', async (_, answer, fault) => {
    api.push(...makePosts(1, 2))
    api.script('getUpdates', answer, answer)
    const desk = newDesk()
    await pollUntil(desk, 2, patientWith(answer))
    expect(desk.ids).toEqual([1, 2])
    expect(health).toMatchObject([
      { state: 'retrying', fault },
      { state: 'listening', username: 'desk_bot' },
    ])
  })

  it.each(faults)('starts in spite of %s from getMe', async (_, answer, fault) => {
    api.push(...makePosts(1))
    api.script('getMe', answer)
    const desk = newDesk()
    await pollUntil(desk, 1, patientWith(answer))
    expect(desk.ids).toEqual([1])
    expect(health).toMatchObject([{ fault }, { state: 'listening' }])
  })

  it('loses nothing when the connection breaks between two batches', async () => {
    api.push(...makePosts(...Array.from({ length: 150 }, (_, index) => index + 1)))
    const desk = newDesk()
    const { signal } = new AbortController()
    for await (const delivery of sourceOf().poll({ cursor: undefined, signal })) {
      if (desk.ids.length === 50) api.script('getUpdates', conflict, 'reset', { body: '<' })
      commit(desk, delivery)
      if (desk.ids.length === 150) break
    }
    expect(desk.ids).toEqual(Array.from({ length: 150 }, (_, index) => index + 1))
  })

  it('takes over when another poller that holds the updates gives up', async () => {
    const first = newDesk()
    const controller = new AbortController()
    const other = (async () => {
      for await (const delivery of sourceOf({ pollSeconds: 30, onHealth: () => undefined }).poll({
        cursor: undefined,
        signal: controller.signal,
      })) {
        commit(first, delivery)
      }
    })()
    await expect.poll(() => api.callsOf('getUpdates').at(-1)?.['timeout']).toBe(30)
    api.push(...makePosts(1))
    await expect.poll(() => first.ids).toEqual([1])
    const second = newDesk()
    const polling = pollUntil(second, 1)
    await expect.poll(() => api.callsOf('getMe').length).toBe(2)
    controller.abort()
    await other
    api.push(...makePosts(2))
    await polling
    expect(second.ids.at(-1)).toBe(2)
  })

  it('comes back when another program took over the poll, having lost nothing', async () => {
    const desk = newDesk()
    const polling = pollUntil(desk, 1, sourceOf({ pollSeconds: 30 }))
    await expect.poll(() => api.callsOf('getUpdates').at(-1)?.['timeout']).toBe(30)
    await fetch(`${api.url}/bot${api.token}/getUpdates`, { method: 'POST' })
    await expect.poll(() => JSON.stringify(health)).toContain('"fault":"conflict"')
    api.push(...makePosts(1))
    await polling
    expect(desk.ids).toEqual([1])
  })

  it('waits as long as a 429 says, and a little more', async () => {
    api.push(...makePosts(1))
    api.script('getUpdates', { status: 429, retryAfter: 7 })
    await pollUntil(newDesk(), 1, sourceOf({ waits: { firstRetryMs: 100 } }))
    expect(pausesMs[0]).toBe(7_050)
  })

  it('waits longer after each failure in a row, up to a limit, and half at random', async () => {
    api.push(...makePosts(1))
    api.script('getUpdates', ...Array.from({ length: 5 }, () => ({ status: 500 })))
    const waits = { firstRetryMs: 100, longestRetryMs: 500 }
    await pollUntil(newDesk(), 1, sourceOf({ waits, random: () => 1 }))
    expect(pausesMs.slice(0, 5)).toEqual([100, 200, 400, 500, 500])
    pausesMs = []
    api.script('getUpdates', { status: 500 })
    api.push(...makePosts(2))
    await pollUntil(newDesk(), 1, sourceOf({ waits, random: () => 0 }))
    expect(pausesMs[0]).toBe(50)
  })

  it('tells each change of health once, not each retry', async () => {
    api.push(...makePosts(1))
    const broken = { status: 502 }
    api.script('getMe', broken, broken)
    api.script('getUpdates', broken, broken, conflict, conflict)
    await pollUntil(newDesk(), 1)
    expect(health.map((told) => ('fault' in told ? told.fault : told.state))).toEqual([
      'unreachable',
      'conflict',
      'listening',
    ])
  })

  it('gives up a half-open connection after the long poll and a little more', async () => {
    api.push(...makePosts(1))
    api.script('getUpdates', 'silence')
    const startedMs = Date.now()
    const desk = newDesk()
    await pollUntil(desk, 1, sourceOf({ waits: { slackMs: 150 } }))
    expect(desk.ids).toEqual([1])
    expect(Date.now() - startedMs).toBeLessThan(3_000)
    expect(health[0]).toMatchObject({
      fault: 'unreachable',
      message: expect.stringContaining('did not answer within 0.15 s') as string,
    })
  })

  it('keeps trying a server that is not there, until it is aborted', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const source = sourceOf({
      apiRoot: await deadUrl(),
      pause: (delayMs) => {
        pausesMs.push(delayMs)
        if (pausesMs.length === 4) controller.abort()
        return Promise.resolve()
      },
    })
    for await (const delivery of source.poll({ cursor: undefined, signal })) {
      expect(delivery).toBe('nothing can be delivered')
    }
    expect(pausesMs).toHaveLength(4)
    expect(health).toMatchObject([
      { fault: 'unreachable', message: expect.stringContaining('ECONNREFUSED') as string },
    ])
  })
})

describe('the bot source, when it must stop', () => {
  it.each(['getMe', 'getUpdates'])(
    'stops at a 401 from %s and says where the token goes',
    async (method) => {
      api.script(method, { status: 401, description: 'Unauthorized' })
      const fault = await faultOf(pollUntil(newDesk(), 1))
      expect(fault).toBeInstanceOf(SourceError)
      expect(fault).toMatchObject({
        fault: 'unauthorised',
        message: expect.stringMatching(/^telegram-bot: .*TELEGRAM_BOT_TOKEN/) as string,
      })
    },
  )

  it.each(['', 'token', '12:34/../x', '123456:AB CD'])(
    'refuses the token "%s" before any request',
    async (token) => {
      const fault = await faultOf(pollUntil(newDesk(), 1, sourceOf({ token })))
      expect(fault).toMatchObject({ fault: 'unauthorised' })
      expect(api.calls).toEqual([])
    },
  )

  it.each(['in a long poll', 'before a retry', 'on a silent connection', 'amid an album'])(
    'ends within a second when aborted: %s',
    async (moment) => {
      const controller = new AbortController()
      const { signal } = controller
      if (moment === 'before a retry') api.script('getUpdates', { status: 429, retryAfter: 60 })
      if (moment === 'on a silent connection') api.script('getUpdates', 'silence')
      if (moment === 'amid an album') {
        api.push({ channel_post: makeChannelPost({ media_group_id: 'a' }) })
      }
      const source = createTelegramBotSource({
        token: api.token,
        apiRoot: api.url,
        pollSeconds: 30,
        waits: { albumMs: 60_000 },
        onHealth: (told) => health.push(told),
      })
      let abortedMs = 0
      setTimeout(() => {
        abortedMs = Date.now()
        controller.abort()
      }, 150)
      for await (const delivery of source.poll({ cursor: undefined, signal })) {
        expect(delivery).toBe('nothing comes before the end')
      }
      expect(abortedMs).toBeGreaterThan(0)
      expect(Date.now() - abortedMs).toBeLessThan(1_000)
      const troubles = health.filter(({ state }) => state === 'retrying')
      expect(troubles).toHaveLength(moment === 'before a retry' ? 1 : 0)
    },
  )

  it('never shows the token, in health, message, stack or cause', async () => {
    const secret = api.token.split(':')[1] ?? ''
    const { url } = api
    api.push(...makePosts(1))
    const echo = `${url}/bot${api.token}/getUpdates failed`
    api.script('getMe', 'reset', { body: '<' }, { status: 400, description: echo })
    api.script(
      'getUpdates',
      'reset-mid-body',
      { status: 409, description: echo },
      {
        status: 401,
        description: echo,
      },
    )
    const fault = await faultOf(pollUntil(newDesk(), 1, sourceOf({ waits: { slackMs: 300 } })))
    expect(fault).toBeInstanceOf(SourceError)
    const { message, stack, cause } = fault as SourceError
    expect(cause).toBeInstanceOf(Error)
    const shown = [message, stack, (cause as Error).message, (cause as Error).stack]
    expect(JSON.stringify([shown, cause, health])).not.toContain(secret)
    expect(health.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(health)).toContain('[secret]')
  })
})
