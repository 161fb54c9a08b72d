import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  alpha,
  beta,
  type DeskInTelegram,
  gamma,
  openDeskInTelegram,
} from '../helpers/desk-in-telegram.ts'
import { intakeItself } from '../../src/model/desk.ts'
import { openArchive } from '../../src/store/archive.ts'
import type { Group } from '../helpers/telegram/local-telegram.ts'
import type { Person, Where } from '../helpers/telegram/person.ts'
import { toText } from '../helpers/telegram/to-text.ts'
import type { Chat, Message } from '../helpers/telegram/types.ts'

const longMs = 120_000

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'
const revised = strike.replace('three', 'five')
const ownWords =
  'Our correspondent in Kherson: the fuel depot at the port is burning after a drone strike last night. Three people are wounded, hospital doctors tell us.'
/** A channel that nobody monitors. */
const town: Chat = { id: -1009, type: 'channel', title: 'Kherson Live', username: 'kherson_live' }

/** A file tells of deletions, which Telegram tells no bot. */
const withFile = {
  files: ['delta.jsonl'],
  channels: '  - { id: delta, title: Delta Desk, source: { kind: file, address: delta.jsonl } }',
  rest: `schedule: { file: '* * * * * *', jitterSeconds: 0 }
export: { targets: [{ name: site, kind: folder, folder: site }] }`,
}

function postInFile({ root }: DeskInTelegram, more: { deletedAt?: string } = {}): void {
  const post = { channel: 'delta', id: 4, at: '2026-07-10T11:14:00Z', text: strike, ...more }
  appendFileSync(path.join(root, 'delta.jsonl'), `${JSON.stringify(post)}\n`)
}

test(
  'a desk takes one story from its first post to a dispatch, its correction and its end',
  async () => {
    const desk = await openDeskInTelegram(withFile)
    const newsroom = desk.telegram.group(-500, 'Newsroom')
    await strangerFindsTheBot(desk, newsroom)
    const told = await firstPost(desk)
    await readerLooksAround(desk)
    await othersCarryIt(desk, told)
    await secondOrigin(desk, told)
    await editorWorksOnIt(desk)
    await twoEditorsAtOnce(desk)
    await approvedInTheNewsroom(desk, newsroom)
    await sourceChangesItsPost(desk)
    await correctedAndKilled(desk)
    await everythingIsInTheLog(desk)
    expect(desk.log()).not.toContain('"level":"error"')
  },
  longMs,
)

/** Presses a button and hears what comes of it. */
async function press(person: Person, screen: Message, label: string): Promise<Message> {
  await person.press(screen, label)
  return hears(person, /./, screen.chat)
}

/** The next that the person is shown with such words; what came before is passed over. */
async function hears(person: Person, words: RegExp, chat: Chat = person.chat): Promise<Message> {
  for (;;) {
    const message = await person.hear(chat)
    if (words.test(toText(message))) return message
  }
}

async function asks(person: Person, typed: string, where: Where = {}): Promise<string> {
  return toText(await person.ask(typed, where))
}

const buttonsOf = ({ reply_markup }: Message) =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

async function strangerFindsTheBot(desk: DeskInTelegram, { chat }: Group): Promise<void> {
  const { stranger, telegram } = desk
  expect(await asks(stranger, '/start')).toMatch(/not a member.*999/)
  stranger.write('/wire')
  stranger.write('/wire', { chat })
  // Updates of a chat are answered in turn: what comes after would have brought those answers first.
  desk.later(61)
  expect(await asks(stranger, 'let me in')).toMatch(/not a member/)
  expect(telegram.mailbox.rest(stranger.chat.id)).toEqual([])
  expect(telegram.mailbox.rest(chat.id)).toEqual([])
}

/** The reader watches a town, and is told of a single source. */
async function firstPost(desk: DeskInTelegram): Promise<Message> {
  const { reader } = desk
  expect(await asks(reader, '/watch Kherson')).toContain('I will tell you here')
  desk.post(alpha, 1, '2026-07-10T11:00:00Z', strike)
  const told = await hears(reader, /Watched/)
  expect(toText(told)).toMatch(/1️⃣ \*\*single source\*\* · 1 origin · 1 channel\n\/story_1/)
  return told
}

