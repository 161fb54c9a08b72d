import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Payload, Reader, Reading, Source } from '../../src/model/delivery.ts'
import { SourceError } from '../../src/model/errors.ts'
import { signalKey } from '../../src/model/signal.ts'

/** A source with posts waiting, in at least two deliveries unless the harness is for single ones. */
export interface OpenSource {
  source: Source
  /** Keys of every post that waits. */
  expected: readonly string[]
  /** A source of the same kind whose peer or file is not there. */
  broken: Source
  close(): Promise<void>
}

/** What a kind of source brings to the contract test. */
export interface SourceHarness {
  open(): Promise<OpenSource>
  reader: Reader
  /** A good payload of the kind; its body is replaced by garbage. */
  payload: Payload
  /** Bodies that look like the kind and are not: each must be rejected with a reason. */
  garbage: readonly (string | Uint8Array)[]
  /** A poll brings everything that waits in one delivery. */
  single?: true
  /** A poll that brings nothing for so long counts as ended; for sources that wait for more. */
  idleMs?: number
}

const longestRaw = 4_000

/** What the desk's archive does with deliveries, as far as a source can tell. */
class Committed {
  readonly texts = new Map<string, string>()
  cursor: string | undefined
  deliveries = 0
  readonly #reader: Reader

  constructor(reader: Reader) {
    this.#reader = reader
  }

  commit(delivery: Delivery): Reading {
    const reading = this.#reader(delivery.payload)
    for (const post of reading.posts) this.texts.set(signalKey(post.channel, post.id), post.text)
    this.cursor = delivery.cursor ?? this.cursor
    this.deliveries += 1
    return reading
  }

  keys(): string[] {
    return [...this.texts.keys()].sort()
  }
}

