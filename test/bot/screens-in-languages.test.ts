import { expect, test } from 'vitest'
import { rich } from '../../src/bot/rich.ts'
import { shorten } from '../../src/bot/split.ts'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { readField } from '../../src/desk/review/edits.ts'
import type { EditField } from '../../src/model/desk.ts'
import { openArchive } from '../../src/store/archive.ts'
import {
  alpha,
  beta,
  type DeskInTelegram,
  gamma,
  openDeskInTelegram,
} from '../helpers/desk-in-telegram.ts'
import { findEnglish, shownBy } from '../helpers/find-english.ts'
import { findTurned } from '../helpers/find-turned.ts'
import type { Person } from '../helpers/telegram/person.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 120_000

const strike =
  'Ракета попала в склад топлива у порта Херсона ночью; ранены три человека, сообщил губернатор.'
const retold =
  'Склад топлива у порта Херсона горит после ракетного удара; ранены пять человек, говорят врачи.'
const quake = 'Сильное землетрясение произошло ночью у берегов Чили; о пострадавших не сообщается.'

/** Names in the configuration and of people; none is a word of the desk's own. */
const names = ['Alpha Watch', 'Beta Radar', 'Yael', 'Dana', 'Omer', 'Ruth', 'site']
/** Files, what the platform calls their faults, an outlet, and what nobody has asked for. */
const data = ['file:', 'lost.jsonl', 'ENOENT', 'EEXIST', 'Reuters', 'nonesuch']

/** What the stubs say themselves, in the language of the dispatch. */
async function textsOfStubs({ database }: DeskInTelegram): Promise<string[]> {
  const archive = openArchive(database)
  try {
    const stubs = await Promise.all([1, 2, 3].map((number) => archive.stubs.get(number)))
    return stubs.flatMap((stub) => {
      if (stub === undefined) return []
      const { beat, form, topic } = stub.kicker
      const fields = ['headline', 'tldr', ...stub.body.map((_, index) => `paragraph:${index}`)]
      const texts = fields.map((field) => readField(stub, field as EditField) ?? '')
      // As the screen of what can be edited shows them.
      const cut = texts.map((text) => shorten(rich`${text}`, 80).text)
      return [`${beat} · ${form} · ${topic}`, beat, form, topic, ...texts, ...cut]
    })
  } finally {
    archive.close()
  }
}

/** Asks and presses, and keeps what of the answers is in English. */
class Look {
  readonly found: Record<string, string[]> = {}
  private readonly desk: DeskInTelegram

  constructor(desk: DeskInTelegram) {
    this.desk = desk
  }

  async ask(person: Person, typed: string, reply?: Message): Promise<Message> {
    return this.see(typed, await person.ask(typed, reply === undefined ? {} : { replyTo: reply }))
  }

  async open(person: Person, screen: Message, label: string): Promise<Message> {
    return this.see(`[${label}]`, await person.open(screen, label))
  }

  async see(what: string, message: Message): Promise<Message> {
    const known = [...names, ...data, this.desk.root, ...(await textsOfStubs(this.desk))]
    const latin = findEnglish(shownBy(message).replace(/\/site\/[\w-]+/g, ''), known)
    if (latin.length > 0) this.found[what] = [...latin, shownBy(message)]
    const turned = findTurned(shownBy(message), await textsOfStubs(this.desk))
    if (turned.length > 0) this.found[`${what}, out of order`] = turned
    return message
  }
}

async function openIn(name: string): Promise<DeskInTelegram> {
  const desk = await openDeskInTelegram({
    rest: 'export: { targets: [{ name: site, kind: folder, folder: site }] }\nschedule: { file: "* * * * * *", jitterSeconds: 0 }',
    files: ['site'],
    channels: '  - { id: lost_file, title: Пропажа, source: { kind: file, address: lost.jsonl } }',
  })
  for (const person of [desk.reader, desk.editor, desk.chief])
    await person.open(await person.ask('/language'), name)
  return desk
}

const languages = [
  ['Русский', 'ru'],
  ['עברית', 'he'],
] as const