async function readerLooksAround(desk: DeskInTelegram): Promise<void> {
  const { reader, telegram } = desk
  expect(await asks(reader, '/wire')).toMatch(/Kherson[^]*single source[^]*\/story_1/)
  const story = await reader.ask('/story_1')
  expect(toText(story)).toMatch(/Alpha Watch.* \(alpha_watch\): \[14:00\]/)
  expect(buttonsOf(story)).not.toContain('Review')
  expect(toText(await press(reader, story, 'Signals'))).toContain('three people were wounded')
  expect(toText(await press(reader, await reader.ask('/story 1'), 'second origin'))).toContain(
    'a second origin for story 1',
  )
  const [picture] = (await reader.ask('/tree_1')).photo ?? []
  expect(picture?.width).toBeGreaterThan(600)
  const file = telegram.files.get(picture?.file_id ?? '')
  expect(Buffer.from(file?.bytes ?? []).toString('latin1')).toContain('PNG')
  for (let id = 20; id < 27; id += 1)
    desk.post(gamma, id, '2026-07-10T10:00:00Z', `דוח מזג אוויר מספר ${id}: גשם בצפון.`)
  await expect
    .poll(async () => asks(reader, '/search גשם'), { timeout: 10_000 })
    .toMatch(/Found: 1–5\+/)
  const page = await press(reader, await reader.ask('גשם lang:he'), '▶')
  expect(toText(page)).toContain('Found: 6–7')
  expect(toText(await press(reader, page, '◀'))).toContain('Found: 1–5')
}

async function othersCarryIt(desk: DeskInTelegram, told: Message): Promise<void> {
  const { editor, reader, telegram } = desk
  desk.post(beta, 7, '2026-07-10T11:05:00Z', strike)
  expect((await hears(reader, /2 channels/)).message_id).toBe(told.message_id)
  expect(toText(telegram.current(told))).toContain('🔁 **echoed** · 1 origin')
  editor.forward({ chat: town, message_id: 55, at: '2026-07-10T11:12:00Z', text: strike })
  expect(toText(await hears(editor, /kherson_live/))).toMatch(
    /kherson_live\/55[^]*copy of[^]*In story 1[^]*echoed\*\* · 1 origin · 3 channels/,
  )
  await hears(reader, /3 channels/)
  postInFile(desk)
  await hears(reader, /1 origin · 4 channels/)
  expect(await asks(reader, '/explain alpha_watch/1 kherson_live/55')).toMatch(
    /✓ linked[^]*✓ one story[^]*✓ one origin/,
  )
}

/** The message of the story is changed in its place, and what turned is said in one of its own. */
async function secondOrigin(desk: DeskInTelegram, told: Message): Promise<void> {
  const { reader, telegram } = desk
  desk.post(gamma, 30, '2026-07-10T11:20:00Z', ownWords)
  expect(toText(await hears(reader, /Sourcing:/))).toMatch(/Sourcing: .* → corroborated/)
  expect(toText(telegram.current(told))).toContain(
    '👥 **corroborated** · at most 2 independent origins · 5 channels',
  )
  expect(await asks(reader, '/watches')).not.toContain('second origin')
}

