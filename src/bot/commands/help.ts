import { mayAct } from '../../desk/review/member-book.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { apart, bold, lines, nothing, rich, type Rich } from '../rich.ts'
import { say } from '../screen.ts'

/** Command names as `/help` groups them; every command of the bot stands here once. */
export const groups = {
  query: [
    'wire',
    'story',
    'signals',
    'tree',
    'search',
    'explain',
    'channels',
    'channel',
    'stub',
    'drafts',
    'status',
  ],
  review: ['review', 'export', 'log'],
  told: ['watch', 'watches', 'quiet'],
  desk: ['undo', 'language', 'member', 'help'],
} as const

/** The commands a member may use, in groups. */
export function createHelp(commands: () => readonly Command[]): Command {
  return {
    name: 'help',
    role: 'reader',
    run: (asking) => {
      const { words, member } = asking
      const may = new Set(
        commands()
          .filter(({ role }) => mayAct(member.role, role))
          .map(({ name }) => name),
      )
      const shown = (Object.keys(groups) as (keyof typeof groups)[]).flatMap((group) => {
        const names = groups[group].filter((name) => may.has(name))
        return names.length === 0
          ? []
          : [nothing, bold(words.help[group]), ...names.map((name) => helpLine(name, asking))]
      })
      return Promise.resolve(
        say(
          lines([
            bold(words.help.title),
            ...shown,
            nothing,
            rich`${mayAct(member.role, 'editor') ? `${words.help.forward} ` : ''}${words.help.plain}`,
          ]),
        ),
      )
    },
  }
}

const helpLine = (name: keyof Asking['words']['help']['commands'], { words }: Asking): Rich =>
  rich`/${name} — ${apart(words.help.commands[name])}`