test.each(languages)(
  'in %s no screen that answers a question says a word of English, or anything out of order',
  async (name, language) => {
    const desk = await openIn(name)
    const { editor, reader, chief } = desk
    const look = new Look(desk)
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
    desk.post(gamma, 3, '2026-07-10T10:15:00Z', retold)
    desk.post(gamma, 4, '2026-07-10T10:16:00Z', quake)
    desk.post(gamma, 5, '2026-07-10T10:17:00Z', '🔥🔥')
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
    await expect
      .poll(async () => (await editor.ask('/status')).text, { timeout: 20_000 })
      .toContain('lost.jsonl')
    for (const typed of [
      '/help',
      '/wire',
      '/wire contested',
      '/wire 0.5',
      '/wire внезапно',
      '/story 1',
      '/story',
      '/story 99',
      '/signals 1',
      '/tree 1',
      '/search Херсона',
      '/search',
      '/search since:вчера',
      '/search небывалое',
      '/explain',
      '/explain alpha_watch/1 beta_radar/7',
      '/explain alpha_watch/1 gamma_news/3',
      '/explain alpha_watch/1 gamma_news/4',
      '/explain alpha_watch/1 alpha_watch/1',
      '/explain alpha_watch/1 alpha_watch/99',
      '/channels',
      '/channel',
      '/channel alpha_watch',
      '/channel небывалый',
      '/stub 1',
      '/stub 99',
      '/drafts',
      '/status',
      '/watch',
      '/watch Херсона',
      '/watch story 1',
      '/watch corroboration 1',
      '/watch channel alpha_watch',
      '/watch digest',
      '/watches',
      '/quiet',
      '/quiet сейчас',
      '/quiet 23:00-7:00',
      '/quiet',
      '/quiet off',
      '/undo',
      '/language',
      '/nonesuch',
      '/log',
      '/export',
      '/export 1 dry',
      '/review 99',
    ])
      await look.ask(editor, typed)
    for (const typed of ['/review 1', '/member list', '/undo', '/start'])
      await look.ask(reader, typed)
    for (const typed of [
      '/member list',
      '/member',
      '/member add кто',
      '/member add 300 никто',
      '/member add 300 reader',
      '/member add 300 reader Нина',
      '/member remove 300',
      '/member remove 301',
      '/member remove 201',
      '/undo',
      '/log',
    ])
      await look.ask(chief, typed)
    const inline = (await editor.inline('Херсона'))['results'] as {
      description: string
      input_message_content: { message_text: string }
    }[]
    expect(inline.length).toBeGreaterThan(0)
    const headlines = await textsOfStubs(desk)
    for (const { description, input_message_content: content } of inline)
      expect(
        findEnglish(`${description}\n${content.message_text.replace(/<[^>]*>/g, '')}`, headlines),
      ).toEqual([])
    expect(look.found, language).toEqual({})
  },
  longMs,
)

test.each(languages)(
  'in %s no screen of the review, and no notice of it, says a word of English, or anything out of order',
  async (name, language) => {
    const desk = await openIn(name)
    const { editor, chief } = desk
    const { card, story, export: delivery } = wordsOf(language)
    const look = new Look(desk)
    const answered = async (person: Person, question: Message, text: string) =>
      look.ask(person, text, question)
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    desk.post(beta, 7, '2026-07-10T10:05:00Z', `${retold} Об этом сообщает Reuters.`)
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)

    const signals = await look.open(editor, await look.ask(editor, '/review 1'), card.review)
    await answered(editor, await look.open(editor, signals, card.name), 'Это открытый канал.')
    await look.open(editor, await look.open(editor, signals, card.reviewedMark), card.setAside)
    const edit = await look.open(editor, await look.ask(editor, '/review 1'), card.edit)
    const topic = await look.open(editor, edit, card.fields['topic'] ?? '')
    await answered(editor, topic, 'Война')
    const headline = await look.open(editor, edit, card.fields['headline'] ?? '')
    await answered(editor, headline, 'Ракета попала в порт: 17 погибших')
    await answered(editor, headline, 'ж'.repeat(200))
    const missing = await look.open(editor, await look.ask(editor, '/review 1'), card.state)
    await answered(
      editor,
      await look.open(editor, missing, buttonsOf(missing)[0] ?? ''),
      'Сказано в конце.',
    )
    const sourcing = await look.open(editor, await look.ask(editor, '/review 1'), card.source)
    await answered(
      editor,
      await look.open(editor, sourcing, buttonsOf(sourcing)[0] ?? ''),
      'Так решено.',
    )
    const shown = await look.ask(editor, '/review 1')
    for (const label of [card.page, card.publicVersion, story.openTree])
      await look.open(editor, shown, label)
    await look.open(editor, await look.ask(editor, '/review 1'), card.submit)

    const hold = await look.open(chief, await look.ask(chief, '/review 1'), card.hold)
    const held = await answered(chief, hold, 'Ждём полицию.')
    await look.open(chief, held, card.resume)
    await look.open(chief, await look.ask(chief, '/review 1'), card.approve)
    // A file stands where the folder should be.
    for (const person of [editor, chief]) await look.see('stopped', await person.hear())
    await look.ask(chief, '/export')
    await look.open(chief, await look.ask(chief, '/export 1'), delivery.dryRun)
    await look.open(chief, await look.ask(chief, '/export 1'), delivery.resume)
    await look.see('stopped again', await chief.hear())

    desk.edit(alpha, 1, '2026-07-10T10:00:00Z', '2026-07-10T10:40:00Z', `${strike} Уточнено.`)
    for (const person of [editor, chief]) await look.see('flags', await person.hear())
    for (const typed of ['/review 1', '/stub 1', '/undo', '/log 1']) await look.ask(editor, typed)
    const correct = await look.open(chief, await look.ask(chief, '/review 1'), card.correct)
    await answered(chief, correct, 'Число раненых изменилось.')
    const kill = await look.open(chief, await look.ask(chief, '/review 1'), card.kill)
    await answered(chief, kill, 'Опровергнуто.')
    await look.ask(chief, '/export 1')
    expect(look.found, language).toEqual({})
  },
  longMs,
)

const buttonsOf = ({ reply_markup }: Message): string[] =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)
