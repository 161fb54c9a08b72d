import type Database from 'better-sqlite3'
import type { KindredQuery, SearchHit, SearchQuery, SearchStore } from '../../model/search.ts'
import { answer } from '../answer.ts'
import { excerpt } from './excerpt.ts'
import { Kindred } from './kindred.ts'
import { readQuery, toMatch } from './search-query.ts'
import type { SignalRecord } from '../signals/signal-record.ts'
import { signalColumns } from '../signals/signal-record.ts'
import { firstRowAt } from '../signals/signal-row.ts'
import type { SignalTable } from '../signals/signal-table.ts'

interface Parameters {
  match: string
  firstRow: number
  lang: string | null
  channel: string | null
  limit: number
  offset: number
}

/** Full-text search over the standing texts of the signals. */
export class Search implements SearchStore {
  private readonly signals: SignalTable
  private readonly newest
  private readonly latest
  private readonly related

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.related = new Kindred(db)
    // Looked up where the words of a post are not: of a common word there may be half a million posts.
    const narrow = (column: string) =>
      `(SELECT n.${column} FROM signals n INDEXED BY signals_narrow WHERE n.row = w.rowid)`
    // Ordered by rowid, which follows time: FTS5 stops as soon as it has enough.
    this.newest = db.prepare<[Parameters], SignalRecord & { story: number | null }>(
      `SELECT ${signalColumns}, m.story
       FROM signal_words w
       JOIN signals s ON s.row = w.rowid
       JOIN channels c USING (channel)
       LEFT JOIN story_signals m ON m.row = w.rowid
       WHERE signal_words MATCH @match AND w.rowid >= @firstRow
         AND (@lang IS NULL OR ${narrow('lang')} = @lang)
         AND (@channel IS NULL OR ${narrow('channel')} =
           (SELECT channel FROM channels WHERE name = @channel))
       ORDER BY w.rowid DESC LIMIT @limit OFFSET @offset`,
    )
    // What narrows it is looked up first, in an index that holds nothing else.
    this.latest = db.prepare<[Omit<Parameters, 'match'>], SignalRecord & { story: number | null }>(
      `SELECT ${signalColumns}, m.story
       FROM (SELECT row FROM signals INDEXED BY signals_narrow
         WHERE row >= @firstRow AND (@lang IS NULL OR lang = @lang)
           AND (@channel IS NULL OR channel = (SELECT channel FROM channels WHERE name = @channel))
         ORDER BY row DESC LIMIT @limit OFFSET @offset) w
       JOIN signals s ON s.row = w.row
       JOIN channels c USING (channel)
       LEFT JOIN story_signals m ON m.row = w.row
       ORDER BY w.row DESC`,
    )
  }

  kindred(query: KindredQuery): Promise<readonly number[]> {
    return answer(() => this.related.find(query))
  }

  find({ words, lang, channel, since, limit, offset }: SearchQuery): Promise<readonly SearchHit[]> {
    return answer(() => {
      const terms = readQuery(words)
      const isNarrow = (lang ?? channel ?? since) !== undefined
      // Signs that are no words find nothing, whatever narrows them.
      if (terms.length === 0 && (words.trim() !== '' || !isNarrow)) return []
      const narrow = {
        firstRow: since === undefined ? 0 : firstRowAt(since),
        lang: lang ?? null,
        channel: channel ?? null,
        limit,
        offset,
      }
      const records =
        terms.length === 0
          ? this.latest.all(narrow)
          : this.newest.all({ match: toMatch(terms), ...narrow })
      return records.map(({ story, ...record }) => ({
        signal: this.signals.read(record),
        ...(story !== null && { story }),
        excerpt: excerpt(record.text, terms),
      }))
    })
  }
}
