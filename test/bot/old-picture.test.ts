import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { alpha, beta, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import { makeJpeg } from '../helpers/make-picture.ts'
import { toText } from '../helpers/telegram/to-text.ts'
import type { Chat } from '../helpers/telegram/types.ts'

const longMs = 60_000

test(
  'an old picture under a new claim is told on the card of the stub, and to whoever worked on it',
  async () => {
    const desk = await openDeskInTelegram()
    const { telegram, editor, database } = desk
    const post = async (
      chat: Chat,
      id: number,
      at: string,
      caption: string,
      picture: Promise<Uint8Array>,
    ) => {
      const name = `${chat.username ?? ''}_${id}`
      telegram.files.set(name, { name, bytes: await picture })
      telegram.api.push({
        channel_post: {
          message_id: id,
          sender_chat: chat,
          chat,
          date: Date.parse(at) / 1000,
          caption,
          photo: [{ file_id: name, file_size: 9000, width: 640, height: 480 }],
        },
      })
    }
    const fetched = async (key: string) => {
      const archive = openArchive(database)
      try {
        return (await archive.pictures.of([key])).get(key)?.[0]?.state
      } finally {
        archive.close()
      }
    }

    const flood = 'A flood covered the market of Porto after the dam broke in the night.'
    await post(beta, 4, '2024-03-05T09:00:00Z', flood, makeJpeg(1, 90))
    await expect.poll(() => fetched('beta_radar/4'), { timeout: 20_000 }).toBe('fetched')
    const strike = 'A drone strike hit the fuel depot near Kherson port; three people were wounded.'
    await post(alpha, 1, '2026-07-10T10:20:00Z', strike, makeJpeg(1, 30))
    await expect.poll(() => fetched('alpha_watch/1'), { timeout: 20_000 }).toBe('fetched')

    await expect
      .poll(async () => (await editor.ask('/review 2')).text, { timeout: 20_000 })
      .toContain(
        'The picture of alpha_watch/1 is not new: Beta Radar posted it on March 5, 2024, 2 years before this report (beta_radar/4, story #1).',
      )

    expect(toText(await editor.ask('/signals 2'))).toMatch(/Alpha Watch.* · en · 📷\n/)

    const crash = 'Two freight trains collided near the station of Lviv; nobody was hurt.'
    await post(alpha, 9, '2026-07-10T10:21:00Z', crash, Promise.resolve(Buffer.from('no photo')))
    await expect.poll(() => fetched('alpha_watch/9'), { timeout: 20_000 }).toBe('failed')
    await expect
      .poll(async () => toText(await editor.ask('/signals 3')), { timeout: 20_000 })
      .toContain('📷 not looked at: it is no photo that can be read')
    const chosen = await editor.open(await editor.ask('/language'), 'עברית')
    expect(chosen.text).toMatch(/\p{Script=Hebrew}/u)
    expect(toText(await editor.ask('/signals 3'))).toContain('📷 לא נבדקה: זו לא תמונה שאפשר לקרוא')
    await editor.open(await editor.ask('/language'), 'English')

    // A report that an editor has worked on already.
    const attack =
      'A missile strike hit the railway station of Haifa; two people were killed, officials said.'
    desk.post(alpha, 2, '2026-07-10T10:22:00Z', attack)
    await expect
      .poll(async () => (await editor.ask('/review 4')).text, { timeout: 20_000 })
      .toContain('Haifa')
    const card = await editor.ask('/review 4')
    const question = await editor.open(await editor.open(card, 'Edit'), 'Headline')
    editor.write('Strike on Haifa station, a channel says', { replyTo: question })
    await editor.hear()
    const copy = `${attack} More follows.`
    await post(beta, 5, '2026-07-10T10:23:00Z', copy, makeJpeg(1, 60))
    await expect
      .poll(async () => (await editor.ask('/review 4')).text, { timeout: 20_000 })
      .toContain('The picture of beta_radar/5 was posted before, under another report.')
  },
  longMs,
)
