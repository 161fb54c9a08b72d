import { expect, test } from 'vitest'
import { turnOf } from '../../src/bot/standing.ts'
import { alpha, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'

test.each([
  ['left', 'member', 'added'],
  ['kicked', 'administrator', 'promoted'],
  ['member', 'administrator', 'promoted'],
  ['administrator', 'member', 'demoted'],
  ['administrator', 'left', 'removed'],
  ['member', 'kicked', 'removed'],
  ['administrator', 'administrator', undefined],
  ['left', 'kicked', undefined],
])('%s, then %s: %s', (before, after, turn) => {
  expect(turnOf(before, after)).toBe(turn)
})

test('who makes the bot an administrator, or takes that from it, is told to the chiefs alone', async () => {
  const { telegram, chief, editor, stranger } = await openDeskInTelegram()
  const change = (before: string, after: string, chat: object = alpha) => {
    telegram.api.push({
      my_chat_member: {
        chat,
        from: { ...stranger.user, first_name: '<b>Mallory', username: undefined },
        date: 1,
        old_chat_member: { status: before },
        new_chat_member: { status: after },
      },
    })
  }
  for (const person of [chief, editor]) await person.ask('/start')
  change('member', 'kicked', stranger.chat)
  change('left', 'administrator')
  expect(toText(await chief.hear())).toBe(
    '<b>Mallory made me an administrator of Alpha Watch: what is posted there reaches me now.',
  )
  change('administrator', 'left')
  expect(toText(await chief.hear())).toBe('<b>Mallory removed me from Alpha Watch.')
  expect(telegram.mailbox.rest(editor.chat.id)).toEqual([])
}, 60_000)
