import type { Act } from '../../model/desk.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, rich, type Rich } from '../rich.ts'
import { say } from '../screen.ts'
import { readStory } from './story.ts'

const mostActs = 25

export const log: Command = {
  name: 'log',
  role: 'editor',
  run: async (asking, args) => {
    const { desk, words } = asking
    const stub = readStory(args)
    const acts = await desk.archive.desk.log({
      limit: mostActs,
      ...(stub === undefined ? {} : { stub }),
    })
    return acts.length === 0
      ? say(rich`${words.log.none}`)
      : say(lines([bold(words.log.title), ...acts.map((act) => actLine(act, asking))]))
  },
}

/** `04:12 Dana: edited · #12 · reason`. */
export function actLine({ at, name, stub, content }: Act, { words, time }: Asking): Rich {
  const what = words.card.acts[content.kind] ?? content.kind
  const where = stub === undefined ? '' : ` · #${stub}`
  const why =
    'reason' in content && Boolean(content.reason) ? rich` · ${foreign(content.reason)}` : ''
  return rich`• ${time.show(at)} ${bold(foreign(name))}: ${what}${where}${why}`
}
