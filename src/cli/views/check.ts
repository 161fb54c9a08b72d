import type { ConfigSummary } from '../../config/describe.ts'
import type { Paint } from '../terminal/paint.ts'

const kindNames: Readonly<Record<string, string>> = {
  'telegram-preview': 'public preview pages',
  'telegram-bot': 'by the bot',
  feed: 'feeds',
  file: 'files',
}

const tally = (record: Readonly<Record<string, number>>) =>
  Object.entries(record)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ')

/** A checked configuration for a person: what is on, what is off and why, and what is doubtful. */
export function renderCheck(file: string, summary: ConfigSummary, paint: Paint): string {
  const { desk, channels, targets, schedule, paths, secrets, warnings } = summary
  const rows: [string, string][] = [
    ['desk', `${desk.name}, ${desk.byline}, ${desk.timezone}`],
    ['languages', desk.languages.join(', ')],
    ['members', tally(desk.members)],
    [
      'channels',
      `${channels.enabled} on, ${channels.disabled.length} off; ${tally(channels.byLanguage)}`,
    ],
    ...Object.entries(channels.byKind).map(([kind, ids]): [string, string] => [
      '',
      `${ids.length} ${kindNames[kind] ?? kind}: ${ids.join(', ')}`,
    ]),
    ...channels.owners.map(({ owner, channels: ids }): [string, string] => [
      'one owner',
      `${owner}: ${ids.join(', ')}`,
    ]),
    ['polled', `previews ${schedule.preview} · feeds ${schedule.feed} · files ${schedule.file}`],
    ...(targets.length === 0
      ? []
      : [
          ['exports to', targets.map(({ name, kind }) => `${name} (${kind})`).join(', ')] as [
            string,
            string,
          ],
        ]),
    ['database', paths.database],
    ['outbox', paths.outbox],
    ...secrets.map(({ name, present, off }): [string, string] => [
      'secret',
      `${name} ${present ? 'is set' : 'is not set'}${off === undefined ? '' : `: off are ${off}`}`,
    ]),
  ]
  const lines = rows.map(([label, text]) => `  ${paint('dim', label.padEnd(10))}  ${text}\n`)
  const doubts = warnings.map(({ path, message }) => `  ${paint('yellow', path)}: ${message}\n`)
  const verdict =
    warnings.length === 0 ? '' : `\n${paint('bold', 'Worth a look')}\n${doubts.join('')}`
  return `${paint('green', `${file} is valid.`)}\n${lines.join('')}${verdict}`
}
