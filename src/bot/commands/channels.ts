import type { ChannelHabits } from '../../intake/activity-cache.ts'
import { eventLine } from '../views/channel-event.ts'
import { gapLine } from '../views/gap.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, nothing, rich, type Rich } from '../rich.ts'
import { pager, type Reply, rows, say } from '../screen.ts'

const pageSize = 10
const gapsShown = 5
const eventsShown = 3

export const channels: Command = {
  name: 'channels',
  role: 'reader',
  run: (asking) => showChannels(asking, 0),
}

/** A page of the channels that posts are stored of, the latest first. */
export async function showChannels(asking: Asking, offset: number): Promise<Reply> {
  const { desk, words, time } = asking
  const met = new Map(
    (await desk.archive.signals.channels()).map((stored) => [stored.channel, stored]),
  )
  const lastOf = (id: string) => met.get(id)?.lastAt ?? ''
  const known = desk.channels
    .all()
    .filter(({ id }) => met.has(id) || desk.channels.isConfigured(id))
  const listed = [...known].sort((a, b) => (lastOf(a.id) < lastOf(b.id) ? 1 : -1))
  return say(
    lines([
      bold(words.channels.title(listed.length)),
      ...listed.slice(offset, offset + pageSize).map(({ id, title }) => {
        const name =
          title === id ? bold(foreign(id)) : rich`${bold(foreign(title))} · ${foreign(id)}`
        const stored = met.get(id)
        const posts =
          stored === undefined
            ? words.channels.noPost
            : `${words.channels.posts(stored.signals)} · ${words.channels.last} ${time.show(stored.lastAt)}`
        return lines([nothing, name, posts])
      }),
    ]),
    rows(
      pager({ offset, size: pageSize, total: listed.length }, (to) => ({
        do: 'channels',
        offset: to,
      })),
    ),
  )
}

export const channel: Command = {
  name: 'channel',
  role: 'reader',
  run: async (asking, args) => {
    const { desk, words, time } = asking
    const typed = args.replace(/^(?:https?:\/\/)?t\.me\/(?:s\/)?/i, '').split(/[\s/]/)[0] ?? ''
    if (typed === '') return say(rich`${words.channels.usage}`)
    const id = desk.channels.canonical(typed)
    const met = (await desk.archive.signals.channels()).find((one) => one.channel === id)
    if (met === undefined && !desk.channels.has(id)) return say(rich`${words.channels.none(typed)}`)
    const known = desk.channels.get(id)
    const events = await desk.archive.channelEvents.list({ channel: id, limit: eventsShown })
    const gaps = await desk.archive.gaps.list({ channel: id, open: true, limit: gapsShown })
    const facts = [
      ...(known.owner === undefined ? [] : [rich`${words.channels.owner} ${foreign(known.owner)}`]),
      ...(known.outlet ? [words.channels.outlet] : []),
      ...(desk.channels.isConfigured(id) ? [] : [words.channels.notConfigured]),
      words.channels.reliability(known.reliability),
    ]
    return say(
      lines([
        bold(foreign(known.title === id ? id : `${known.title} (${id})`)),
        rich`${facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]))}`,
        met === undefined
          ? undefined
          : rich`${words.channels.posts(met.signals)} · ${words.channels.last} ${time.show(met.lastAt)} (${words.ago(time.age(met.lastAt))})`,
        ...events.map((event) => eventLine(event, asking, false)),
        ...gaps.map((gap) => gapLine(gap, asking)),
        ...standing(await desk.habitsOf(id), asking),
      ]),
    )
  },
}

function standing(habits: ChannelHabits | undefined, { words, desk, time }: Asking): Rich[] {
  if (habits === undefined) return [rich`${words.channels.notYet}`]
  const { first, shared, sources } = habits
  return [
    rich`${words.channels.firstOf(first, shared)}`,
    ...sources.map(
      ({ from, copied, posts, medianMinutes }) =>
        rich`• ${words.channels.copies(desk.channels.get(from).title, copied, posts, medianMinutes === undefined ? '' : time.lasting(Math.max(1, medianMinutes)))}`,
    ),
  ]
}
