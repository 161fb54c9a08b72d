import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import {
  alpha,
  beta,
  type DeskInTelegram,
  gamma,
  openDeskInTelegram,
} from '../helpers/desk-in-telegram.ts'
import { findEnglish, shownBy } from '../helpers/find-english.ts'
import type { Person } from '../helpers/telegram/person.ts'
import type { Message } from '../helpers/telegram/types.ts'

const longMs = 120_000

const strike =
  'Ракета попала в склад топлива у порта Херсона ночью; ранены три человека, сообщил губернатор.'
const retold =
  'Склад топлива у порта Херсона горит после ракетного удара; ранены пять человек, говорят врачи.'
const quake = 'Сильное землетрясение произошло ночью у берегов Чили; о пострадавших не сообщается.'

/** Names in the configuration and of people; none is a word of the desk's own. */
const names = ['Alpha Watch', 'Beta Radar', 'Yael', 'Dana', 'Omer', 'Ruth', 'The Desk', 'site']

/** What the stubs say themselves, in the language of the dispatch, longest first. */
async function textsOfStubs({ database }: DeskInTelegram): Promise<string[]> {
  const archive = openArchive(database)
  try {
    const stubs = await Promise.all([1, 2, 3].map((number) => archive.stubs.get(number)))
    return stubs.flatMap((stub) => {
      if (stub === undefined) return []
      const { beat, form, topic } = stub.kicker
      const sentences = [...stub.tldr, ...stub.body.flat()].map(({ text }) => text)
      return [`${beat} · ${form} · ${topic}`, beat, form, topic, stub.headline, ...sentences]
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
    const data = [...names, ...(await textsOfStubs(this.desk))]
    const latin = findEnglish(shownBy(message), data)
    if (latin.length > 0) this.found[what] = [...latin, shownBy(message)]
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
  'in %s no screen that answers a question says a word of English',
  async (name, language) => {
    const desk = await openIn(name)
    const { editor, reader, chief } = desk
    const look = new Look(desk)
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
    desk.post(gamma, 3, '2026-07-10T10:15:00Z', retold)
    desk.post(gamma, 4, '2026-07-10T10:16:00Z', quake)
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
    const data = await textsOfStubs(desk)
    for (const { description, input_message_content: content } of inline)
      expect(
        findEnglish(`${description}\n${content.message_text.replace(/<[^>]*>/g, '')}`, data),
      ).toEqual([])
    expect(look.found, language).toEqual({})
  },
  longMs,
)
