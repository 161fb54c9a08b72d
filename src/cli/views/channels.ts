import { describeChannelEvent } from '../../desk/notices/channel-words.ts'
import type { ChannelEvent } from '../../model/channel-event.ts'
import type { Gap } from '../../model/gap.ts'
import { gapLine } from './gaps.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth, displayWidth, padToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'

export interface ChannelRow {
  channel: string
  title: string
  owner: string | null
  outlet: boolean
  configured: boolean
  /** In which posts may be missing, latest first. */
  gaps: readonly Gap[]
  /** What became of it, latest first. */
  events: readonly ChannelEvent[]
  signals: number
  lastAt: string
  /** Stories that other channels carry too, and those of them that it was first in. */
  sharedStories: number
  first: number
  copies: readonly {
    from: string
    copied: number
    posts: number
    medianMinutes: number | undefined
  }[]
}

const number = (count: number) => count.toLocaleString('en')
const titleColumns = 36
const gapsShown = 3

/** Two lines a channel: what it is and how much it posted; how it stands to the others. */
export function renderChannels(
  rows: readonly ChannelRow[],
  { paint, columns, time }: { paint: Paint; columns: number; time: DeskTime },
): string {
  const ids = Math.max(...rows.map(({ channel }) => displayWidth(channel)))
  const counts = Math.max(...rows.map(({ signals }) => number(signals).length))
  return rows
    .map((row) => {
      const title =
        row.title === row.channel ? '' : isolate(cutToWidth(plainLine(row.title), titleColumns))
      const marks = [
        ...(row.owner === null ? [] : [`owner ${plainLine(row.owner)}`]),
        ...(row.outlet ? ['outlet'] : []),
        ...(row.configured ? [] : ['not configured']),
      ]
      const head = [
        paint('cyan', padToWidth(plainLine(row.channel), Math.min(ids, columns / 2))),
        number(row.signals).padStart(counts),
        `last ${time.full(row.lastAt)}`,
        title,
        paint('dim', marks.join(', ')),
      ].filter((part) => part !== '')
      const below = [...standing(row), ...eventsOf(row, time), ...gapsOf(row, time)]
      const lines = [head.join('  '), ...below.map((line) => paint('dim', `    ${line}`))]
      return lines.map((line) => `${line}\n`).join('')
    })
    .join('')
}

const eventsOf = ({ events }: ChannelRow, time: DeskTime): string[] =>
  events
    .slice(0, gapsShown)
    .map(
      (event) => `${time.full(event.at)}  ${plainLine(describeChannelEvent(event, time.timezone))}`,
    )

function gapsOf({ gaps }: ChannelRow, { timezone }: DeskTime): string[] {
  const more = gaps.length - gapsShown
  return [
    ...gaps.slice(0, gapsShown).map((gap) => `gap ${gapLine(gap, timezone)}`),
    ...(more > 0 ? [`… and ${number(more)} more gaps`] : []),
  ]
}

function standing({ sharedStories, first, copies }: ChannelRow): string[] {
  const copied = copies.map(({ from, copied: count, posts, medianMinutes }) => {
    const lag = medianMinutes === undefined ? '' : `, ${inShort(medianMinutes)} later`
    return `${plainLine(from)} in ${count} of ${posts} posts${lag}`
  })
  return [
    sharedStories === 0
      ? 'in no story of several channels'
      : `first in ${number(first)} of ${number(sharedStories)} stories of several channels`,
    ...copied.map((one) => `copied ${one}`),
  ]
}

function inShort(minutes: number): string {
  if (minutes < 1) return `${Math.max(1, Math.round(minutes * 60))} s`
  if (minutes < 90) return `${Math.round(minutes)} min`
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`
}
