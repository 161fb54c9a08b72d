import type { QuarantineEntry, SourceState, Stats } from '../../model/stats.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'

const number = (count: number) => count.toLocaleString('en')

/** `20 KiB`, `94.2 MiB`. */
function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}

const counts = (record: Readonly<Record<string, number>>) =>
  Object.entries(record)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(' · ') || 'none'

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => padToWidth(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function sourceRow({ source, lastSuccessAt, failures }: SourceState, time: DeskTime): string[] {
  const read = lastSuccessAt === undefined ? 'never read' : `read ${time.full(lastSuccessAt)}`
  const state =
    failures === 0 ? 'ok' : `failed ${failures === 1 ? 'once' : `${number(failures)} times`}`
  return [plainLine(source), state, read]
}

/** A row for each source; what went wrong stands below it, whole. */
function sourceLines(
  sources: readonly SourceState[],
  { columns, time }: { columns: number; time: DeskTime },
): string[] {
  const rows = table(sources.map((source) => sourceRow(source, time)))
  return sources.flatMap(({ failures, lastError = '' }, index) => [
    rows[index] ?? '',
    ...(failures === 0 ? [] : wrapToWidth(plainLine(lastError), columns - 6)).map(
      (line) => `    ${line}`,
    ),
  ])
}

/** What is stored, what was judged, and what went wrong. */
export function renderStats(
  stats: Stats,
  {
    quarantined,
    notFetched,
  }: {
    quarantined: readonly QuarantineEntry[]
    notFetched: readonly { signal: string; reason: string }[]
  },
  { paint, columns, time }: { paint: Paint; columns: number; time: DeskTime },
): string {
  const sections: [string, string[]][] = [
    [
      'Stored',
      table([
        [
          'signals',
          `${number(stats.signals)} (${number(stats.deleted)} deleted, ${number(stats.revisions)} revisions)`,
        ],
        ['links', counts(stats.links)],
        ['stories', counts(stats.stories)],
        ['stubs', counts(stats.stubs)],
        ['quarantined', counts(stats.quarantined)],
        ['pictures', counts(stats.pictures)],
        [
          'journal',
          `${number(stats.journal.entries)} payloads, ${number(stats.journal.pending)} pending, ${size(stats.journal.bytes)}`,
        ],
        ['database', size(stats.databaseBytes)],
      ]),
    ],
    [
      'Channels',
      table(
        stats.channels.map(({ channel, title, signals, lastAt }) => [
          plainLine(channel),
          number(signals).padStart(7),
          `last ${time.full(lastAt)}`,
          title === channel ? '' : isolate(plainLine(title)),
        ]),
      ),
    ],
    ['Sources', sourceLines(stats.sources, { columns, time })],
    [
      'Last quarantined',
      quarantined.map(({ source, place, reason, detail }) =>
        plainLine(`${source}, ${place}: ${reason}. ${detail}`),
      ),
    ],
    [
      'Last pictures not fetched',
      notFetched.map(({ signal, reason }) => plainLine(`${signal}: ${reason}`)),
    ],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) =>
        `${paint('bold', title)}\n${lines.map((line) => `  ${cutToWidth(line, columns - 2)}\n`).join('')}`,
    )
    .join('\n')
}
