import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import {
  alpha,
  beta,
  type DeskInTelegram,
  openDeskInTelegram,
} from '../helpers/desk-in-telegram.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 120_000

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'

/** Posts a story and waits until it is drafted. */
async function draftStory(desk: DeskInTelegram): Promise<void> {
  desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
  desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
  await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
}

async function actsIn({ database }: DeskInTelegram): Promise<number> {
  const archive = openArchive(database)
  const acts = await archive.desk.log({ limit: 100 })
  archive.close()
  return acts.length
}

const textOf = ({ text = '' }: Message) => text

describe('what the bot can’t do', () => {
  test(
    'is told in one sentence to a stranger, once an hour, and not at all in groups',
    async () => {
      const desk = await openDeskInTelegram()
      const { stranger, reader, telegram } = desk
      expect(textOf(await stranger.ask('/start'))).toMatch(/not a member.*999/)
      stranger.write('/wire')
      stranger.write('hello')
      const { chat } = telegram.group(-500, 'Newsroom')
      stranger.write('/wire', { chat })
      expect(textOf(await reader.ask('/wire', { chat }))).toContain('Nothing in the last 24 hours')
      expect(telegram.mailbox.rest(stranger.user.id)).toEqual([])
      desk.later(61)
      expect(textOf(await stranger.ask('/wire'))).toMatch(/not a member/)
      expect(await stranger.inline('drone')).toMatchObject({ results: [] })
    },
    longMs,
  )

  test(
    'is told for what is unknown, of whatever shape',
    async () => {
      const desk = await openDeskInTelegram()
      await draftStory(desk)
      const cases: readonly (readonly [string, RegExp])[] = [
        ['/story', /Which story/],
        ['/story 404', /no story 404/],
        ['/story 99999999999999999999', /Which story|no story/],
        ['/story -1; DROP TABLE signals', /no story|Story|Which story/],
        ['/signals no', /Which story/],
        ['/tree 0', /no story 0/],
        ['/stub 404', /no story 404/],
        ['/wire sideways', /I don't know “sideways”/],
        ['/explain alpha_watch/1', /Which two posts/],
        ['/explain alpha_watch/1 nowhere/2', /no post nowhere\/2/],
        ['/channel', /Which channel/],
        ['/channel <b>x', /no channel “<b>x”/],
        ['/frobnicate', /no command \/frobnicate/],
        ['/member list', /Only a chief/],
        ['/review 1', /Only an editor/],
        ['/watch', /What shall I watch/],
        ['/watch story 404', /no story 404/],
        ['/watch story 404404404404', /no story 404404404404/],
        ['/watch channel nowhere', /no channel “nowhere”/],
        ['/quiet 25:00-7', /Write hours/],
      ]
      for (const [typed, answer] of cases)
        expect(textOf(await desk.reader.ask(typed))).toMatch(answer)
      expect(await actsIn(desk)).toBe(0)
    },
    longMs,
  )

  test(
    'is told for searches of any shape, and nothing breaks',
    async () => {
      const desk = await openDeskInTelegram()
      await draftStory(desk)
      const typed = [
        '/search "',
        '/search AND OR NOT',
        '/search NEAR(a b, 2)',
        '/search -drone ^ * : ( ) { } + ~',
        '/search lang:xx drone',
        '/search channel:<i> drone',
        '/search since:yesterday drone',
        `/search ${'x'.repeat(3900)}`,
        '/search \u202e\u0007\ud800',
        '*',
      ]
      const answers: string[] = []
      for (const each of typed) answers.push(textOf(await desk.reader.ask(each)))
      for (const answer of answers)
        expect(answer).toMatch(/Nothing found|What shall I|is no date|Found/)
      expect(answers[6]).toContain('“yesterday” is no date')
      expect(desk.log()).not.toContain('"level":"error"')
    },
    longMs,
  )

  test(
    'is told for buttons that are forged, stale or somebody else’s, and for those of lesser roles',
    async () => {
      const desk = await openDeskInTelegram()
      const { telegram, editor, other, reader, stranger, chief } = desk
      await draftStory(desk)
      const { chat } = telegram.group(-500, 'Newsroom')
      const card = await editor.ask('/review 1', { chat })
      expect(await other.press(card, 'Submit')).toMatch(/somebody else/)
      expect(await reader.press(card, 'Submit')).toMatch(/somebody else/)
      expect(await stranger.press(card, 'Submit')).toMatch(/not a member/)
      const forged = ['approve:1', '', 'x'.repeat(64), "' OR 1=1 --", '\u0000', 'y'.repeat(5000)]
      for (const data of forged) expect(await editor.pressData(card, data)).toMatch(/too old/)
      const elsewhere = await editor.ask('/wire')
      const [button] = card.reply_markup?.inline_keyboard?.flat() ?? []
      expect(await editor.pressData(elsewhere, button?.callback_data ?? '')).toMatch(/too old/)
      expect(await actsIn(desk)).toBe(0)

      await chief.ask('/member add 300 editor Noa')
      const noa = telegram.person(300, 'Noa')
      const hers = await noa.ask('/review 1')
      const edit = await noa.open(hers, 'Edit')
      const question = await noa.open(edit, 'Headline')
      await chief.ask('/member remove 300')
      expect(await noa.press(hers, 'Headline')).toMatch(/not a member/)
      expect(textOf(await noa.ask('Mine now', { replyTo: question }))).toMatch(/not a member/)
      expect(await actsIn(desk)).toBe(2)
    },
    longMs,
  )

  test(
    'is told to who edits a stub that was approved meanwhile, whose words are not lost',
    async () => {
      const desk = await openDeskInTelegram()
      const { editor, chief } = desk
      await draftStory(desk)
      const parts = await editor.open(await editor.ask('/review 1'), 'Edit')
      const question = await editor.open(parts, 'Headline')
      expect(textOf(question)).toMatch(/Reply to this message/)
      const review = await chief.open(await chief.ask('/review 1'), 'Review signals')
      const second = await chief.open(review, 'Reviewed')
      const submit = await chief.open(await chief.open(second, 'Back'), 'Submit')
      const approved = await chief.open(submit, 'Approve')
      expect(textOf(approved)).toContain('approved')
      const refused = await editor.ask('A new headline', { replyTo: question })
      expect(textOf(refused)).toMatch(/Ruth.*: approved it/)
      expect(textOf(refused)).toMatch(/approved, where that can't be done/)
      expect(textOf(refused)).toContain('A new headline')
      expect(refused.reply_markup?.inline_keyboard?.flat()).toHaveLength(1)
      const archive = openArchive(desk.database)
      expect(await archive.stubs.get(1)).toMatchObject({
        state: 'approved',
        headline: expect.not.stringContaining('A new headline') as string,
      })
      archive.close()
    },
    longMs,
  )

  test(
    'what a screen of long ago still shows is answered as too old, and so is a question of then',
    async () => {
      const desk = await openDeskInTelegram()
      const { editor } = desk
      await draftStory(desk)
      const card = await editor.ask('/review 1')
      const question = await editor.open(await editor.open(card, 'Edit'), 'Headline')
      const archive = openArchive(desk.database)
      await expect.poll(() => archive.bot.prompt(editor.chat.id, question.message_id)).toBeDefined()
      await archive.bot.dropButtons('9999-01-01T00:00:00Z')
      const [token = ''] = await archive.bot.putButtons(
        [{ do: 'act-of-a-later-version', story: 1 }],
        { chat: editor.chat.id, member: editor.user.id },
        '2026-07-10T10:00:00Z',
      )
      archive.close()
      expect(await editor.press(card, 'Headline')).toMatch(/too old/)
      expect(await editor.pressData(card, token)).toMatch(/too old/)
      // What was meant for a question is not searched for.
      for (const message of [question, card])
        expect(textOf(await editor.ask('Something else', { replyTo: message }))).toMatch(
          /asks for nothing now/,
        )
      expect(await actsIn(desk)).toBe(0)
    },
    longMs,
  )

  test(
    'posts full of markup and names full of controls are shown for what they say, in whole markup',
    async () => {
      const desk = await openDeskInTelegram()
      const { telegram, reader, chief } = desk
      const evil = `<b>Strike</b> & <a href="tg://user?id=1">you</a> </i></code> <script>alert(1)</script> &lt; hit Kherson port, three wounded \u202e\u0007`
      const chat = { ...alpha, title: 'Al\u202epha <b>Watch\u0007' }
      desk.post(chat, 1, '2026-07-10T10:00:00Z', evil)
      desk.post(beta, 2, '2026-07-10T10:01:00Z', evil)
      await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
      const shown: string[] = []
      for (const typed of ['/wire', '/story 1', '/signals 1', '/stub 1', '/channels', 'strike'])
        shown.push(textOf(await reader.ask(typed)))
      for (const text of shown.slice(0, 4)) expect(text).toContain('<b>Strike</b> & <a')
      for (const text of shown) expect(text).not.toMatch(/[\u202e\u0007]/)
      await chief.ask('/member add 300 reader No\u202ea\u0007 <b>')
      expect(textOf(await chief.ask('/member list'))).toContain('Noa <b>')
      const sent = telegram.api.callsOf('sendMessage')
      expect(sent.filter(({ parse_mode }) => parse_mode !== 'HTML')).toEqual([])
    },
    longMs,
  )

  test(
    'commands in a channel are posts, and what is said in a group is left alone',
    async () => {
      const desk = await openDeskInTelegram()
      const { telegram, reader } = desk
      desk.post(alpha, 1, '2026-07-10T10:00:00Z', '/member add 999 chief Sam')
      const group = telegram.group(-500, 'Newsroom')
      const { chat } = group
      const thread = group.addTopic('Night shift')
      reader.write('good morning', { chat })
      reader.write('/wire@other_bot', { chat })
      const answer = await reader.ask('/channels@desk_bot', { chat, thread })
      expect(answer.message_thread_id).toBe(thread)
      expect(telegram.mailbox.rest(chat.id)).toEqual([])
      expect(telegram.chats.messagesOf(alpha.id)).toEqual([])
      expect(await actsIn(desk)).toBe(0)
    },
    longMs,
  )
})
