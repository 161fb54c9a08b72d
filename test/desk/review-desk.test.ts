import { beforeEach, describe, expect, it } from 'vitest'
import type { AskedAct } from '../../src/desk/review/permit.ts'
import type { Member } from '../../src/model/desk.ts'
import { commitPosts } from '../helpers/temp-archive.ts'
import {
  chief,
  type DeskAtWork,
  deskAtWork,
  editor,
  otherEditor,
  reader,
} from '../helpers/review-desk.ts'

let work: DeskAtWork
const number = 12

beforeEach(async () => {
  work = await deskAtWork(['folder', 'cms'])
})

async function base() {
  const open = await work.desk.open(number)
  return { head: open?.record.head ?? 0, version: open?.stub.version ?? 0 }
}

const ask = async (
  asked: AskedAct,
  member: Member = editor,
  from?: { head: number; version: number },
) => work.desk.act(number, asked, member, from ?? (await base()))

async function done(asked: AskedAct, member: Member = editor) {
  const outcome = await ask(asked, member)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome
}

async function approve() {
  await done({ kind: 'review', signal: 'alpha/1', verdict: 'reviewed' })
  await done({ kind: 'submit' })
  return done({ kind: 'approve' }, chief)
}

const words = async () => {
  const open = await work.desk.open(number)
  return (
    open?.stub.body
      .flat()
      .map(({ text }) => text)
      .join(' ') ?? ''
  )
}

describe('working on a stub', () => {
  it('leads from draft over review to an edition that waits for every target', async () => {
    const { record, stub } = await approve()
    expect(record).toMatchObject({ state: 'approved', dispatch: 'wire-1', editions: 1 })
    expect(stub.state).toBe('approved')
    expect(stub.sourceNote).toMatchObject({ reviewedSignals: 1, signals: 2 })
    const [edition] = await work.archive.desk.editions(number)
    expect(edition).toMatchObject({ dispatch: 'wire-1', edition: 1, kind: 'new' })
    expect(edition?.content.headline).toBe(stub.headline)
    if (edition) await work.desk.markExported(edition)
    expect((await work.desk.open(number))?.stub.state).toBe('exported')
  })

  it('keeps an audit log whose entries follow from each other', async () => {
    await approve()
    const log = await work.archive.desk.log({ limit: 10 })
    expect(log.map(({ name, content }) => `${name} ${content.kind}`)).toEqual([
      'Ruth approve',
      'Dana submit',
      'Dana review',
    ])
    expect(new Set(log.map(({ hash }) => hash)).size).toBe(3)
  })

  it('puts the words of an editor in the place of those composed, and keeps what they rest on', async () => {
    const before = (await work.desk.open(number))?.stub
    const { stub } = await done({ kind: 'edit', field: 'headline', text: 'Sumy: strike reported' })
    expect(stub).toMatchObject({ headline: 'Sumy: strike reported', slug: 'sumy-strike-reported' })
    const edited = await done({ kind: 'edit', field: 'paragraph:0', text: 'A strike hit Sumy.' })
    expect(edited.stub.body[0]).toEqual([
      { text: 'A strike hit Sumy.', spans: before?.body[0]?.flatMap(({ spans }) => spans) },
    ])
    await done({ kind: 'edit', field: 'headline', text: '' })
    expect((await work.desk.open(number))?.stub.headline).toBe(before?.headline)
  })

  it('names a channel only for the claim that was permitted', async () => {
    expect(await words()).not.toContain('alpha')
    await done({ kind: 'name', signal: 'alpha/1', reason: 'first on the spot' })
    expect(await words()).toContain('the alpha channel')
    expect(await words()).not.toContain('beta')
    await done({ kind: 'unname', signal: 'alpha/1' })
    expect(await words()).not.toContain('alpha')
  })

  it('lets the sourcing fall when the only other origin is set aside', async () => {
    const { stub } = await done({ kind: 'review', signal: 'beta/1', verdict: 'set-aside' })
    expect(stub).toMatchObject({ sourcing: 'single-source', conflicts: [] })
    expect(await words()).not.toContain('hurt four')
    expect(await words()).toContain('Corroboration is awaited.')
  })

  it('no longer lists a detail that was marked as stated', async () => {
    expect(await words()).toContain('the weapon used')
    await done({ kind: 'mark-stated', detail: 'the weapon used', reason: 'named in the video' })
    expect(await words()).not.toContain('the weapon used')
  })

  it('says openly where editors hold it for better sourced than its posts show', async () => {
    await done({ kind: 'review', signal: 'beta/1', verdict: 'set-aside' })
    const asked = { sourcing: 'corroborated', reason: 'police confirmed by phone' } as const
    const { stub } = await done({ kind: 'override-sourcing', ...asked })
    expect(stub.sourcing).toBe('corroborated')
    expect(await words()).toContain(
      "The desk's editors judge it corroborated, on grounds beyond the posts gathered here.",
    )
    expect(await words()).not.toContain('Corroboration is awaited.')
    expect(await words()).not.toContain('police')
  })
})

