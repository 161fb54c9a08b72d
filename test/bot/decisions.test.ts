import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { alpha, beta, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 120_000

const fire =
  'A fire broke out at the oil refinery in Volgograd after a drone attack, the governor said.'
const blasts = 'Volgograd: residents heard a drone and explosions overnight.'

const labelsOf = ({ reply_markup: markup }: Message) =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

test(
  'an editor joins stories that look alike, and another takes that back; readers only look',
  async () => {
    const desk = await openDeskInTelegram()
    const { editor, other, reader, log } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', fire)
    desk.post(beta, 7, '2026-07-10T10:03:00Z', blasts)
    await expect
      .poll(async () => toText(await reader.ask('/story 2')), { timeout: 20_000 })
      .toContain('Perhaps the same event')
    expect(labelsOf(await reader.ask('/story 2'))).not.toContain('Same as #1?')

    const pair = await editor.open(await editor.ask('/story 2'), 'Same as #1?')
    expect(toText(pair)).toMatch(
      /Is this one event\?[^]*Volgograd[^]*oil refinery[^]*Likeness 0\.\d\d/,
    )
    const joined = await editor.open(pair, 'One event')
    expect(toText(joined)).toMatch(/Editors decided[^]*1\. Joined: /)
    expect(toText(joined)).toContain('2 channels')

    const apart = await other.open(await other.ask('/story 1'), 'Take decision 1 back')
    expect(toText(apart)).not.toContain('Editors decided')
    const told = toText(await editor.ask('/log'))
    expect(told).toMatch(/Omer[^]*took back[^]*Dana[^]*made two/)
    const archive = openArchive(desk.database)
    expect(await archive.analysis.decisions()).toMatchObject([
      { kind: 'join', by: 202, withdrawnAt: expect.any(String) as string },
    ])
    archive.close()
    expect(log()).not.toContain('"level":"error"')
  },
  longMs,
)

test(
  'a decision on stories that have changed since is not made',
  async () => {
    const desk = await openDeskInTelegram()
    const { editor, other } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', fire)
    desk.post(beta, 7, '2026-07-10T10:03:00Z', blasts)
    await expect
      .poll(async () => toText(await editor.ask('/story 2')), { timeout: 20_000 })
      .toContain('Perhaps the same event')
    const seen = await editor.open(await editor.ask('/story 2'), 'Same as #1?')
    const first = await other.open(await other.ask('/story 2'), 'Same as #1?')
    await other.open(first, 'One event')
    expect(await editor.press(seen, 'Not one')).toMatch(/have changed since/)
    const archive = openArchive(desk.database)
    expect(await archive.analysis.decisions()).toHaveLength(1)
    archive.close()
  },
  longMs,
)

test(
  'two stories that an editor parted are not suggested again',
  async () => {
    const desk = await openDeskInTelegram()
    const { editor } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', fire)
    desk.post(beta, 7, '2026-07-10T10:03:00Z', blasts)
    await expect
      .poll(async () => toText(await editor.ask('/story 2')), { timeout: 20_000 })
      .toContain('Perhaps the same event')
    const pair = await editor.open(await editor.ask('/story 2'), 'Same as #1?')
    const parted = await editor.open(pair, 'Not one')
    expect(toText(parted)).toMatch(/1\. Kept apart: /)
    expect(toText(parted)).not.toContain('Perhaps the same event')
  },
  longMs,
)
