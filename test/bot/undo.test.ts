import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { alpha, beta, gamma, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 60_000

const fire =
  'A fire broke out at the oil refinery in Volgograd after a drone attack; two people were wounded, the governor said.'
const blasts =
  'Explosions overnight in Volgograd; residents report a fire in the south of the city.'

const labelsOf = ({ reply_markup: markup }: Message) =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

test(
  'stories joined from the card of a stub are apart again when that is undone, and suggested as before',
  async () => {
    const desk = await openDeskInTelegram()
    const { editor, other } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', fire)
    desk.post(gamma, 3, '2026-07-10T10:01:00Z', fire)
    desk.post(beta, 7, '2026-07-10T10:03:00Z', blasts)
    await expect
      .poll(async () => toText(await editor.ask('/review 1')), { timeout: 10_000 })
      .toContain('Perhaps the same event')
    const pair = await editor.open(await editor.ask('/review 1'), 'Same as #2?')
    expect(toText(await editor.open(pair, 'Back'))).toContain('Perhaps the same event')
    const joined = await editor.open(
      await editor.open(await editor.ask('/review 1'), 'Same as #2?'),
      'One event',
    )
    expect(toText(joined)).not.toContain('Perhaps the same event')
    expect(labelsOf(joined).join()).toContain('Submit')
    expect(toText(await other.ask('/undo'))).toContain('nothing lately')

    const offered = await editor.ask('/undo')
    expect(toText(offered)).toMatch(/last thing you did[^]*made two stories one.*alpha_watch\/1/)
    const undone = await editor.open(offered, 'Take it back')
    expect(toText(undone)).toContain('Perhaps the same event')
    expect(await editor.press(offered, 'Same as')).toBe('')
    expect(toText(await editor.hear())).toContain('Is this one event?')
    const archive = openArchive(desk.database)
    expect(await archive.analysis.decisions()).toMatchObject([
      { kind: 'join', withdrawnAt: expect.any(String) as string },
    ])
    const acts = await archive.desk.log({ limit: 10 })
    archive.close()
    expect(acts.map(({ content }) => content)).toMatchObject([
      { kind: 'undo', of: acts[1]?.act },
      { kind: 'join' },
    ])
  },
  longMs,
)

test(
  'each undo goes one act further back, and says what can’t be taken back and why',
  async () => {
    const desk = await openDeskInTelegram()
    const { editor, other } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', fire)
    desk.post(gamma, 3, '2026-07-10T10:01:00Z', fire)
    desk.post(beta, 7, '2026-07-10T10:03:00Z', blasts)
    await expect
      .poll(async () => toText(await editor.ask('/review 1')), { timeout: 10_000 })
      .toContain('Perhaps the same event')
    const edit = await editor.open(await editor.ask('/review 1'), 'Edit')
    await editor.ask('Refinery burns', { replyTo: await editor.open(edit, 'Headline') })
    const decide = async (label: string) =>
      editor.open(await editor.open(await editor.ask('/story 1'), 'Same as #2?'), label)
    await decide('Not one')
    editor.forward({ chat: gamma, message_id: 9, at: '2026-07-10T10:20:00Z', text: 'Rain.' })
    await editor.hear()
    await editor.hear()

    const first = await editor.ask('/undo')
    expect(toText(first)).toMatch(
      /handed in a post · .?gamma_news\/9[^]*keeps everything[^]*Before that:[^]*kept two stories apart/,
    )
    expect(toText(await editor.open(first, 'Take it back'))).toContain('Perhaps the same event')
    const second = await editor.ask('/undo')
    expect(toText(second)).toMatch(/Before that:[^]*edited: Headline/)
    const taken = await editor.open(second, 'Take it back')
    expect(toText(taken)).not.toContain('Refinery burns')

    const stale = await editor.ask('Refinery on fire', {
      replyTo: await editor.open(
        await editor.open(await editor.ask('/review 1'), 'Edit'),
        'Headline',
      ),
    })
    expect(toText(stale)).toContain('Refinery on fire')
    const mine = await editor.ask('/undo')
    const review = await other.open(await other.ask('/review 1'), 'Review signals')
    await other.open(review, 'Set aside')
    expect(await editor.press(mine, 'Take it back')).toMatch(/worked on that draft since/)
    expect(toText(await other.open(await other.ask('/undo'), 'Take it back'))).toMatch(
      /Refinery on fire/,
    )
    expect(await editor.press(mine, 'Take it back')).toBe('Undone')
    await editor.hear()
    expect(await editor.pressData(mine, labelsData(mine))).toMatch(/taken back already/)
  },
  longMs,
)

const labelsData = ({ reply_markup: markup }: Message) =>
  markup?.inline_keyboard?.flat()[0]?.callback_data ?? ''

test(
  'a chief takes back what was done to members; who only watches ends the watch',
  async () => {
    const { chief, reader, editor, telegram } = await openDeskInTelegram()
    expect(toText(await chief.ask('/member add 300 editor Noa'))).toContain('editor')
    expect(toText(await chief.ask('/member add 300 reader Noa'))).toContain('reader')
    const undo = async () => toText(await chief.open(await chief.ask('/undo'), 'Take it back'))
    expect(await undo()).toContain('Noa is a member now: editor')
    const noa = telegram.person(300, 'Noa')
    expect(toText(await noa.ask('/log'))).toContain('added a member')
    expect(await undo()).toContain('no longer a member')
    expect(toText(await noa.ask('/log'))).toContain('not a member')
    expect(toText(await chief.ask('/undo'))).toContain('nothing lately')

    await reader.ask('/watch drone Kherson')
    const watched = await reader.ask('/undo')
    expect(toText(watched)).toContain('posts with: drone Kherson')
    expect(toText(await reader.open(watched, 'End'))).toContain('Ended')
    expect(toText(await reader.ask('/undo'))).toContain('nothing lately')
    expect(toText(await editor.ask('/undo'))).toContain('nothing lately')
    expect(toText(await editor.ask('/log'))).toMatch(
      /ended a watch · posts with: drone Kherson[^]*wants to be told · posts with: drone Kherson/,
    )
  },
  longMs,
)
