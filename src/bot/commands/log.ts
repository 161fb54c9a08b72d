import type { Act, Verdict } from '../../model/desk.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, nothing, rich, type Rich } from '../rich.ts'
import { fieldName } from '../review/field-name.ts'
import { say } from '../screen.ts'
import { shorten } from '../split.ts'
import { languageNames } from './language.ts'
import { readStory } from './story.ts'
import { describeWatch } from './watch.ts'

const mostActs = 25
const mostOfText = 100

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

const verdictOf = (verdict: Verdict, { words: { card } }: Asking): string =>
  ({ reviewed: card.reviewedMark, 'set-aside': card.setAside, unread: card.unread })[verdict]

/** What it was done to, within a stub or beside all stubs. */
function subjectOf(content: Act['content'], asking: Asking): Rich | undefined {
  const { words } = asking
  if (content.kind === 'edit') {
    const text =
      content.text === ''
        ? nothing
        : rich` ${words.arrow} ${shorten(foreign(content.text), mostOfText)}`
    return rich`: ${fieldName(content.field, asking)}${text}`
  }
  if (content.kind === 'override-sourcing')
    return content.sourcing === undefined ? undefined : rich`: ${words.sourcing[content.sourcing]}`
  if (content.kind === 'review')
    return rich`: ${verdictOf(content.verdict, asking)} · ${foreign(content.signal)}`
  if ('detail' in content) return rich`: ${words.detail(content.detail)}`
  if ('signals' in content) return rich` · ${foreign(content.signals.join(' · '))}`
  if ('signal' in content) return rich` · ${foreign(content.signal)}`
  if ('deliveries' in content) return content.of === undefined ? undefined : rich` · #${content.of}`
  if ('subject' in content) return rich` · ${describeWatch(content.subject, words)}`
  if ('hours' in content) return rich` · ${content.hours.from}–${content.hours.to}`
  if ('language' in content) return rich` · ${languageNames[content.language]}`
  return 'member' in content ? rich` · ${foreign(content.name)}` : undefined
}
