import { noWords } from '../lib/no-words.ts'
import { countedOrigins } from '../lib/counted-origins.ts'
import { type Html, markup } from '../lib/markup.ts'
import type { Sourcing } from '../model/story.ts'
import { drawable } from './drawable.ts'
import { wrapToPixels } from './fit.ts'
import { page, sizes } from './geometry.ts'
import { colours, sourcingColours } from './paint.ts'
import { drawText, px, readsFromRight } from './svg-text.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

const inner = page.width - 2 * page.margin
const badgeHeight = 68
const mostHeadlineLines = 3

/** Sourcing, counts, headline; `bottom` is where the next thing may stand. */
export function drawHeader(input: TreeInput, face: Typeface): { drawn: Html; bottom: number } {
  const { story, labels, timezone } = input
  const left = page.margin
  const badgeWords = labels.sourcing[story.sourcing]
  const badgeWidth = face.width(badgeWords, sizes.badge, 'bold') + 96
  const counts = labels.counts(
    countedOrigins(story),
    channelsOf(story.signals),
    story.signals.length,
  )
  const beside = badgeWidth + 26 + face.width(counts, sizes.badge, 'bold') <= inner
  const parts: Html[] = [
    markup`<rect x="${left}" y="${page.margin}" width="${px(badgeWidth)}" height="${badgeHeight}" rx="34" fill="${sourcingColours[story.sourcing]}"/>\n`,
    drawSign(story.sourcing, left + 44, page.margin + badgeHeight / 2),
    drawText(left + 74, page.margin + 47, badgeWords, {
      size: sizes.badge,
      weight: 'bold',
      fill: colours.paper,
    }),
    drawText(beside ? left + badgeWidth + 26 : left, page.margin + (beside ? 47 : 116), counts, {
      size: sizes.badge,
      weight: 'bold',
    }),
  ]
  let y = page.margin + badgeHeight + (beside ? 0 : 62)
  put(
    labels.meaning[story.sourcing],
    { size: sizes.text, weight: 'regular', fill: colours.soft },
    2,
    46,
  )
  put(
    drawable(story.headline === noWords ? labels.noWords : story.headline, face),
    { size: sizes.headline, weight: 'bold' },
    mostHeadlineLines,
    60,
  )
  const about = `${labels.story(story.story)} · ${labels.times(timezone)}`
  put(about, { size: sizes.small, weight: 'regular', fill: colours.soft }, 1, 46)
  return { drawn: markup`${parts}`, bottom: y + 14 }

  function put(
    text: string,
    style: { size: number; weight: 'regular' | 'bold'; fill?: string },
    most: number,
    lineHeight: number,
  ): void {
    const fromRight = readsFromRight(text)
    for (const line of wrapToPixels(text, inner, most, style, face)) {
      y += lineHeight
      const x = fromRight ? page.width - page.margin : left
      parts.push(drawText(x, y, line, { ...style, anchor: fromRight ? 'end' : 'start', fromRight }))
    }
  }
}

const channelsOf = (signals: readonly string[]) =>
  new Set(signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size

/** The sign that the wire shows before the word: ○ ◌ ● ≠ ×. */
function drawSign(sourcing: Sourcing, x: number, y: number): Html {
  const ring = markup` stroke="${colours.paper}" stroke-width="5"`
  const signs: Readonly<Record<Sourcing, Html>> = {
    'single-source': markup`<circle cx="${x}" cy="${y}" r="13" fill="none"${ring}/>`,
    echoed: markup`<circle cx="${x}" cy="${y}" r="13" fill="none" stroke-dasharray="6 5.6"${ring}/>`,
    corroborated: markup`<circle cx="${x}" cy="${y}" r="15" fill="${colours.paper}"/>`,
    contested: markup`<path d="M${x - 14} ${y - 6}h28m-28 12h28m-7 -19l-14 26" fill="none"${ring}/>`,
    withdrawn: markup`<path d="M${x - 11} ${y - 11}l22 22m0 -22l-22 22" fill="none"${ring}/>`,
  }
  return markup`${signs[sourcing]}\n`
}
