import type { Story } from '../../model/story.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth, displayWidth, padToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import { originsAgainstChannels, paintSourcing, sourcingColumns } from './sourcing.ts'

export interface WireLook {
  paint: Paint
  columns: number
  time: DeskTime
}

const narrowest = 24

/** The stories as a table under their days, in the order given. */
export function renderWire(stories: readonly Story[], { paint, columns, time }: WireLook): string {
  const counts = stories.map(originsAgainstChannels)
  const countColumns = Math.max(0, ...counts.map(displayWidth))
  const idColumns = Math.max(0, ...stories.map(({ story }) => String(story).length + 1))
  const headlineColumns = Math.max(
    narrowest,
    columns - (2 + 5 + 2 + sourcingColumns + 2 + countColumns + 2 + 2 + idColumns),
  )
  const lines: string[] = []
  let day = ''
  stories.forEach((story, index) => {
    if (time.day(story.lastAt) !== day) {
      day = time.day(story.lastAt)
      lines.push(
        ...(lines.length === 0 ? [] : ['']),
        `${paint('bold', day)}  ${paint('dim', time.timezone)}`,
      )
    }
    // An old post that came back is no news.
    const mark = story.returned === undefined ? '' : '↺ '
    const headline = cutToWidth(mark + plainLine(story.headline), headlineColumns)
    lines.push(
      [
        `  ${paint('dim', time.time(story.lastAt))}`,
        paintSourcing(story.sourcing, paint),
        padToWidth(counts[index] ?? '', countColumns),
        padToWidth(isolate(headline), headlineColumns),
        paint('dim', `#${story.story}`.padStart(idColumns)),
      ].join('  '),
    )
  })
  return lines.map((line) => `${line}\n`).join('')
}
