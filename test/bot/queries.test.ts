import { expect, test } from 'vitest'
import { alpha, beta, gamma, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { toText } from '../helpers/telegram/to-text.ts'

const longMs = 120_000

const strike =
  'A drone strike hit the fuel depot near Kherson port overnight; three people were wounded, the governor said.'

test(
  'a reader asks for everything the desk knows of a story, and each answer leads to the next',
  async () => {
    const desk = await openDeskInTelegram()
    const { reader, editor } = desk
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
    desk.post(gamma, 3, '2026-07-10T10:06:00Z', 'חדשות הבוקר: גשם ירד היום בצפון הארץ.')
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)

    expect(toText(await reader.ask('/wire'))).toMatch(
      /\*\*.*Kherson.*\*\*\n🔁 \*\*echoed\*\* · 1 origin · 2 channels/,
    )
    const story = await editor.ask('/story_1')
    expect(toText(story)).toMatch(
      /Alpha Watch.* \(alpha_watch\): \[13:00\]\(https:\/\/t.me\/alpha_watch\/1\)/,
    )
    const signals = await editor.open(story, 'Signals')
    expect(toText(signals)).toContain('↳ copy of [Alpha Watch](https://t.me/alpha_watch/1)')
    const tree = await reader.ask('/tree 1')
    expect(tree.photo?.[0]?.width).toBeGreaterThan(600)
    expect(toText(await reader.ask('/explain alpha_watch/1 beta_radar/7'))).toContain(
      '✓ one story: **yes**',
    )
    expect(toText(await reader.ask('גשם'))).toContain('גשם')
    expect(toText(await reader.ask('/channel beta_radar'))).toContain('reliability F')
    expect(toText(await reader.ask('/stub 1'))).toContain('a monitored channel')

    const found = await reader.inline('Kherson')
    expect(found['results']).toHaveLength(1)
    expect(found).toMatchObject({ is_personal: true })

    const handedIn = { chat: gamma, message_id: 9, at: '2026-07-10T10:20:00Z', text: strike }
    editor.forward(handedIn)
    expect(toText(await editor.hear())).toContain('Taken in')
    expect(toText(await editor.hear())).toMatch(
      /gamma_news\/9[^]*copy of[^]*story 1[^]*1 origin · 3 channels/,
    )
    reader.forward(handedIn)
    expect(toText(await reader.hear())).toContain('Only editors')
  },
  longMs,
)

test(
  'each member is offered what their role may do, and strangers nothing',
  async () => {
    const { telegram, reader, chief } = await openDeskInTelegram()
    await reader.ask('/help')
    await chief.ask('/help')
    const offered = (id: number) =>
      telegram.api
        .callsOf('setMyCommands')
        .filter(({ scope }) => JSON.stringify(scope).includes(String(id)))
        .map(({ commands }) => (commands as { command: string }[]).map(({ command }) => command))
    await expect.poll(() => offered(204).at(-1)).toContain('member')
    expect(offered(201).at(-1)).not.toContain('review')
    const { chat } = telegram.person(300, 'Noa')
    await telegram.person(300, 'Noa').ask('/start')
    await chief.ask('/member add 300 editor Noa')
    await expect.poll(() => offered(chat.id).at(-1)).toContain('review')
    await chief.ask('/member remove 300')
    await expect
      .poll(() => telegram.api.callsOf('deleteMyCommands'))
      .toMatchObject([{ scope: { type: 'chat', chat_id: 300 } }])
    expect(telegram.api.callsOf('setMyCommands')[0]).toMatchObject({
      commands: [],
      scope: { type: 'default' },
    })
  },
  longMs,
)

test(
  'a member chooses a language, and is answered and offered commands in it from then on',
  async () => {
    const { telegram, reader, editor } = await openDeskInTelegram()
    const choice = await reader.ask('/language')
    expect(toText(await reader.open(choice, 'עברית'))).toContain('עברית')
    expect(toText(await reader.ask('/wire'))).toContain('24 השעות האחרונות')
    expect(toText(await editor.ask('/wire'))).toContain('last 24 hours')
    const menu = () => JSON.stringify(telegram.api.callsOf('setMyCommands').at(-1))
    await expect.poll(menu).toContain('הסיפורים האחרונים')
  },
  longMs,
)
