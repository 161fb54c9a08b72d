import type { Mark, Rich } from './rich.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (unit) => entities[unit] ?? unit)

/** The text in Telegram's HTML; the only place where its tags are written. */
export function toHtml({ text, marks }: Rich): string {
  const outerFirst = marks
    .filter(({ from, to }) => to > from)
    .map((mark, index) => ({ mark, index }))
    .sort((a, b) => a.mark.from - b.mark.from || b.mark.to - a.mark.to || a.index - b.index)
    .map(({ mark }) => mark)
  let html = ''
  let at = 0
  const open: Mark[] = []
  const closeUntil = (position: number) => {
    for (let last = open.at(-1); last !== undefined && last.to <= position; last = open.at(-1)) {
      html += escape(text.slice(at, last.to)) + `</${last.kind}>`
      at = last.to
      open.pop()
    }
  }
  for (const mark of outerFirst) {
    closeUntil(mark.from)
    html += escape(text.slice(at, mark.from)) + openTag(mark)
    at = mark.from
    open.push(mark)
  }
  closeUntil(text.length)
  return html + escape(text.slice(at))
}

function openTag({ kind, href }: Mark): string {
  return href === undefined ? `<${kind}>` : `<${kind} href="${escape(href)}">`
}
