import { holdsWords } from '../../desk/notices/watch-match.ts'
import { readQuietHours } from '../../desk/notices/quiet-hours.ts'
import { countedOrigins } from '../../lib/counted-origins.ts'
import type { WatchSubject } from '../../model/watch.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { noteAct } from '../note-act.ts'
import { bold, lines, rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'
import type { Words } from '../words/words.ts'

const mostWords = 100
const mostShown = 20

export const watch: Command = {
  name: 'watch',
  role: 'reader',
  run: async (asking, args) => {
    const subject = await readSubject(asking, args.trim())
    return typeof subject === 'string' ? say(rich`${subject}`) : startWatch(asking, subject)
  },
}

/** What is to be watched, or the sentence that says what is wrong with it. */
async function readSubject({ desk, words }: Asking, typed: string): Promise<WatchSubject | string> {
  const [first = '', second = '', ...rest] = typed.split(/\s+/)
  const kind = first.toLowerCase()
  if (kind === 'digest' && second === '') return { kind: 'digest' }
  if (
    rest.length === 0 &&
    (kind === 'story' || kind === 'corroboration') &&
    /^#?\d{1,15}$/.test(second)
  ) {
    const number = Number(second.replace('#', ''))
    const story = await desk.archive.analysis.story(number)
    if (story === undefined) return words.noStory(number)
    if (kind === 'story') return { kind, story: number }
    return countedOrigins(story) > 1
      ? words.watch.alreadyCorroborated(number)
      : { kind: 'corroboration', story: number }
  }
  if (kind === 'channel' && second !== '' && rest.length === 0) {
    const channel = desk.channels.canonical(second)
    return desk.channels.has(channel) ? { kind, channel } : words.channels.none(second)
  }
  // Words that search would find nothing in would never be told of.
  return typed.length > mostWords || !holdsWords(typed, typed)
    ? words.watch.usage
    : { kind: 'words', words: typed }
}

export async function startWatch(asking: Asking, subject: WatchSubject): Promise<Reply> {
  const { desk, member, chat, thread, words } = asking
  const stored = await desk.archive.watching.watch({
    member: member.id,
    chat,
    subject,
    since: desk.clock().toISOString(),
    ...(thread === undefined ? {} : { thread }),
  })
  await noteAct(asking, { kind: 'watch', subject })
  return say(
    lines([rich`🔔 ${bold(describeWatch(subject, words))}`, rich`${words.watch.on}`]),
    rows([{ label: words.watch.end, action: { do: 'unwatch', watch: stored.watch } }]),
  )
}

/** Ends a watch of the member's own. */
export async function endWatch(asking: Asking, number: number): Promise<Reply> {
  const { desk, member, words } = asking
  const mine = (await desk.archive.watching.watches()).find(
    ({ watch: each, member: whose }) => each === number && whose === member.id,
  )
  const ended =
    mine !== undefined &&
    (await noteAct(
      asking,
      { kind: 'unwatch', subject: mine.subject },
      { unwatch: { watch: number, member: member.id } },
    ))
  const said = ended ? words.watch.ended : words.watch.gone
  return { ...say(rich`${said}`), toast: said }
}

export const watches: Command = {
  name: 'watches',
  role: 'reader',
  run: async ({ desk, member, words }) => {
    const mine = (await desk.archive.watching.watches()).filter((one) => one.member === member.id)
    if (mine.length === 0) return say(rich`${words.watch.none}`)
    const shown = mine.slice(0, mostShown)
    return say(
      lines([
        bold(words.watch.list),
        ...shown.map(({ subject }, index) => rich`${index + 1}. ${describeWatch(subject, words)}`),
      ]),
      rows(
        ...chunk(
          shown.map(({ watch: number }, index) => ({
            label: `${words.watch.end} ${index + 1}`,
            action: { do: 'unwatch' as const, watch: number },
          })),
          4,
        ),
      ),
    )
  },
}

function chunk<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, row) =>
    all.slice(row * size, (row + 1) * size),
  )
}

export function describeWatch(subject: WatchSubject, { watch: words }: Words): string {
  switch (subject.kind) {
    case 'words':
      return words.words(subject.words)
    case 'channel':
      return words.channel(subject.channel)
    case 'story':
      return words.story(subject.story)
    case 'corroboration':
      return words.corroboration(subject.story)
    case 'digest':
      return words.digest
  }
}

export const quiet: Command = {
  name: 'quiet',
  role: 'reader',
  run: async (asking, args) => {
    const { desk, member, words } = asking
    const { watching } = desk.archive
    if (args === '') {
      const hours = await watching.quietHours(member.id)
      return say(
        rich`${hours === undefined ? words.quiet.off : words.quiet.set(hours.from, hours.to)}`,
      )
    }
    if (/^off$/i.test(args)) {
      await watching.setQuietHours(member.id, undefined)
      await noteAct(asking, { kind: 'quiet' })
      return say(rich`${words.quiet.ended}`)
    }
    const hours = readQuietHours(args)
    if (hours === undefined) return say(rich`${words.quiet.bad}`)
    await watching.setQuietHours(member.id, hours)
    await noteAct(asking, { kind: 'quiet', hours })
    return say(rich`${words.quiet.set(hours.from, hours.to)}`)
  },
}
