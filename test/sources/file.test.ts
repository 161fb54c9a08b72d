import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, PayloadKind, Reading } from '../../src/model/delivery.ts'
import { FileSource } from '../../src/sources/file/file.ts'
import { readers } from '../../src/sources/readers.ts'
import { describeSource, type SourceHarness } from './source-contract.ts'

const jsonLine = (id: number, over: object = {}): string =>
  JSON.stringify({ channel: 'alpha', id, at: '2026-03-01T08:00:00Z', text: `post ${id}`, ...over })
const desktop = (ids: number[]): string =>
  JSON.stringify({
    name: 'Alpha',
    type: 'public_channel',
    id: 77,
    messages: ids.map((id) => ({
      id,
      type: 'message',
      date_unixtime: '1772352000',
      text: `${id}`,
    })),
  })
const telethonRow = (id: number): object => ({
  _: 'Message',
  id,
  peer_id: { _: 'PeerChannel', channel_id: 77 },
  date: '2026-03-01T08:00:00+00:00',
  message: `post ${id}`,
})
const range = (to: number): number[] => Array.from({ length: to }, (_, index) => index + 1)

const harnessOf = (
  kind: PayloadKind,
  content: string,
  channel: string,
  sample: string,
  garbage: string[],
): SourceHarness => ({
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intake-file-'))
    const path = join(folder, 'export.json')
    await writeFile(path, content)
    return {
      source: new FileSource(path),
      expected: range(2_300).map((id) => `${channel}/${id}`),
      broken: new FileSource(join(folder, 'no-such-file.jsonl')),
      close: () => rm(folder, { recursive: true }),
    }
  },
  reader: readers[kind],
  payload: { source: 'file:x', kind, receivedAt: '2026-03-01T09:00:00Z', body: sample },
  garbage,
})

describeSource(
  'a JSON Lines file',
  harnessOf(
    'jsonl',
    range(2_300)
      .map((id) => jsonLine(id))
      .join('\n'),
    'alpha',
    jsonLine(1),
    ['x', '{', '[]]', '{"a":1}', '7'],
  ),
)
describeSource(
  'a Telegram Desktop export',
  harnessOf('telegram-desktop', desktop(range(2_300)), 'tg77', desktop([1, 2]), [
    '',
    'x',
    '{"messages":[{}]}',
    '{"messages":[',
    '{"a":1}',
  ]),
)
describeSource(
  'a list of Telethon rows',
  harnessOf(
    'telethon',
    JSON.stringify(range(2_300).map(telethonRow), null, 1),
    'tg77',
    JSON.stringify(telethonRow(1)),
    ['x', '{"_":"Message"}', '[{"id":1}]', '[{'],
  ),
)

