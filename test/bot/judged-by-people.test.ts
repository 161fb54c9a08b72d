import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { alpha, beta, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import type { Person } from '../helpers/telegram/person.ts'
import { toText } from '../helpers/telegram/to-text.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 60_000

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'

const labelsOf = ({ reply_markup: markup }: Message) =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

async function openWithStub() {
  const desk = await openDeskInTelegram()
  desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
  desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
  await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
  const look = async <T>(read: (archive: ReturnType<typeof openArchive>) => Promise<T>) => {
    const archive = openArchive(desk.database)
    try {
      return await read(archive)
    } finally {
      archive.close()
    }
  }
  return {
    ...desk,
    stub: () => look(({ stubs }) => stubs.get(1)),
    acts: () =>
      look(async ({ desk: log }) => (await log.actsOn(1)).map(({ content }) => content.kind)),
    page: async (person: Person) => {
      const file = await person.open(await person.ask('/review 1'), 'Page')
      const id = file.document?.file_id ?? ''
      return Buffer.from(desk.telegram.files.get(id)?.bytes ?? []).toString()
    },
  }
}

test(
  'an editor holds a stub for otherwise sourced only with a reason, seen by the chief, and takes it back',
  async () => {
    const { editor, chief, reader, stub, page } = await openWithStub()
    const card = await editor.ask('/review 1')
    expect(toText(card)).toContain('echoed')
    const sourcing = await editor.open(card, 'Sourcing')
    expect(labelsOf(sourcing)).not.toContain('echoed')
    const question = await editor.open(sourcing, 'corroborated')
    expect(toText(question)).toBe('Reply with the reason.')
    expect(await reader.press(sourcing, 'withdrawn')).toMatch(/somebody else/)
    expect(toText(await reader.ask('/review 1'))).toMatch(/Only an editor/)
    const empty = await editor.ask('   \u200b ', { replyTo: question })
    expect(toText(empty)).toMatch(/reason/)
    expect(await stub()).toMatchObject({ sourcing: 'echoed' })

    const reason = 'Our own correspondent saw it & called.'
    const done = await editor.ask(reason, { replyTo: question })
    expect(toText(done)).toContain('corroborated')
    expect(await stub()).toMatchObject({ sourcing: 'corroborated' })
    // The grounds stay at the desk; its page says that there are some.
    expect(toText(done)).toContain('corroborated** · Dana: Our own correspondent saw it & called.')
    const written = await page(editor)
    expect(written).toContain('editors judge it corroborated, on grounds beyond the posts')
    expect(written).not.toContain('correspondent')
    const shown = await chief.open(await chief.ask('/review 1'), 'Sourcing')
    expect(toText(shown)).toMatch(/Origins: [^]*Dana: Our own correspondent saw it & called/)
    expect(toText(await chief.ask('/log 1'))).toMatch(
      /Dana\*\*: changed the sourcing: corroborated · #1 · Our own correspondent/,
    )

    const undone = await editor.open(await editor.ask('/review 1'), 'Undo')
    expect(toText(undone)).toContain('echoed')
    expect(await stub()).toMatchObject({ sourcing: 'echoed' })
    expect(toText(await chief.ask('/log 1'))).toMatch(/undid something[^]*changed the sourcing/)
  },
  longMs,
)

test(
  'a detail is held to be stated only with a reason, by an editor, until that is undone',
  async () => {
    const { editor, chief, stub } = await openWithStub()
    const listed = (await stub())?.notStated ?? []
    const missing = await editor.open(await editor.ask('/review 1'), 'Mark as stated')
    const question = await editor.open(missing, 'who carried it out')
    const silent = await editor.ask('\u2060…', { replyTo: question })
    expect(toText(silent)).toMatch(/reason/)
    expect((await stub())?.notStated).toEqual(listed)

    const done = await editor.ask('The governor names them at 0:40.', { replyTo: question })
    expect(labelsOf(done)).toContain('Mark as stated')
    expect((await stub())?.notStated).toEqual(listed.filter((one) => one !== 'who carried it out'))
    expect(toText(await chief.ask('/log 1'))).toMatch(
      /Dana\*\*: marked a detail as stated: who carried it out · #1 · The governor names them/,
    )
    await editor.open(await editor.ask('/review 1'), 'Undo')
    expect((await stub())?.notStated).toEqual(listed)

    const before = (await stub())?.headline
    const edit = await editor.open(await editor.ask('/review 1'), 'Edit')
    const unseen = { replyTo: await editor.open(edit, 'Headline') }
    expect(toText(await editor.ask('\u2060\u2800…', unseen))).toMatch(/no words|empty/i)
    expect((await stub())?.headline).toBe(before)
  },
  longMs,
)

test(
  'one channel is named for one claim only with a reason, and not any more when that is withdrawn',
  async () => {
    const { editor, chief, acts } = await openWithStub()
    const signal = await editor.open(await editor.ask('/review 1'), 'Review signals')
    const question = await editor.open(signal, 'Name its')
    expect(toText(await editor.ask(' - ', { replyTo: question }))).toMatch(/reason/)
    expect(await acts()).toEqual([])

    const named = await editor.ask('They filmed it themselves.', { replyTo: question })
    expect(toText(named)).toContain('Alpha Watch')
    expect(toText(named)).not.toContain('Beta Radar')
    expect(toText(await chief.ask('/log 1'))).toMatch(
      /permitted a name · .?alpha_watch\/1.? · #1 · They filmed it themselves/,
    )
    const again = await chief.open(await chief.ask('/review 1'), 'Review signals')
    expect(labelsOf(again)).not.toContain('Name its channel for this claim')
    await editor.open(
      await editor.open(await editor.ask('/review 1'), 'Review signals'),
      'No longer name it',
    )
    expect(toText(await editor.ask('/review 1'))).not.toContain('Alpha Watch')
    expect(await acts()).toEqual(['name', 'unname'])
  },
  longMs,
)
