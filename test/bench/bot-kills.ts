import { parseArgs } from 'node:util'
import { pause } from '../../src/lib/pause.ts'
import { openArchive } from '../../src/store/archive.ts'
import { alpha, gamma } from '../helpers/desk-in-telegram.ts'
import { DeskProcess } from '../helpers/desk-process.ts'
import type { Person } from '../helpers/telegram/person.ts'
import type { Message } from '../helpers/telegram/types.ts'
import { type Random, seeded } from './random.ts'

interface Counted {
  /** Questions that members asked, and how many of them nobody answered. */
  questions: number
  unanswered: number
  /** Answers that came again: a kill came between the answer and its note. */
  answeredTwice: number
  /** Edits by reply that are not in the audit log once. */
  edits: number
  editsLost: number
  editsDoubled: number
  presses: number
  pressesUnanswered: number
  posts: number
  postsLost: number
  /** Messages with the same alert in the same chat. */
  alertsDoubled: number
  /** Stories of which a kill took the alert while it was being sent. */
  alertsMissing: number
  buttons: number
  deadButtons: number
}

export type KillFigures = Counted & { kills: number }

const sends: ReadonlySet<string> = new Set([
  'sendMessage',
  'editMessageText',
  'answerCallbackQuery',
  'getUpdates',
  'setWebhook',
])
const mostCalls = 8
const longestLifeMs = 4000
const feedMs = 80
const settleMs = 120_000