describe('FileSource', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intake-file-'))
    path = join(folder, 'posts.jsonl')
  })
  afterEach(() => rm(folder, { recursive: true }))

  const poll = async (source: FileSource, cursor?: string): Promise<Delivery[]> => {
    const { signal } = new AbortController()
    const deliveries: Delivery[] = []
    for await (const delivery of source.poll({ cursor, signal })) deliveries.push(delivery)
    return deliveries
  }
  const read = ({ payload }: Delivery): Reading => readers[payload.kind](payload)
  const idsOf = (deliveries: Delivery[]): number[] =>
    deliveries.flatMap((delivery) => read(delivery).posts.map(({ id }) => id))

  it.each([
    ['jsonl', jsonLine(1)],
    ['jsonl', `\uFEFF\n  ${jsonLine(1)}`],
    ['jsonl', `not json\n${jsonLine(1)}`],
    ['jsonl', `[${jsonLine(1)}]`],
    ['telegram-desktop', desktop([1])],
    ['telegram-desktop', JSON.stringify(JSON.parse(desktop([1])), null, 1)],
    ['telethon', JSON.stringify(telethonRow(1))],
    ['telethon', JSON.stringify([telethonRow(1)], null, 2)],
    [
      'telethon',
      `${JSON.stringify({ _: 'MessageService', id: 9 })}\n${JSON.stringify(telethonRow(1))}`,
    ],
  ])('recognises %s from the content (%#)', async (kind, content) => {
    await writeFile(path, content)
    const deliveries = await poll(new FileSource(path))
    expect(deliveries.map(({ payload }) => payload.kind)).toEqual([kind])
    expect(idsOf(deliveries)).toEqual([1])
  })

  it.each([
    ['gzip', gzipSync(jsonLine(1))],
    ['UTF-16', Buffer.from(`\uFEFF${jsonLine(1)}`, 'utf16le')],
    ['HTML', '<!doctype html><p>no'],
    ['JSON object', 'id,text\n1,hello'],
    ['JSON object', Buffer.of(1, 2, 3, 4)],
  ])('says of a file that it cannot read why: %s', async (why, content) => {
    await writeFile(path, content)
    await expect(poll(new FileSource(path))).rejects.toMatchObject({
      fault: 'unknown-format',
      message: expect.stringContaining(why) as unknown,
    })
  })

  it('says that a folder is no file', async () => {
    await expect(poll(new FileSource(folder))).rejects.toMatchObject({ fault: 'missing-file' })
  })

  it('brings nothing from an empty file, and what is written to it later', async () => {
    await writeFile(path, '\n')
    const source = new FileSource(path)
    expect(await poll(source)).toEqual([])
    await appendFile(path, jsonLine(1))
    expect(idsOf(await poll(source))).toEqual([1])
  })

  it('delivers a thousand lines at a time, and knows how far it is', async () => {
    await writeFile(
      path,
      range(2_500)
        .map((id) => jsonLine(id))
        .join('\n'),
    )
    const source = new FileSource(path)
    const deliveries = await poll(source)
    expect(deliveries.map(({ payload }) => payload.meta?.['firstLine'])).toEqual([
      '1',
      '1001',
      '2001',
    ])
    expect(source.progress.bytesRead).toBe(source.progress.size)
    expect(source.progress.size).toBeGreaterThan(100_000)
  })

  it('reads only what was appended, and numbers its lines on', async () => {
    await writeFile(path, `${jsonLine(1)}\n${jsonLine(2)}\n`)
    const source = new FileSource(path)
    const cursor = (await poll(source)).at(-1)?.cursor
    expect(await poll(source, cursor)).toEqual([])
    await appendFile(path, `broken\n${jsonLine(4)}\n`)
    const [appended] = await poll(source, cursor)
    expect(appended && read(appended)).toMatchObject({
      posts: [{ id: 4 }],
      rejected: [{ place: 'line 3' }],
    })
  })

  it.each([
    ['with other lines', `${jsonLine(3)}\n${jsonLine(4)}\n${jsonLine(5)}\n`],
    ['of the same size', `${jsonLine(3)}\n${jsonLine(4)}\n`],
    ['that is shorter', `${jsonLine(3)}\n`],
  ])('reads everything of a file that was replaced by one %s', async (_, content) => {
    await writeFile(path, `${jsonLine(1)}\n${jsonLine(2)}\n`)
    const source = new FileSource(path)
    const cursor = (await poll(source)).at(-1)?.cursor
    await writeFile(path, content)
    await utimes(path, new Date(), new Date(Date.now() + 5_000))
    expect(idsOf(await poll(source, cursor))).toEqual(
      content
        .trim()
        .split('\n')
        .map((_, index) => index + 3),
    )
  })

  it('reads a line again that was still being written, and not twice otherwise', async () => {
    const late = jsonLine(2)
    await writeFile(path, `${jsonLine(1)}\n${late.slice(0, 20)}`)
    const source = new FileSource(path)
    const [first] = await poll(source)
    expect(first && read(first)).toMatchObject({
      posts: [{ id: 1 }],
      rejected: [{ place: 'line 2' }],
    })
    expect(await poll(source, first?.cursor)).toEqual([])
    await appendFile(path, `${late.slice(20)}\n`)
    expect(idsOf(await poll(source, first?.cursor))).toEqual([2])
  })

  it('keeps no more of a line than it can hold', async () => {
    await writeFile(path, `${jsonLine(1)}\n{"text":"${'x'.repeat(17_000_000)}"}\n${jsonLine(3)}\n`)
    const deliveries = await poll(new FileSource(path))
    expect(idsOf(deliveries)).toEqual([1, 3])
    expect(deliveries.flatMap((delivery) => read(delivery).rejected)).toMatchObject([
      { reason: 'too-long', place: 'line 2' },
    ])
  })

  it('reads an export cut in half up to the cut, and says so', async () => {
    await writeFile(path, desktop(range(1_500)).slice(0, -30))
    const readings = (await poll(new FileSource(path))).map(read)
    expect(readings.flatMap(({ posts }) => posts)).toHaveLength(1_499)
    expect(readings.flatMap(({ rejected }) => rejected)).toMatchObject([
      { reason: 'cut-short', place: 'after message 1499' },
    ])
  })

  it('rejects a document without messages, with its beginning', async () => {
    await writeFile(path, '{\n "frames": [{}]\n}')
    const readings = (await poll(new FileSource(path))).map(read)
    expect(readings).toMatchObject([{ posts: [], rejected: [{ reason: 'unknown-shape' }] }])
    expect(readings[0]?.rejected[0]?.raw).toContain('frames')
  })

  it('reads the channels of an account, each under its own name, and no conversation', async () => {
    const chat = (type: string, id: number): object => ({
      ...(JSON.parse(desktop([1, 2])) as object),
      type,
      id,
    })
    const list = [chat('personal_chat', 5), chat('public_channel', 6), chat('private_channel', 7)]
    await writeFile(path, JSON.stringify({ about: 'x', chats: { about: 'y', list } }, null, 1))
    const deliveries = await poll(new FileSource(path, 'given'))
    const posts = deliveries.flatMap((delivery) => read(delivery).posts)
    expect(posts.map(({ channel, id }) => `${channel}/${id}`)).toEqual([
      'tg6/1',
      'tg6/2',
      'tg7/1',
      'tg7/2',
    ])
    expect(deliveries.every(({ payload }) => !String(payload.body).includes('personal'))).toBe(true)
    expect(deliveries.map((delivery) => read(delivery).ignored)).toEqual([2, 0])
  })

  it('gives the channel it was told to a file that names none', async () => {
    await writeFile(path, desktop([1]))
    const [delivery] = await poll(new FileSource(path, 'given'))
    expect(delivery && read(delivery).posts[0]?.channel).toBe('given')
  })
})
