import { expect, test } from 'vitest'
import { alpha, beta, openDeskInTelegram } from '../helpers/desk-in-telegram.ts'
import type { Message } from '../helpers/telegram/types.ts'

const strike =
  'Ракета попала в склад топлива у порта Херсона ночью; ранены три человека, сообщил губернатор.'

/** Latin letters on a screen, but for what is a name, a command, a code of a language or words of a post. */
function english({ text = '' }: Message): string[] {
  const own = text
    .replace(/\u2068[^\u2069]*\u2069/gu, '')
    .replace(/\/\w+/g, '')
    .replace(/\b\w+_\w+(?:\/\d+)?|\b(?:ru|en|he)\b/g, '')
  return own.match(/\p{Script=Latin}{2,}/gu) ?? []
}

test.each(['Русский', 'עברית'])(
  'in %s no screen says a word of its own in English',
  async (name) => {
    const desk = await openDeskInTelegram()
    const { editor, reader } = desk
    for (const person of [editor, reader]) await person.open(await person.ask('/language'), name)
    await reader.ask('/watch Херсона')
    await reader.ask('/quiet 23:00-7:00')
    desk.post(alpha, 1, '2026-07-10T10:00:00Z', strike)
    desk.post(beta, 7, '2026-07-10T10:05:00Z', strike)
    await expect.poll(() => desk.log(), { timeout: 20_000 }).toMatch(/draft written/)
    const left: Record<string, string[]> = {}
    for (const typed of [
      '/wire',
      '/story 1',
      '/signals 1',
      '/channels',
      '/channel alpha_watch',
      '/status',
      '/drafts',
      '/watch digest',
      '/watches',
      '/quiet',
      '/log',
      '/explain alpha_watch/1 beta_radar/7',
      '/undo',
    ]) {
      const found = english(await editor.ask(typed))
      if (found.length > 0) left[typed] = found
    }
    expect(left).toEqual({})
  },
  60_000,
)