/** Kills the desk as it answers, tells and listens, starts it again, and counts what was lost or came twice. */
export async function runBotKills(
  rounds: number,
  { seed = 1, takes = 'polls' }: { seed?: number; takes?: 'polls' | 'webhook' } = {},
): Promise<KillFigures> {
  const random = seeded(seed)
  const desk = await DeskProcess.open(takes)
  try {
    const shift = await openShift(desk)
    let kills = 0
    for (; kills < rounds; kills += 1) {
      desk.makeReady()
      await liveAndDie(desk, shift, random)
    }
    desk.start()
    await desk.listening()
    await settled(desk, shift)
    const counted = await count(desk, shift)
    return { kills, ...counted }
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}\n${desk.log.slice(-3000)}`, { cause: error })
  } finally {
    desk.telegram.api.onCall = undefined
    await desk.close()
  }
}

/** What was done to the desk, to be looked for in the end. */
interface Shift {
  reader: Person
  editor: Person
  /** The editor's question, which takes any number of replies. */
  question: Message
  story: Message
  questions: string[]
  edits: string[]
  presses: { answered: boolean }[]
  posts: number[]
}

async function openShift(desk: DeskProcess): Promise<Shift> {
  const { telegram } = desk
  const reader = telegram.person(201, 'Yael')
  const editor = telegram.person(202, 'Dana')
  desk.start()
  await desk.listening()
  await reader.ask('/watch channel alpha_watch')
  post(desk, 1, 'A drone strike hit the fuel depot near Kherson port; three people were wounded.')
  await reader.hear()
  const card = await editor.ask('/review 1')
  const question = await editor.open(await editor.open(card, 'Edit'), 'Headline')
  const story = await reader.ask('/story 1')
  return { reader, editor, question, story, questions: [], edits: [], presses: [], posts: [1] }
}

function post({ telegram }: DeskProcess, id: number, text: string): void {
  const date = Math.floor(Date.now() / 1000)
  telegram.api.push({
    channel_post: { message_id: id, sender_chat: alpha, chat: alpha, date, text },
  })
}

/** A life of the desk: it ends at one of its calls, before Telegram's answer can come, or by time. */
async function liveAndDie(desk: DeskProcess, shift: Shift, random: Random): Promise<void> {
  const { api } = desk.telegram
  const last = 1 + random.below(mostCalls)
  const afterMs = random.chance(0.5) ? 0 : random.below(30)
  let calls = 0
  const life = { isOver: false }
  const die = () => {
    life.isOver = true
    desk.kill()
  }
  let timer: NodeJS.Timeout | undefined
  api.onCall = ({ method }) => {
    if (life.isOver || !sends.has(method)) return
    calls += 1
    timer ??= setTimeout(die, random.below(longestLifeMs))
    if (calls !== last) return
    if (afterMs === 0) die()
    else setTimeout(die, afterMs)
  }
  const starts = !desk.isRunning
  if (starts) desk.start()
  const ended = desk.ended.then(() => {
    life.isOver = true
  })
  // Its start is no time at which people wait.
  while (starts && !life.isOver && calls === 0) await pause(20)
  // One of each, so that even the shortest life has something of every kind to lose.
  for (const kind of kinds) act(desk, shift, random, kind)
  while (!life.isOver) {
    act(desk, shift, random, random.pick(kinds))
    await pause(random.below(feedMs))
  }
  await ended
  clearTimeout(timer)
}

const subjects = ['bridge', 'harbour', 'school', 'railway', 'market', 'airfield', 'dam', 'refinery']
const places = ['Odesa', 'Haifa', 'Basra', 'Izmir', 'Gdansk', 'Porto', 'Tunis', 'Riga', 'Split']

const kinds = ['post', 'question', 'edit', 'press', 'hand in'] as const

function act(desk: DeskProcess, shift: Shift, random: Random, kind: (typeof kinds)[number]): void {
  const { reader, editor, question } = shift
  if (kind === 'post') {
    const id = 1 + shift.posts.length
    shift.posts.push(id)
    const subject = random.pick(subjects)
    post(desk, id, `Number ${id}: the ${subject} of ${random.pick(places)} is closed today.`)
  } else if (kind === 'question') {
    const marker = `nowhere/${shift.questions.length + 1}`
    shift.questions.push(marker)
    reader.write(`/explain ${marker} nowhere/9999999`)
  } else if (kind === 'edit') {
    const words = `Depot hit, version ${shift.edits.length + 1}`
    shift.edits.push(words)
    editor.write(words, { replyTo: question })
  } else if (kind === 'press') {
    const press = { answered: false }
    shift.presses.push(press)
    void pressSignals(shift).then(() => (press.answered = true))
  } else {
    const at = new Date().toISOString()
    editor.forward({ chat: gamma, message_id: 1 + random.below(40), at, text: 'Rain in Haifa.' })
  }
}

/** The screen has long become another, as where a person presses what the phone still shows. */
function pressSignals({ reader, story }: Shift): Promise<string> {
  const [button] = story.reply_markup?.inline_keyboard?.flat() ?? []
  return reader.pressData(story, button?.callback_data ?? '')
}

/** Waits until the inbox is empty, all is judged, and nothing is left to be told. */
async function settled({ database, telegram }: DeskProcess, shift: Shift): Promise<void> {
  const archive = openArchive(database)
  const untilMs = Date.now() + settleMs
  const left = async () => ({
    updates: telegram.api.updates.unconfirmed.length,
    inbox: (await archive.bot.inbox(9)).length,
    toJudge: (await archive.signals.unanalysed(9)).length,
    toTell: (await archive.watching.untold(9)).length,
    toSend: (await archive.watching.due(new Date().toISOString(), 9)).length,
  })
  try {
    for (;;) {
      const waiting = await left()
      if (Object.values(waiting).every((count) => count === 0)) break
      if (Date.now() > untilMs)
        throw new Error(`The desk did not come to rest: ${JSON.stringify(waiting)}`)
      await pause(100)
    }
    // The press of a living person, on a screen of before all kills.
    await pressSignals(shift)
  } finally {
    archive.close()
  }
}

async function count(
  { database, telegram }: DeskProcess,
  { reader, editor, questions, edits, presses, posts }: Shift,
): Promise<Counted> {
  const archive = openArchive(database)
  const told = telegram.chats.messagesOf(reader.chat.id).filter(({ from }) => from?.is_bot)
  const answersTo = (marker: string) =>
    told.filter(({ text = '' }) => text.includes(`${marker}.`)).length
  const answers = questions.map(answersTo)
  const acts = await archive.desk.actsOn(1)
  const times = edits.map(
    (words) =>
      acts.filter(({ content }) => content.kind === 'edit' && content.text === words).length,
  )
  const keys = posts.map((id) => `alpha_watch/${id}`)
  const stored = await archive.signals.get(keys)
  const stories = new Set((await archive.analysis.storyOf(keys)).values())
  const alerts = told.map(({ text = '' }) => text).filter((text) => text.includes('Watched'))
  const alerted = new Set(alerts.map((text) => Number(/\/story_(\d+)/.exec(text)?.[1])))
  const shown = [reader, editor].flatMap(({ chat }) => telegram.chats.messagesOf(chat.id))
  const tokens = shown.flatMap(({ reply_markup }) =>
    (reply_markup?.inline_keyboard ?? [])
      .flat()
      .flatMap(({ callback_data }) => callback_data ?? []),
  )
  let deadButtons = 0
  for (const token of tokens) if ((await archive.bot.button(token)) === undefined) deadButtons += 1
  archive.close()
  const many = (numbers: readonly number[], is: (number: number) => boolean) =>
    numbers.filter(is).length
  return {
    questions: questions.length,
    unanswered: many(answers, (times) => times === 0),
    answeredTwice: many(answers, (times) => times > 1),
    edits: edits.length,
    editsLost: many(times, (done) => done === 0),
    editsDoubled: many(times, (done) => done > 1),
    presses: presses.length,
    pressesUnanswered: presses.filter(({ answered }) => !answered).length,
    posts: posts.length,
    postsLost: keys.length - stored.size,
    alertsDoubled: alerts.length - new Set(alerts).size,
    alertsMissing: Array.from(stories).filter((story) => !alerted.has(story)).length,
    buttons: tokens.length,
    deadButtons,
  }
}

/** `bot-kills --rounds N --seed S [--webhook]`. */
export async function benchBotKills(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      webhook: { type: 'boolean', default: false },
    },
  })
  const takes = values.webhook ? 'webhook' : 'polls'
  return { ...(await runBotKills(Number(values.rounds), { seed: Number(values.seed), takes })) }
}
