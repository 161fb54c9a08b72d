import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, makePayload, tempArchive } from '../helpers/temp-archive.ts'

const nothing = { posts: [], rejected: [], ignored: 0, source: 'preview:alpha' }
const seenAt = '2026-03-04T03:00:00Z'
const bodyOf = async (archive: ReturnType<typeof tempArchive>, journal: number) =>
  (await archive.journal.read(journal))?.body

describe('the journal', () => {
  it('gives back a payload as it came, with the hash of its raw bytes', async () => {
    const archive = tempArchive()
    const payload = makePayload({
      body: 'Ракета над Киевом ☄️',
      channel: 'alpha',
      address: 'https://t.me/s/alpha',
      meta: { line: '17' },
    })
    const journal = await archive.journal.append(payload)
    const sha256 = createHash('sha256').update('Ракета над Киевом ☄️').digest('hex')
    expect(await archive.journal.read(journal)).toEqual({ ...payload, journal, sha256 })
    expect(await archive.journal.read(journal + 1)).toBeUndefined()
  })

  it('keeps bytes that are no text', async () => {
    const archive = tempArchive()
    const body = Uint8Array.of(0, 255, 254, 128)
    const journal = await archive.journal.append(makePayload({ body }))
    expect(Buffer.from((await bodyOf(archive, journal)) ?? '')).toEqual(Buffer.from(body))
  })

  it('notes an update for the bot once, however often Telegram brings it', async () => {
    const archive = tempArchive()
    const body = JSON.stringify({ update_id: 7, message: { text: '/wire' } })
    const payload = makePayload({ kind: 'telegram-update', body })
    const journal = await archive.journal.append(payload)
    expect(await archive.journal.append(payload)).toBe(journal)
    expect(await archive.bot.inbox(9)).toEqual([{ journal, body }])
    await archive.bot.settle(journal)
    await archive.journal.append(payload)
    expect(await archive.bot.inbox(9)).toEqual([])
  })

  it('lists what was written and not committed, oldest first', async () => {
    const archive = tempArchive()
    const first = await archive.journal.append(makePayload({ body: '1' }))
    const second = await archive.journal.append(makePayload({ body: '2' }))
    const third = await archive.journal.append(makePayload({ body: '3' }))
    await archive.signals.commit({ ...nothing, journal: second, seenAt })
    const pending = await archive.journal.pending()
    expect(pending.map(({ journal, body }) => [journal, body])).toEqual([
      [first, '1'],
      [third, '3'],
    ])
  })

  it('moves the cursor with the payload, or with its posts', async () => {
    const archive = tempArchive()
    expect(await archive.journal.cursor('bot')).toBeUndefined()
    const journal = await archive.journal.append(makePayload({ source: 'bot' }), '42')
    expect(await archive.journal.cursor('bot')).toBe('42')
    await archive.signals.commit({ ...nothing, source: 'bot', journal, cursor: '43', seenAt })
    expect(await archive.journal.cursor('bot')).toBe('43')
  })

  it('keeps one entry for the same bytes of one source', async () => {
    const archive = tempArchive()
    for (let poll = 0; poll < 5; poll++) {
      const journal = await archive.journal.append(makePayload())
      await archive.signals.commit({ ...nothing, journal, seenAt })
    }
    await archive.journal.append(makePayload({ source: 'preview:beta' }))
    expect((await archive.stats.read()).journal).toMatchObject({ entries: 2, pending: 1 })
  })

  it('lets the body of a page go that changed nothing, and keeps its hash', async () => {
    const archive = tempArchive()
    const journal = await archive.journal.append(makePayload())
    await archive.signals.commit({ ...nothing, journal, seenAt })
    const entry = await archive.journal.read(journal)
    expect(entry?.body).toBe('')
    expect(entry?.sha256).toHaveLength(64)
  })

  it('has the body again while a page that came again is pending', async () => {
    const archive = tempArchive()
    const journal = await archive.journal.append(makePayload())
    await archive.signals.commit({ ...nothing, journal, seenAt })
    const again = makePayload({ receivedAt: '2026-03-04T04:00:00Z' })
    expect(await archive.journal.append(again)).toBe(journal)
    expect(await archive.journal.pending()).toMatchObject([
      { journal, body: again.body, receivedAt: again.receivedAt },
    ])
  })

  it('keeps the body of a page that posts came from, however often it comes', async () => {
    const archive = tempArchive()
    for (let poll = 0; poll < 2; poll++) {
      const journal = await archive.journal.append(makePayload())
      await archive.signals.commit({ ...nothing, posts: [makePost()], journal, seenAt })
      expect(await bodyOf(archive, journal)).toBe('<html>page</html>')
    }
  })

  it('lets go of a page on which only views rose', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ views: 10 })])
    const journal = await archive.journal.append(makePayload())
    await archive.signals.commit({ ...nothing, posts: [makePost({ views: 12 })], journal, seenAt })
    expect(await bodyOf(archive, journal)).toBe('')
  })

  it('keeps every update of the bot: it comes once', async () => {
    const archive = tempArchive()
    const journal = await archive.journal.append(makePayload({ kind: 'telegram-update' }))
    await archive.signals.commit({ ...nothing, ignored: 1, journal, seenAt })
    expect(await bodyOf(archive, journal)).toBe('<html>page</html>')
  })

  it('refuses posts of a payload that is not in it', async () => {
    const archive = tempArchive()
    await expect(
      archive.signals.commit({ ...nothing, journal: 7, posts: [makePost()], seenAt }),
    ).rejects.toMatchObject({ code: 'unknown-journal-entry' })
    expect(await archive.signals.count()).toBe(0)
  })
})

describe('quarantine', () => {
  const rejection = (raw: string, place = 'line 17') => ({
    reason: 'malformed',
    place,
    detail: 'is no JSON object',
    raw,
  })

  it('keeps what was rejected, newest first, with the reason and the place', async () => {
    const archive = tempArchive()
    const rejected = [rejection('{"half'), rejection('[]', 'line 18')]
    const outcome = await commitPosts(archive, [makePost()], { rejected })
    expect(outcome).toMatchObject({ stored: ['alpha/1'], rejected: 2 })
    expect(await archive.stats.quarantined(10)).toMatchObject([
      { ...rejected[1], source: 'preview:alpha', at: seenAt },
      rejected[0],
    ])
    expect(await archive.stats.quarantined(1)).toHaveLength(1)
  })

  it('does not grow when the same row comes again, wherever it stands', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [], {
      rejected: [rejection('{"half'), rejection('{"half', 'line 3')],
    })
    await commitPosts(archive, [], { rejected: [rejection('{"half')] })
    expect((await archive.stats.read()).quarantined).toEqual({ malformed: 1 })
  })

  it('cuts what is too long and keeps the whole in the journal', async () => {
    const archive = tempArchive()
    const body = 'x'.repeat(100_000)
    const journal = await archive.journal.append(makePayload({ body }))
    await archive.signals.commit({ ...nothing, journal, seenAt, rejected: [rejection(body)] })
    const [entry] = await archive.stats.quarantined(1)
    expect(entry?.raw.length).toBeLessThan(5000)
    expect(await bodyOf(archive, journal)).toBe(body)
  })
})
