import { ageBetween } from '../../lib/age.ts'
import { readBasis } from '../../analysis/conflicts/basis.ts'
import type { Link } from '../../model/link.ts'
import { reasonsNotFetched } from '../../lib/reasons-not-fetched.ts'
import type { Picture } from '../../model/picture.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { SourcingChange, StoredDecision, Story, Suggestion } from '../../model/story.ts'
import type { BlindPeriod, OldPicture, EarlierStory } from '../../model/stub.ts'
import { cutToWidth, padToWidth, displayWidth } from '../terminal/display-width.ts'
import { isolate, plain, plainLine } from '../../lib/terminal-text.ts'
import { growLineage } from './lineage.ts'
import { originsAgainstChannels, paintSourcing } from './sourcing.ts'
import { marksOf, nameOrigin, renderTree, type TreeLook } from './tree.ts'

/** A story with everything that explains it. */
export interface StoryFile {
  story: Story
  signals: ReadonlyMap<SignalKey, Signal>
  /** Links from its signals. */
  links: readonly Link[]
  history: readonly SourcingChange[]
  suggestions: readonly Suggestion[]
  /** Of the stub, where one was drafted. */
  earlier: readonly EarlierStory[]
  blind: readonly BlindPeriod[]
  oldPictures: readonly OldPicture[]
  /** Of its signals that have any. */
  pictures: ReadonlyMap<SignalKey, readonly Picture[]>
  /** Decisions on its signals that stand. */
  decisions: readonly StoredDecision[]
}

const linesOfEach = 3

/** Everything the desk knows of a story, for a terminal. */
export function renderStory(file: StoryFile, look: Omit<TreeLook, 'signals'>): string {
  const { story, links, signals } = file
  const full = { ...look, signals }
  const sections: [string, string[]][] = [
    ['Sourcing', sourcingLines(file, full)],
    ['Who took it from whom', renderTree(growLineage(story, links), full)],
    ['Origins disagree', conflictLines(story, full)],
    ['Not stated', story.notStated.map((item) => `- ${item}`)],
    ['Perhaps the same', suggestionLines(file)],
    ['Decided by editors', decisionLines(file, full)],
    ['Earlier on the desk', earlierLines(file)],
    ['Pictures that are not new', file.oldPictures.map(({ named }) => plainLine(named))],
    ['Pictures not fetched', notFetchedLines(file)],
    ['What the desk did not see', file.blind.map(({ named }) => plainLine(named))],
    ['Signals', story.signals.flatMap((key) => signalLines(signals.get(key), links, full))],
  ]
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) =>
        `\n${look.paint('bold', title)}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`,
    )
  return `${header(story, full)}\n${body.join('')}`
}

function header(story: Story, { paint, time }: TreeLook): string {
  const { firstAt, lastAt } = story
  const window =
    firstAt === lastAt ? time.full(firstAt) : `${time.full(firstAt)} to ${time.full(lastAt)}`
  return [
    `${paint('dim', `#${story.story}`)}  ${paint('bold', isolate(plainLine(story.headline)))}`,
    `${paintSourcing(story.sourcing, paint).trimEnd()}  ${originsAgainstChannels(story)}  ${paint('dim', `${story.event} · ${window}`)}`,
    ...returnLine(story, time),
  ].join('\n')
}

function returnLine({ returned }: Story, time: TreeLook['time']): string[] {
  if (returned === undefined) return []
  const { signal, at, firstAt, first } = returned
  const where = first === undefined ? '' : ` as ${first}`
  return [
    `↺ old post came back: ${signal} was first posted${where} on ${time.full(firstAt)}, ${ageBetween(firstAt, at)} before`,
  ]
}

