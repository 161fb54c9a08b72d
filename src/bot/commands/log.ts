import type { Act } from '../../model/desk.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, rich, type Rich } from '../rich.ts'
import { fieldName } from '../review/field-name.ts'
import { say } from '../screen.ts'
import { languageNames } from './language.ts'
import { readStory } from './story.ts'
import { describeWatch } from './watch.ts'

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
export function actLine({ at, name, stub, content }: Act, asking: Asking): Rich {
  const { words, time } = asking
  const what = words.card.acts[content.kind] ?? content.kind
  const about = subjectOf(content, asking)
  const where = stub === undefined ? '' : ` · #${stub}`
  const why =
    'reason' in content && Boolean(content.reason) ? rich` · ${foreign(content.reason)}` : ''
  return rich`• ${time.show(at)} ${bold(foreign(name))}: ${what}${about}${where}${why}`
}

/** What it was done to, within a stub or beside all stubs. */
function subjectOf(content: Act['content'], asking: Asking): Rich | undefined {
  if ('field' in content) return rich`: ${fieldName(content.field, asking)}`
  if ('detail' in content) return rich`: ${asking.words.detail(content.detail)}`
  if ('signals' in content) return rich` · ${foreign(content.signals.join(' · '))}`
  if ('signal' in content) return rich` · ${foreign(content.signal)}`
  if ('deliveries' in content) return content.of === undefined ? undefined : rich` · #${content.of}`
  if ('subject' in content) return rich` · ${describeWatch(content.subject, asking.words)}`
  if ('hours' in content) return rich` · ${content.hours.from}–${content.hours.to}`
  if ('language' in content) return rich` · ${languageNames[content.language]}`
  return 'member' in content ? rich` · ${foreign(content.name)}` : undefined
}
