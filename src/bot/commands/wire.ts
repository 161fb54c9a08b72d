import type { Sourcing } from '../../model/story.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, lines, nothing, rich } from '../rich.ts'
import { pager, type Reply, rows, say } from '../screen.ts'
import { signOf } from '../views/sourcing.ts'
import { storyLines } from '../views/story.ts'

const sourcings: readonly Sourcing[] = [
  'single-source',
  'echoed',
  'corroborated',
  'contested',
  'withdrawn',
]
/** Those that an editor looks for among many. */
const offered: readonly Sourcing[] = ['corroborated', 'contested', 'echoed']
const usualHours = 24
const mostHours = 24 * 366
const pageSize = 6
/** Stories that can be paged through; who needs more searches. */
const mostStories = 300
const hourMs = 3_600_000

export const wire: Command = {
  name: 'wire',
  role: 'reader',
  run: async (asking, args) => {
    const typed = args.split(/\s+/).filter((word) => word !== '')
    const hours = Number(typed.find((word) => /^\d+$/.test(word)) ?? usualHours)
    const named = typed.find((word) => !/^\d+h?$/.test(word))?.toLowerCase()
    const sourcing = sourcings.find((one) => one === named || one.replace('-source', '') === named)
    if (named !== undefined && sourcing === undefined)
      return say(rich`${asking.words.wire.badSourcing(named)}`)
    return showWire(asking, { hours: Math.min(Math.max(hours, 1), mostHours), offset: 0, sourcing })
  },
}

/** A page of the wire, newest first. */
export async function showWire(
  asking: Asking,
  { hours, sourcing, offset }: { hours: number; sourcing?: string | undefined; offset: number },
): Promise<Reply> {
  const { desk, words, time } = asking
  const wanted = sourcings.find((one) => one === sourcing)
  const since = new Date(Date.parse(time.nowAt) - hours * hourMs).toISOString()
  const stories = await desk.archive.analysis.wire({
    since,
    limit: mostStories,
    ...(wanted === undefined ? {} : { sourcing: wanted }),
  })
  if (stories.length === 0) return say(rich`${words.wire.none(hours)}`)
  const shown = stories.slice(offset, offset + pageSize)
  const title = rich`${bold(words.wire.title(hours))} · ${words.stories(stories.length)}${wanted === undefined ? '' : ` · ${words.sourcing[wanted]}`}`
  const page = { offset, size: pageSize, total: stories.length }
  const body = shown.flatMap((story) => [nothing, storyLines(story, asking)])
  return say(
    lines([title, ...body]),
    rows(
      pager(page, (to) => ({
        do: 'wire',
        hours,
        offset: to,
        ...(wanted === undefined ? {} : { sourcing: wanted }),
      })),
      offered
        .filter((one) => one !== wanted)
        .map((one) => ({
          label: `${signOf(one)} ${words.sourcing[one]}`,
          action: { do: 'wire', hours, offset: 0, sourcing: one },
        })),
    ),
  )
}
