import type { Language } from '../../model/bot.ts'
import type { Command } from '../command.ts'
import { rich } from '../rich.ts'
import { rows, say } from '../screen.ts'

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