async function editorWorksOnIt(desk: DeskInTelegram): Promise<void> {
  const { editor } = desk
  let screen = await editor.ask('/review 1')
  expect(buttonsOf(screen)).not.toContain('✅ Approve')
  screen = await press(editor, screen, 'Review signals')
  expect(toText(screen)).toMatch(/1 \/ 5[^]*Not reviewed[^]*Alpha Watch/)
  screen = await press(editor, screen, 'Reviewed')
  screen = await press(editor, screen, 'Set aside')
  screen = await press(editor, await press(editor, screen, '◀'), '◀')
  screen = await replies(editor, screen, 'Name its', 'They filmed it themselves.')
  expect(toText(screen)).toMatch(/1 of 4 reviewed[^]*Alpha Watch[^]*1 set aside/)
  screen = await edits(editor, screen, 'Headline', 'Depot in Kherson port hit, 41 dead')
  expect(toText(screen)).toMatch(/Look again: in no signal of the story: 41/)
  screen = await edits(editor, screen, 'Headline', 'Fuel depot in Kherson port hit')
  expect(toText(screen)).toContain('**Fuel depot in Kherson port hit**')
  const missing = await press(editor, screen, 'Mark as stated')
  expect(buttonsOf(missing)).toContain('who carried it out')
  screen = await replies(editor, missing, 'who carried it out', 'In the video of the governor.')
  expect(toText(screen)).not.toContain('who carried it out')
}

/** Presses a button that asks for words, and replies with them. */
async function replies(
  person: Person,
  screen: Message,
  label: string,
  words: string,
): Promise<Message> {
  const question = await press(person, screen, label)
  expect(toText(question)).toMatch(/^Reply/)
  const thread = question.message_thread_id
  const where = { replyTo: question, chat: screen.chat }
  return person.ask(words, thread === undefined ? where : { ...where, thread })
}

async function edits(
  person: Person,
  card: Message,
  field: string,
  words: string,
): Promise<Message> {
  return replies(person, await press(person, card, 'Edit'), field, words)
}

/** The later of two is shown what the other did, and has their own words still at hand. */
async function twoEditorsAtOnce({ editor, other }: DeskInTelegram): Promise<void> {
  const words = 'A fuel depot burns in Kherson.'
  const parts = await press(other, await other.ask('/review 1'), 'Edit')
  const question = await press(other, parts, 'TL;DR')
  await edits(editor, await editor.ask('/review 1'), 'TL;DR', 'Three people are wounded.')
  const shown = await other.ask(words, { replyTo: question })
  expect(toText(shown)).toMatch(
    /Somebody was here before you[^]*Dana\*\*: edited: TL;DR → Three people are wounded\./,
  )
  expect(toText(shown)).toContain(words)
  const done = await press(other, shown, 'all the same')
  expect(toText(done)).toContain(`TL;DR** ${words}`)
  const undone = await press(other, done, 'Undo')
  expect(toText(undone)).toContain('TL;DR** Three people are wounded.')
  expect(toText(undone)).toContain('**Fuel depot in Kherson port hit**')
}

/** The chief works in a topic of the newsroom's group, and all that concerns it stays there. */
async function approvedInTheNewsroom(desk: DeskInTelegram, newsroom: Group): Promise<void> {
  const { editor, chief, telegram } = desk
  const { chat } = newsroom
  const thread = newsroom.addTopic('Night shift')
  // A bot can write first to nobody: who is to be told has started it.
  await chief.ask('/start')
  const draft = await editor.ask('/review 1')
  const question = await press(editor, await press(editor, draft, 'Edit'), 'Headline')
  const card = await chief.ask('/review 1', { chat, thread })
  expect(toText(await press(editor, await editor.ask('/review 1'), 'Submit'))).toContain(
    'in review',
  )
  expect(await editor.press(card, 'Hold')).toMatch(/somebody else/)
  const held = await replies(chief, card, 'Hold', 'Wait for the fire brigade.')
  expect(toText(held)).toMatch(/Somebody was here before you[^]*Dana\*\*: submitted it[^]*Wait for/)
  const again = await press(chief, await press(chief, held, 'all the same'), 'Take up again')
  const page = await press(chief, again, 'Page')
  const file = telegram.files.get(page.document?.file_id ?? '')
  expect(Buffer.from(file?.bytes ?? []).toString()).toContain('Fuel depot in Kherson port hit')
  const approved = await press(chief, again, 'Approve')
  expect(toText(approved)).toContain('strong · approved')
  const ofBot = telegram.chats.messagesOf(chat.id).filter(({ from }) => from?.is_bot)
  expect(new Set(ofBot.map(({ message_thread_id }) => message_thread_id))).toEqual(
    new Set([thread]),
  )
  const refused = await editor.ask('Depot lost', { replyTo: question })
  expect(toText(refused)).toMatch(
    /Ruth.*: approved it[^]*approved, where that can't be done[^]*Depot lost/,
  )
  expect(buttonsOf(await editor.ask('/review 1'))).not.toContain('✏️ Edit')
}