describe('refusing what may not be done', () => {
  it.each<[string, AskedAct, Member, object]>([
    ['a reader', { kind: 'submit' }, reader, { code: 'role', needs: 'editor' }],
    ['an editor who approves', { kind: 'approve' }, editor, { code: 'role', needs: 'chief' }],
    ['approval of a draft', { kind: 'approve' }, chief, { code: 'state', state: 'draft' }],
    [
      'a signal of another story',
      { kind: 'review', signal: 'gamma/1', verdict: 'reviewed' },
      editor,
      { code: 'not-in-story', signal: 'gamma/1' },
    ],
    [
      'a headline beyond the page',
      { kind: 'edit', field: 'headline', text: 'x'.repeat(111) },
      editor,
      { code: 'too-long', most: 110 },
    ],
    [
      'a paragraph that is not there',
      { kind: 'edit', field: 'paragraph:99', text: 'x' },
      editor,
      { code: 'unknown-field', field: 'paragraph:99' },
    ],
    ['a hold without a reason', { kind: 'hold', reason: ' ' }, chief, { code: 'reason-missing' }],
    ['an undo of nothing', { kind: 'undo' }, editor, { code: 'nothing-to-undo' }],
  ])('%s', async (_what, asked, member, refusal) => {
    expect(await ask(asked, member)).toEqual({ kind: 'refused', refusal })
    expect(await work.archive.desk.log({ limit: 1 })).toEqual([])
  })

  it('an approval that nobody read a signal for', async () => {
    await done({ kind: 'submit' })
    expect(await ask({ kind: 'approve' }, chief)).toMatchObject({
      refusal: { code: 'nothing-reviewed' },
    })
  })

  it('an edit of what was approved', async () => {
    await approve()
    expect(await ask({ kind: 'edit', field: 'headline', text: 'Other' })).toMatchObject({
      refusal: { code: 'state', state: 'approved' },
    })
  })
})

describe('two people at one stub', () => {
  it('shows the later one what the other wrote in the same place, and does nothing yet', async () => {
    const from = await base()
    await done({ kind: 'edit', field: 'headline', text: 'First' })
    const late = await ask({ kind: 'edit', field: 'headline', text: 'Second' }, otherEditor, from)
    expect(late).toMatchObject({ kind: 'changed', since: [{ name: 'Dana' }] })
    expect((await work.desk.open(number))?.stub.headline).toBe('First')
    await done({ kind: 'edit', field: 'headline', text: 'Second' }, otherEditor)
    expect((await work.desk.open(number))?.stub.headline).toBe('Second')
  })

  it('lets both work where they do not meet', async () => {
    const from = await base()
    await done({ kind: 'edit', field: 'headline', text: 'First' })
    const other = { kind: 'edit', field: 'beat', text: 'Levant' } as const
    expect(await ask(other, otherEditor, from)).toMatchObject({ kind: 'done' })
  })

  it('does not approve what changed since the chief looked', async () => {
    await done({ kind: 'review', signal: 'alpha/1', verdict: 'reviewed' })
    await done({ kind: 'submit' })
    const from = await base()
    await done({ kind: 'edit', field: 'headline', text: 'Changed at the last moment' })
    expect(await ask({ kind: 'approve' }, chief, from)).toMatchObject({ kind: 'changed' })
    expect((await work.desk.open(number))?.stub.state).toBe('in-review')
  })

  it('tells who settled a stub that both were at', async () => {
    const from = await base()
    await done({ kind: 'kill', reason: 'hoax' }, chief)
    const late = await ask({ kind: 'edit', field: 'headline', text: 'Late' }, editor, from)
    expect(late).toMatchObject({ kind: 'changed', since: [{ name: 'Ruth' }] })
  })
})

