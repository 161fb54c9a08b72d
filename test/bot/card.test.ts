import { expect, test } from 'vitest'
import { alpha, beta, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'

test('the public version names no channel, and an edit over words that changed is pointed out to all', async () => {
  const desk = await openDeskInTelegram()
  const { editor, other, telegram } = desk
  desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
  await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
  const file = async (label: string) => {
    const shown = await editor.open(await editor.ask('/review 1'), label)
    return Buffer.from(telegram.files.get(shown.document?.file_id ?? '')?.bytes ?? []).toString()
  }
  const [page, leaving] = [await file('Page'), await file('Public version')]
  for (const html of [page, leaving]) expect(html).toContain('fuel depot')
  expect(leaving).not.toMatch(/alpha.?watch/i)

  const parts = await editor.open(await editor.ask('/review 1'), 'Edit')
  const question = await editor.open(parts, 'TL;DR')
  const edited = await editor.ask('A depot burns.', { replyTo: question })
  expect(toText(edited)).not.toContain('Edited over words')
  const open = await other.ask('/review 1')
  desk.post(beta, 7, '2026-07-10T10:20:00Z', strike)
  await expect
    .poll(async () => toText(await editor.ask('/review 1')), { timeout: 10_000 })
    .toContain('Edited over words that have changed since: TL;DR')
  const submitted = await other.open(open, 'Submit')
  expect(toText(submitted)).toMatch(/Somebody was here before you[^]*the story has changed/)
}, 60_000)
