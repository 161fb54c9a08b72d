import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { alpha, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'

const longMs = 120_000

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'

test(
  'a delivery that stops is told to chiefs, to who worked on it and in the desk’s group, and goes on when one says so',
  async () => {
    const desk = await openDeskInTelegram({
      rest: 'export: { targets: [{ name: site, kind: folder, folder: site }] }',
      // A file where the folder should be.
      files: ['site'],
      bot: 'group: { chat: -500 }',
    })
    const { reader, editor, other, chief, telegram, root } = desk
    const newsroom = telegram.group(-500, 'Newsroom')
    for (const person of [reader, editor, other, chief]) await person.ask('/start')
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
    const signals = await editor.open(await editor.ask('/review 1'), 'Review signals')
    await editor.open(await editor.open(signals, 'Reviewed'), 'Submit')
    await chief.open(await chief.ask('/review 1'), 'Approve')

    for (const person of [editor, chief]) {
      const told = toText(await person.hear())
      expect(told).toMatch(/stopped on its way to site[^]*Kherson[^]*a file stands/)
      expect(told).toContain('/review_1')
    }
    expect(toText(await telegram.mailbox.next(newsroom.chat.id))).toMatch(/stopped on its way/)
    expect(telegram.mailbox.rest(other.chat.id)).toEqual([])
    expect(telegram.mailbox.rest(reader.chat.id)).toEqual([])

    const [notice] = telegram.chats.messagesOf(editor.chat.id).slice(-1)
    if (notice === undefined) throw new Error('Nothing was told.')
    expect(toText(await editor.open(notice, 'To the CMS'))).toMatch(/#1[^]*site.*stopped/)
    rmSync(path.join(root, 'site'))
    const shown = await chief.ask('/export 1')
    expect(toText(await chief.open(shown, 'Try again'))).toContain('1 delivery will be tried again')
    await expect
      .poll(async () => toText(await chief.ask('/export 1')), { timeout: 15_000 })
      .toMatch(/stands there/)
    expect(toText(await chief.ask('/log'))).toContain('had stopped deliveries tried again · #1')
  },
  longMs,
)

test.each(['he', 'ru'] as const)(
  'why it stopped is told in the language of the desk (%s), with what the target said beneath',
  async (language) => {
    const desk = await openDeskInTelegram({
      rest: 'export: { targets: [{ name: site, kind: folder, folder: site }] }',
      files: ['site'],
      bot: `language: ${language}`,
    })
    const { editor, chief } = desk
    const { card } = wordsOf(language)
    for (const person of [editor, chief]) await person.ask('/start')
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
    const signals = await editor.open(await editor.ask('/review 1'), card.review)
    await editor.open(await editor.open(signals, card.reviewedMark), card.submit)
    await chief.open(await chief.ask('/review 1'), card.approve)
    const why = wordsOf(language).export.reason({ code: 'not-writable', words: '' })
    const told = toText(await chief.hear())
    expect(told).toContain(why)
    expect(told).toMatch(/EEXIST/)
  },
  longMs,
)
