import type { Language } from '../../model/bot.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import type { Menus } from '../menus.ts'
import { noteAct } from '../note-act.ts'
import { rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'

/** Each named in itself: who can't read the bot's present language must find their own. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  he: 'עברית',
  ru: 'Русский',
}
const codes: readonly Language[] = ['en', 'he', 'ru']

export const language: Command = {
  name: 'language',
  role: 'reader',
  run: ({ words }) =>
    Promise.resolve(
      say(
        rich`${words.language.choose}`,
        rows(
          codes.map((code) => ({
            label: languageNames[code],
            action: { do: 'language', language: code },
          })),
        ),
      ),
    ),
}

export async function chooseLanguage(
  asking: Asking,
  chosen: Language,
  menus: Menus,
): Promise<Reply> {
  const { desk, member } = asking
  await desk.archive.bot.setLanguage(member.id, chosen)
  await noteAct(asking, { kind: 'language', language: chosen })
  void menus.offer(member)
  const said = desk.wordsOf(chosen).language.chosen
  return { ...say(rich`${said}`), toast: said }
}
