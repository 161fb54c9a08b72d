import { openArchive } from '../../src/store/archive.ts'
import { checkMarkup } from '../helpers/telegram/check-markup.ts'
import { textOf } from '../helpers/telegram/bot-methods.ts'
import { shorten } from '../../src/bot/split.ts'
import { bold, lines } from '../../src/bot/rich.ts'
import { toHtml } from '../../src/bot/to-html.ts'
import { headlineOf } from '../../src/bot/views/story.ts'
const a = openArchive(process.argv[2] + '/data/intake.db')
const found = await a.search.find({ words: 'tintatrr', limit: 60, offset: 0 })
const stories = await a.analysis.stories([...new Set(found.flatMap(({ story }) => story ?? []))])
console.log(found.length, stories.length)
for (const s of stories.slice(0, 10)) {
  const h = s.headline
  try {
    const html = toHtml(lines([bold(headlineOf(h))]))
    const t = textOf({ text: html, parse_mode: 'HTML' })
    console.log(
      s.story,
      h.length,
      t.text.length,
      JSON.stringify(shorten(headlineOf(h), 100).text.slice(0, 40)),
    )
  } catch (e) {
    console.log(s.story, 'FAULT', (e as Error).message, JSON.stringify(h))
  }
}
const ids = stories.map((s) => s.story)
console.log(ids.length, new Set(ids).size)
a.close()
void checkMarkup