describe('undoing', () => {
  it('takes back the last act of the one who asks, and then the one before it', async () => {
    await done({ kind: 'edit', field: 'headline', text: 'One' })
    await done({ kind: 'edit', field: 'headline', text: 'Two' })
    await done({ kind: 'undo' })
    expect((await work.desk.open(number))?.stub.headline).toBe('One')
    expect(await ask({ kind: 'undo' }, otherEditor)).toMatchObject({
      refusal: { code: 'nothing-to-undo' },
    })
    await done({ kind: 'undo' })
    expect((await work.desk.open(number))?.record.edits.size).toBe(0)
  })

  it('takes back an approval as long as nothing has left, under a new edition after', async () => {
    await approve()
    const { record } = await done({ kind: 'undo' }, chief)
    expect(record).toMatchObject({ state: 'in-review', editions: 0 })
    const again = await done({ kind: 'approve' }, chief)
    expect(again.record).toMatchObject({ state: 'approved', editions: 2 })
  })
})

describe('after approval', () => {
  it('keeps the words that were approved, and notes what changes beneath them', async () => {
    const { stub } = await approve()
    await commitPosts(work.archive, [
      {
        channel: 'alpha',
        id: 1,
        at: '2026-03-04T02:01:00Z',
        text: 'Nobody was hurt at Sumy.',
        editedAt: '2026-03-04T02:30:00Z',
      },
    ])
    await work.judge({ sourcing: 'corroborated', conflicts: [] })
    expect((await work.archive.stubs.get(number))?.body).toEqual(stub.body)
    expect(work.flags.map(({ kind }) => kind)).toEqual(['edited', 'sourcing-rose'])
    const flags = await work.archive.desk.flags(number)
    expect(flags.map(({ seen }) => seen)).toEqual([false, false])
    await done({ kind: 'seen', upTo: flags.at(-1)?.flag ?? 0 })
    expect((await work.archive.desk.flags(number)).every(({ seen }) => seen)).toBe(true)
  })

  it('corrects what was exported under the same dispatch, in an edition of its own', async () => {
    await approve()
    const [first] = await work.archive.desk.editions(number)
    if (first) await work.desk.markExported(first)
    await done({ kind: 'correct', reason: 'the toll was wrong' }, chief)
    await done({ kind: 'edit', field: 'headline', text: 'Corrected: nobody was hurt' })
    const { record } = await done({ kind: 'approve' }, chief)
    expect(record).toMatchObject({ state: 'corrected', editions: 2, dispatch: 'wire-1' })
    const [, second] = await work.archive.desk.editions(number)
    expect(second).toMatchObject({ kind: 'correction', note: 'the toll was wrong' })
    expect(second?.content.headline).toBe('Corrected: nobody was hurt')
  })

  it('takes what was exported into prior coverage, as corrected, and marks what was killed', async () => {
    const exportLast = async () => {
      const edition = (await work.archive.desk.editions(number)).at(-1)
      if (edition) await work.desk.markExported(edition)
      return edition
    }
    await approve()
    expect(await work.archive.dispatches.all()).toEqual([])
    const first = await exportLast()
    await done({ kind: 'correct', reason: 'the toll was wrong' }, chief)
    await done({ kind: 'edit', field: 'headline', text: 'Corrected: nobody was hurt' })
    await done({ kind: 'approve' }, chief)
    await exportLast()
    const corrected = { dispatch: 'wire-1', at: first?.at, headline: 'Corrected: nobody was hurt' }
    expect(await work.archive.dispatches.all()).toMatchObject([corrected])
    await done({ kind: 'kill', reason: 'untrue' }, chief)
    await exportLast()
    expect(await work.archive.dispatches.all()).toMatchObject([{ ...corrected, killed: true }])
  })

  it('keeps what was killed out of prior coverage at once, until the kill is undone', async () => {
    await approve()
    const [first] = await work.archive.desk.editions(number)
    if (first) await work.desk.markExported(first)
    await done({ kind: 'kill', reason: 'untrue' }, chief)
    expect(await work.archive.dispatches.all()).toMatchObject([{ killed: true }])
    await done({ kind: 'undo' }, chief)
    expect((await work.archive.dispatches.all()).map(({ killed }) => killed)).toEqual([undefined])
  })

  it('follows what has left with its kill', async () => {
    await approve()
    const { record } = await done({ kind: 'kill', reason: 'a hoax' }, chief)
    expect(record).toMatchObject({ state: 'killed', editions: 2 })
    const [, kill] = await work.archive.desk.editions(number)
    expect(kill).toMatchObject({ kind: 'kill', note: 'a hoax', dispatch: 'wire-1' })
  })

  it('opens on the story as it stands when a held stub is taken up again', async () => {
    await done({ kind: 'hold', reason: 'wait for the army' }, chief)
    await work.judge({ sourcing: 'corroborated', conflicts: [] })
    expect((await work.archive.stubs.get(number))?.sourcing).toBe('contested')
    const { stub } = await done({ kind: 'resume' }, chief)
    expect(stub).toMatchObject({ state: 'in-review', sourcing: 'corroborated' })
  })
})