function sourcingLines(
  { story, history }: StoryFile,
  { paint, time, titleOf }: TreeLook,
): string[] {
  const origins = story.origins.map(
    ({ origin, reason }) => `${nameOrigin(origin, titleOf)}: ${plainLine(reason)}`,
  )
  const changes = history.map(({ at, sourcing, origins: named, reason }) =>
    [
      paint('dim', time.full(at)),
      paintSourcing(sourcing, paint),
      `${named.join(', ')}: ${plainLine(reason)}`,
    ].join('  '),
  )
  return [plainLine(story.reason), ...origins, ...(changes.length > 1 ? ['', ...changes] : [])]
}

function conflictLines({ conflicts }: Story, { columns }: TreeLook): string[] {
  const rows = conflicts.flatMap(({ detail, values, reason }) =>
    values.map(({ value, origins, signals }, index) => ({
      detail: index === 0 ? plainLine(detail) : '',
      value: plainLine(value),
      who: `${origins.join(', ')} (${signals.join(', ')})${index === 0 && reason !== undefined ? `: ${reason}` : ''}`,
    })),
  )
  const detailColumns = Math.max(0, ...rows.map(({ detail }) => displayWidth(detail)))
  const valueColumns = Math.max(0, ...rows.map(({ value }) => displayWidth(value)))
  return rows.map(({ detail, value, who }) =>
    [
      padToWidth(detail, detailColumns),
      padToWidth(isolate(value), valueColumns),
      cutToWidth(plainLine(who), Math.max(20, columns - detailColumns - valueColumns - 6)),
    ].join('  '),
  )
}

function suggestionLines({ story, suggestions }: StoryFile): string[] {
  return suggestions.map(({ stories, score, reason }) => {
    const other = stories[0] === story.story ? stories[1] : stories[0]
    return `#${other}  ${score.toFixed(2)}  ${plainLine(reason)}`
  })
}

const decisionLines = ({ decisions, story }: StoryFile, { time }: TreeLook): string[] =>
  decisions.map(({ kind, signals, at, reason }) =>
    [
      time.full(at),
      `${signals.map(plainLine).join(' and ')}: ${said(
        kind,
        signals.every((key) => story.signals.includes(key)),
      )}`,
      ...(reason === undefined ? [] : [isolate(plainLine(reason))]),
    ].join('  '),
  )

const said = (kind: StoredDecision['kind'], together: boolean) =>
  kind === 'join'
    ? `joined by an editor${together ? '' : ', and parted by another decision'}`
    : `kept apart by an editor${together ? ', but a link ties them' : ''}`

const notFetchedLines = ({ pictures }: StoryFile): string[] =>
  Array.from(pictures, ([key, of]) => ({ key, why: reasonsNotFetched(of) }))
    .filter(({ why }) => why.length > 0)
    .map(({ key, why }) => plainLine(`${key}: ${why.join('; ')}`))

const earlierLines = ({ earlier }: StoryFile): string[] =>
  earlier.map(
    ({ story, date, headline, relation }) =>
      `${date}  #${story}  ${relation}  ${isolate(plainLine(headline))}`,
  )

function signalLines(signal: Signal | undefined, links: readonly Link[], look: TreeLook): string[] {
  if (signal === undefined) return []
  const { paint, time, columns } = look
  const texts = plain(signal.text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const shown = texts.slice(0, linesOfEach)
  const rest = texts.length - shown.length
  return [
    [
      time.full(signal.at),
      paint('cyan', plainLine(signal.key)),
      signal.lang,
      ...marksOf(signal, look),
      ...basesOf(signal, links).map((basis) => `says: ${basis}`),
    ].join('  '),
    ...shown.map((line) => `  ${isolate(cutToWidth(line, columns - 6))}`),
    ...(rest > 0 ? [paint('dim', `  … ${rest} more ${rest === 1 ? 'line' : 'lines'}`)] : []),
  ]
}

/** How a post says it knows, an outlet that it names among it. */
function basesOf({ key, text }: Signal, links: readonly Link[]): string[] {
  const names = links.some(
    ({ from, to, kind }) => from === key && kind === 'cite' && to.startsWith('out:'),
  )
  return [...readBasis(text), ...(names ? ['named outlet'] : [])]
}