/** What was approved keeps its words; those who worked on it are told, and others are not. */
async function sourceChangesItsPost(desk: DeskInTelegram): Promise<void> {
  const { editor, other, chief } = desk
  desk.edit(alpha, 1, '2026-07-10T11:00:00Z', '2026-07-10T11:31:00Z', revised)
  for (const person of [editor, other, chief])
    expect(toText(await hears(person, /changed beneath/))).toContain('alpha_watch/1 was edited')
  postInFile(desk, { deletedAt: '2026-07-10T11:33:00Z' })
  for (const person of [editor, other, chief])
    expect(toText(await hears(person, /changed beneath/))).toContain('delta/4')
  const card = await editor.ask('/review 1')
  expect(toText(card)).toMatch(/Changed beneath it[^]*strong · exported/)
  expect(toText(await press(editor, card, 'Seen'))).not.toContain('Changed beneath it')
}

async function correctedAndKilled(desk: DeskInTelegram): Promise<void> {
  const { editor, chief } = desk
  const open = await replies(chief, await chief.ask('/review 1'), 'Correct', 'Five, not three.')
  expect(toText(open)).toMatch(/Being corrected[^]*Five, not three/)
  await edits(editor, await editor.ask('/review 1'), 'TL;DR', 'Five people are wounded.')
  const second = await press(chief, await chief.ask('/review 1'), 'Approve')
  expect(toText(second)).toMatch(/strong · corrected[^]*Five people/)
  const killed = await replies(chief, second, 'Kill', 'The governor took it back.')
  expect(toText(killed)).toMatch(/killed[^]*Because: The governor took it back/)
  expect(await asks(editor, '/drafts')).not.toContain('/review_1')
}

/** Nothing that was done is missing from what editors see, nor from what is kept. */
async function everythingIsInTheLog({ editor, database }: DeskInTelegram): Promise<void> {
  expect(await asks(editor, '/log 1')).toMatch(
    /Ruth\*\*: killed it · #1 · The governor took it back[^]*: marked a signal: Set aside · beta_radar\/7/,
  )
  const archive = openArchive(database)
  await expect.poll(() => archive.dispatches.all()).toMatchObject([{ killed: true }])
  const acts = await archive.desk.actsOn(1)
  const editions = await archive.desk.editions(1)
  const beside = (await archive.desk.log({ limit: 100 })).filter(({ stub }) => stub === undefined)
  const people = acts.filter(({ by }) => by !== intakeItself)
  const done = people.map(({ name, content }) => `${name} ${content.kind}`)
  expect(done).toEqual([
    'Dana review',
    'Dana review',
    'Dana name',
    'Dana edit',
    'Dana edit',
    'Dana mark-stated',
    'Dana edit',
    'Omer edit',
    'Omer undo',
    'Dana submit',
    'Ruth hold',
    'Ruth resume',
    'Ruth approve',
    'Dana seen',
    'Ruth correct',
    'Dana edit',
    'Ruth approve',
    'Ruth kill',
  ])
  expect(editions.map(({ kind }) => kind)).toEqual(['new', 'correction', 'kill'])
  archive.close()
  expect(beside).toMatchObject([
    { name: 'Dana', content: { kind: 'hand-in', signal: 'kherson_live/55' } },
    { name: 'Yael', content: { kind: 'watch', subject: { kind: 'corroboration', story: 1 } } },
    { name: 'Yael', content: { kind: 'watch', subject: { kind: 'words', words: 'Kherson' } } },
  ])
}
