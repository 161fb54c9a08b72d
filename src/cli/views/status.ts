import { describeChannelEvent } from '../../desk/notices/channel-words.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import type { SourceState } from '../../model/stats.ts'
import type { ChannelEvent } from '../../model/channel-event.ts'
import type { Gap, GapKind } from '../../model/gap.ts'
import type { Pulse } from '../../model/upkeep.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth, wrapToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'
import { gapLine } from './gaps.ts'

export interface Status {
  pulse: Pulse
  sources: readonly SourceState[]
  /** Open gaps in which posts may be missing, latest first. */
  gaps: readonly Gap[]
  counts: Readonly<Record<GapKind, number>>
  /** What became of channels, latest first. */
  events: readonly ChannelEvent[]
}

interface StatusLook {
  paint: Paint
  columns: number
  time: DeskTime
  titleOf: (channel: string) => string
}

const number = (count: number) => count.toLocaleString('en')

/** What a chief wants to know first: whether everything is seen, and what is not. */
export function renderStatus(status: Status, look: StatusLook): string {
  const sections: [string, string[]][] = [
    ['Sources', sourceLines(status, look)],
    ['What the desk did not see', gapLines(status, look)],
    ['What became of channels', eventLines(status, look)],
    ['Waiting', waitingLines(status.pulse)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) =>
        `${look.paint('bold', title)}\n${lines.map((line) => `  ${cutToWidth(line, look.columns - 2)}\n`).join('')}`,
    )
    .join('\n')
}

function sourceLines({ sources }: Status, { time }: StatusLook): string[] {
  const failing = sources.filter(({ failures }) => failures > 0)
  return [
    `${sources.length - failing.length} of ${sources.length} answered last time`,
    ...failing.map(({ source, lastSuccessAt, lastError = '' }) => {
      const since = lastSuccessAt === undefined ? 'never read' : `read ${time.full(lastSuccessAt)}`
      return `${plainLine(source)}  ${since}  ${plainLine(lastError)}`
    }),
  ]
}

function gapLines({ gaps, counts }: Status, { time, titleOf }: StatusLook): string[] {
  const { skipped, ...blind } = counts
  const open = Object.values(blind).reduce((sum, count) => sum + count, 0)
  const more = open - gaps.length
  return [
    ...(open === 0 ? ['Nothing is missing.'] : []),
    ...gaps.map(
      (gap) =>
        `${plainLine(gap.channel === undefined ? gap.source : titleOf(gap.channel))}  ${gapLine(gap, time.timezone)}`,
    ),
    ...(more > 0 ? [`… and ${number(more)} more; \`channels\` counts them`] : []),
    ...(skipped > 0
      ? [
          `${number(skipped)} times the bot was given no post for an id: deleted before, or a notice of the platform`,
        ]
      : []),
  ]
}

const eventLines = ({ events }: Status, { columns, time, titleOf }: StatusLook): string[] =>
  events.flatMap((event) => {
    const words = describeChannelEvent(event, time.timezone)
    const [first = '', ...rest] = wrapToWidth(
      `${time.full(event.at)}  ${plainLine(titleOf(event.channel))}: ${plainLine(words)}`,
      columns - 4,
    )
    return [first, ...rest.map((line) => `  ${line}`)]
  })

function waitingLines({ waiting }: Pulse): string[] {
  const { payloads, signals, stories, updates, notices } = waiting
  const parts = [
    [payloads, 'payloads to be stored'],
    [signals, 'signals to be judged'],
    [stories, 'stories to be drafted'],
    [updates, 'updates to be answered'],
    [notices, 'notices to be sent'],
  ] as const
  const lines = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${number(count)} ${what}`)
  return lines.length === 0 ? ['nothing'] : lines
}
