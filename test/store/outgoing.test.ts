import { expect, test } from 'vitest'
import type { Edition } from '../../src/model/desk.ts'
import type { Archive } from '../../src/model/archive.ts'
import { english } from '../export/stub-cases.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

const at = (minute: number) => `2026-07-10T18:${String(minute).padStart(2, '0')}:00.000Z`

async function approve(archive: Archive, edition: number, targets = ['site']): Promise<void> {
  const frozen: Edition = {
    dispatch: 'wire-1',
    edition,
    stub: 12,
    kind: 'new',
    at: at(edition),
    content: english(),
    namings: [],
  }
  const content = { kind: 'approve' as const, dispatch: 'wire-1', edition }
  await archive.desk.append({
    act: { at: frozen.at, by: 1, name: 'Dana', stub: 12, content },
    edition: frozen,
    targets,
  })
}

const states = async (archive: Archive) =>
  (await archive.outgoing.list({})).map(({ edition, state }) => `${edition} ${state}`)

const reason = { code: 'server-fault' as const, words: 'It answered 503' }

test('an approved edition is due at once, and one that failed when its time comes', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  const [delivery] = await archive.outgoing.due(at(2))
  expect(delivery).toMatchObject({ edition: 1, state: 'queued', attempts: 0, stub: 12 })
  expect(await archive.outgoing.nextDueAt()).toBe('')
  expect(await archive.outgoing.begin(1)).toBe(true)
  await archive.outgoing.later(1, reason, at(5))
  expect(await archive.outgoing.due(at(4))).toEqual([])
  expect(await archive.outgoing.nextDueAt()).toBe(at(5))
  expect(await archive.outgoing.due(at(5))).toMatchObject([
    { state: 'sending', attempts: 1, reason },
  ])
})

test('what was put off before the clock was set back by a week is due', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  await archive.outgoing.begin(1)
  await archive.outgoing.later(1, reason, '2026-07-17T18:05:00.000Z')
  expect(await archive.outgoing.due('2026-07-16T18:05:00.000Z')).toEqual([])
  expect(await archive.outgoing.due(at(5))).toMatchObject([{ edition: 1, reason }])
})

test('only the last edition is due, and beginning it overtakes the earlier ones', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  await approve(archive, 2)
  expect((await archive.outgoing.due(at(9))).map(({ edition }) => edition)).toEqual([2])
  await archive.outgoing.begin(2)
  expect(await states(archive)).toEqual(['2 sending', '1 superseded'])
})

test('an edition that was taken back is not begun, and the one before it is due again', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  await approve(archive, 2)
  const content = { kind: 'undo' as const, of: 2 }
  await archive.desk.append({
    act: { at: at(3), by: 1, name: 'Dana', stub: 12, content },
    recall: { dispatch: 'wire-1', edition: 2 },
  })
  expect(await archive.outgoing.begin(2)).toBe(false)
  expect((await archive.outgoing.due(at(9))).map(({ edition }) => edition)).toEqual([1])
})

test('one that has begun can’t be taken back', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  await archive.outgoing.begin(1)
  await archive.outgoing.later(1, reason, at(5))
  const content = { kind: 'undo' as const, of: 1 }
  const outcome = await archive.desk.append({
    act: { at: at(3), by: 1, name: 'Dana', stub: 12, content },
    recall: { dispatch: 'wire-1', edition: 1 },
  })
  expect(outcome).toEqual({ kind: 'already-leaving' })
})

test('an edition is untold until it stands in every target, and told once', async () => {
  const archive = tempArchive()
  await approve(archive, 1, ['site', 'files'])
  await archive.outgoing.begin(1)
  await archive.outgoing.finish(1, at(2))
  expect(await archive.outgoing.untold()).toEqual([])
  await archive.outgoing.begin(2)
  await archive.outgoing.finish(2, at(3))
  expect(await archive.outgoing.untold()).toEqual([{ dispatch: 'wire-1', edition: 1 }])
  await archive.outgoing.told('wire-1', 1)
  expect(await archive.outgoing.untold()).toEqual([])
})

test('what stopped is resumed; what a person deleted in the target is forgotten by that', async () => {
  const archive = tempArchive()
  await approve(archive, 1)
  await archive.outgoing.begin(1)
  const placement = {
    dispatch: 'wire-1',
    target: 'site',
    remote: '4',
    edition: 1,
    state: 'standing' as const,
    fields: { title: 'First' },
    at: at(2),
  }
  await archive.outgoing.finish(1, at(2), { placement })
  expect(await archive.outgoing.placement('wire-1', 'site')).toEqual(placement)
  expect(await archive.outgoing.resume({})).toEqual([])
  await archive.outgoing.stop(1, { code: 'gone', words: 'It was deleted' }, at(3))
  expect(await archive.outgoing.resume({ target: 'files' })).toEqual([])
  expect(await archive.outgoing.resume({ stub: 12 })).toHaveLength(1)
  expect(await archive.outgoing.placement('wire-1', 'site')).toBeUndefined()
  expect(await archive.outgoing.due(at(3))).toMatchObject([{ state: 'sending', attempts: 0 }])
})
