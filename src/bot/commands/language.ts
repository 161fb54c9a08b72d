import type { Language } from '../../model/bot.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import type { Menus } from '../menus.ts'
import { rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'

/** Each named in itself: who can't read the bot's present language must find their own. */
const names: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['he', 'עברית'],
  ['ru', 'Русский'],
]

export const language: Command = {
  name: 'language',
  role: 'reader',
  run: ({ words }) =>
    Promise.resolve(
      say(
        rich`${words.language.choose}`,
        rows(names.map(([code, label]) => ({ label, action: { do: 'language', language: code } }))),
      ),
    ),
}

export async function chooseLanguage(
  { desk, member }: Asking,
  chosen: Language,
  menus: Menus,
): Promise<Reply> {
  await desk.archive.bot.setLanguage(member.id, chosen)
  void menus.offer(member)
  const said = desk.wordsOf(chosen).language.chosen
  return { ...say(rich`${said}`), toast: said }
}
