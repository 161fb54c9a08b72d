import type { SearchHit } from '../../model/search.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import type { Paint } from '../terminal/paint.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'

const marked = /\u0002([^\u0002\u0003]*)\u0003/g

/** An excerpt with its hits highlighted; in brackets where there is no colour. */
function highlight(excerpt: string, paint: Paint): string {
  let end = 0
  let line = ''
  const text = (part: string) => plainLine(`.${part}.`).slice(1, -1)
  for (const { 0: whole, 1: hit = '', index } of excerpt.matchAll(marked)) {
    line += text(excerpt.slice(end, index)) + mark(text(hit), paint)
    end = index + whole.length
  }
  return isolate(line + text(excerpt.slice(end)))
}

function mark(hit: string, paint: Paint): string {
  const painted = paint('yellow', paint('bold', hit))
  return painted === hit ? `[${hit}]` : painted
}

/** One line of facts and one of text for each hit. */
export function renderHit(hit: SearchHit, paint: Paint, time: DeskTime): string {
  const { signal, story, excerpt } = hit
  const facts = [
    paint('dim', time.full(signal.at)),
    paint('cyan', plainLine(signal.key)),
    signal.lang,
    ...(signal.deletedAt === undefined ? [] : [paint('red', 'deleted')]),
    ...(story === undefined ? [] : [paint('dim', `#${story}`)]),
  ]
  return `${facts.join('  ')}\n    ${highlight(excerpt, paint)}\n`
}