/** Commits what one poll brings, until it ends, `most` deliveries came, or nothing came for `idleMs`. */
async function pollInto(
  committed: Committed,
  source: Source,
  { idleMs, most = Infinity }: { idleMs: number; most?: number },
): Promise<void> {
  const controller = new AbortController()
  let timer = setTimeout(() => {
    controller.abort()
  }, idleMs)
  try {
    let count = 0
    for await (const delivery of source.poll({
      cursor: committed.cursor,
      signal: controller.signal,
    })) {
      committed.commit(delivery)
      count += 1
      if (count >= most) break
      clearTimeout(timer)
      timer = setTimeout(() => {
        controller.abort()
      }, idleMs)
    }
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}

function expectSound(reading: Reading): void {
  for (const rejection of reading.rejected) {
    expect(rejection.reason).toMatch(/^[a-z-]+$/)
    expect(rejection.place).not.toBe('')
    expect(rejection.detail).toMatch(/^[^\n]{5,400}$/)
    expect(rejection.raw.length).toBeLessThanOrEqual(longestRaw)
  }
  expect(reading.ignored).toBeGreaterThanOrEqual(0)
}

/** The one contract test that every source runs. */
export function describeSource(name: string, harness: SourceHarness): void {
  const idleMs = harness.idleMs ?? 5_000
  const { reader } = harness

  describe(`${name} as a source`, () => {
    let open: OpenSource
    beforeEach(async () => {
      open = await harness.open()
    })
    afterEach(async () => {
      await open.close()
    })

    it('yields raw payloads that its reader turns into posts', async () => {
      const committed = new Committed(reader)
      const controller = new AbortController()
      const { source } = open
      for await (const delivery of source.poll({ cursor: undefined, signal: controller.signal })) {
        expect(delivery.payload.source).toBe(source.name)
        expect(delivery.payload.kind).toBe(harness.payload.kind)
        expect(delivery.payload.body.length).toBeGreaterThan(0)
        expect(Date.parse(delivery.payload.receivedAt)).not.toBeNaN()
        const reading = committed.commit(delivery)
        expectSound(reading)
        for (const post of reading.posts) {
          expect(post.id).toSatisfy((id: number) => Number.isSafeInteger(id) && id > 0)
          expect(new Date(post.at).getTime()).not.toBeNaN()
        }
        if (committed.keys().length >= open.expected.length) break
      }
      expect(committed.keys()).toEqual([...open.expected].sort())
    })

    it('brings nothing new when it is polled again from the last cursor', async () => {
      const committed = new Committed(reader)
      await pollInto(committed, open.source, { idleMs })
      const before = new Map(committed.texts)
      await pollInto(committed, open.source, { idleMs })
      expect(committed.texts).toEqual(before)
    })

    it('loses nothing when a poll is abandoned after its first delivery was committed', async () => {
      const committed = new Committed(reader)
      await pollInto(committed, open.source, { idleMs, most: 1 })
      if (!harness.single) expect(committed.keys().length).toBeLessThan(open.expected.length)
      await pollInto(committed, open.source, { idleMs })
      expect(committed.keys()).toEqual([...open.expected].sort())
    })

    it('loses nothing when every poll is abandoned after two deliveries', async () => {
      const committed = new Committed(reader)
      for (let polls = 0; polls <= open.expected.length; polls += 1) {
        await pollInto(committed, open.source, { idleMs, most: 2 })
        if (committed.keys().length === open.expected.length) break
      }
      expect(committed.keys()).toEqual([...open.expected].sort())
    })

    it('delivers again what was handed over but not committed', async () => {
      const controller = new AbortController()
      for await (const delivery of open.source.poll({
        cursor: undefined,
        signal: controller.signal,
      })) {
        expect(delivery.payload.body.length).toBeGreaterThan(0)
        break
      }
      const committed = new Committed(reader)
      await pollInto(committed, open.source, { idleMs })
      expect(committed.keys()).toEqual([...open.expected].sort())
    })

    it('ends quietly and soon when it is aborted', async () => {
      const controller = new AbortController()
      let deliveries = 0
      let abortedAt = 0
      for await (const delivery of open.source.poll({
        cursor: undefined,
        signal: controller.signal,
      })) {
        expect(delivery.payload.source).toBe(open.source.name)
        deliveries += 1
        abortedAt ||= Date.now()
        controller.abort()
      }
      expect(deliveries).toBe(1)
      expect(Date.now() - abortedAt).toBeLessThan(2_000)
    })

    it('brings nothing when it was aborted before it began', async () => {
      const committed = new Committed(reader)
      for await (const delivery of open.source.poll({
        cursor: undefined,
        signal: AbortSignal.abort(),
      })) {
        committed.commit(delivery)
      }
      expect(committed.deliveries).toBe(0)
    })

    it('throws a SourceError of one line when it cannot be reached', async () => {
      const poll = async () => {
        for await (const delivery of open.broken.poll({
          cursor: undefined,
          signal: AbortSignal.timeout(15_000),
        })) {
          expect(delivery).toBe('nothing can be delivered')
        }
      }
      const error: unknown = await poll().then(
        () => undefined,
        (fault: unknown) => fault,
      )
      expect(error).toBeInstanceOf(SourceError)
      const { fault, message } = error as SourceError
      expect(fault).toMatch(/^[a-z-]+$/)
      expect(message).toMatch(/^[^\n]{10,400}$/)
      expect(message).toContain(open.broken.name)
    })
  })

  describe(`the reader of ${name}`, () => {
    it.each(harness.garbage.map((body, index) => ({ index, body })))(
      'rejects garbage $index with a reason',
      ({ body }) => {
        const reading = reader({ ...harness.payload, body })
        expect(reading.posts).toEqual([])
        expect(reading.rejected.length).toBeGreaterThan(0)
        expectSound(reading)
      },
    )

    it('never throws, whatever the bytes', () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array(), fc.json()),
          (body: string | Uint8Array) => {
            expectSound(reader({ ...harness.payload, body }))
          },
        ),
      )
    })

    it('reads one payload the same way twice, and survives it cut anywhere', () => {
      const { body } = harness.payload
      const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
      expect(reader(harness.payload)).toEqual(reader(harness.payload))
      fc.assert(
        fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
          expectSound(reader({ ...harness.payload, body: text.slice(0, length) }))
        }),
      )
    })
  })
}
