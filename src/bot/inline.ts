import type { Story } from '../model/story.ts'
import type { Asking } from './context.ts'
import { bold, lines, rich } from './rich.ts'
import type { SendQueue } from './send-queue.ts'
import { shorten } from './split.ts'
import { toHtml } from './to-html.ts'
import type { BotInlineQuery } from './update.ts'
import { countsOf, sourcingLine } from './views/sourcing.ts'
import { headlineOf } from './views/story.ts'

const pageSize = 10
const hits = 60

/** `@bot words` in any chat: stories to paste, for members only. */
export async function answerInline(
  queue: SendQueue,
  asking: Asking | undefined,
  { id, query, offset }: BotInlineQuery,
): Promise<void> {
  const stories = asking === undefined ? [] : await find(asking, query.trim())
  const from = /^\d{1,4}$/.test(offset) ? Number(offset) : 0
  const shown = stories.slice(from, from + pageSize)
  await queue.send({
    method: 'answerInlineQuery',
    priority: 'reply',
    fields: {
      inline_query_id: id,
      is_personal: true,
      cache_time: 5,
      next_offset: from + pageSize < stories.length ? String(from + pageSize) : '',
      results: asking === undefined ? [] : shown.map((story) => toResult(story, asking)),
    },
  })
}

async function find({ desk, time }: Asking, words: string): Promise<readonly Story[]> {
  const { search, analysis } = desk.archive
  if (words === '') {
    const since = new Date(Date.parse(time.nowAt) - 86_400_000).toISOString()
    return analysis.wire({ since, limit: hits })
  }
  const found = await search.find({ words, limit: hits, offset: 0 })
  const numbers = new Set(found.flatMap(({ story }) => story ?? []))
  return analysis.stories([...numbers])
}

function toResult(story: Story, { words, time }: Asking): Record<string, unknown> {
  const counts = countsOf(story)
  const text = lines([
    bold(headlineOf(story.headline, words)),
    sourcingLine(counts, words),
    rich`${time.show(story.firstAt)} · #${story.story}`,
  ])
  return {
    type: 'article',
    id: String(story.story),
    title: shorten(headlineOf(story.headline, words), 100).text,
    description: sourcingLine(counts, words).text,
    input_message_content: {
      message_text: toHtml(text),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  }
}
