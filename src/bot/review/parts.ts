import { readField } from '../../desk/review/edits.ts'
import type { OpenStub } from '../../desk/review/review-desk.ts'
import type { EditField } from '../../model/desk.ts'
import type { Sourcing } from '../../model/story.ts'
import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, lines, rich, type Rich } from '../rich.ts'
import { type Button, type Reply, rows, say } from '../screen.ts'
import { shorten } from '../split.ts'
import { nameOrigin } from '../views/name-origin.ts'
import { backTo, overrideLine, withStub } from './card.ts'
import { fieldName } from './field-name.ts'

const shownOfField = 80
const strengths = ['weak', 'moderate', 'strong'] as const
const sourcings: readonly Sourcing[] = [
  'single-source',
  'echoed',
  'corroborated',
  'contested',
  'withdrawn',
]

/** What of a stub can be chosen to be changed. */
export const showParts = (asking: Asking, { story, of }: ActionOf<'parts'>): Promise<Reply> =>
  withStub(asking, story, (open) => {
    const choose = { edit: showFields, state: showMissing, sourcing: showSourcing }
    return choose[of](asking, open)
  })

interface Base {
  head: number
  version: number
}
const baseOf = ({ stub, record }: OpenStub): Base => ({ head: record.head, version: stub.version })

function showFields(asking: Asking, open: OpenStub): Reply {
  const { stub, record } = open
  const { card } = asking.words
  const fields: EditField[] = [
    'headline',
    'tldr',
    ...stub.body.map((_, index): EditField => `paragraph:${index}`),
    'beat',
    'form',
    'topic',
  ]
  const ask = (field: EditField): Button => ({
    label: `${record.edits.has(field) ? '✏️ ' : ''}${fieldName(field, asking)}`,
    action: {
      do: 'ask',
      story: stub.stub,
      asked: { kind: 'edit', field },
      base: baseOf(open),
      question: 'edit',
    },
  })
  const strong = strengths
    .filter((strength) => strength !== stub.strength)
    .map((strength): Button => ({
      label: `${card.fields['strength'] ?? ''}: ${asking.words.strengths[strength]}`,
      action: {
        do: 'act',
        story: stub.stub,
        asked: { kind: 'edit', field: 'strength', text: strength },
        base: baseOf(open),
      },
    }))
  return say(
    lines([
      bold(card.edit),
      ...fields.map((field): Rich => {
        const text = readField(stub, field) ?? ''
        return rich`• ${fieldName(field, asking)}: ${foreign(shorten(rich`${text}`, shownOfField).text)}`
      }),
    ]),
    rows(...pairs(fields.map(ask)), strong, [backTo(asking, stub.stub)]),
  )
}

const pairs = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, row) => all.slice(row * 2, row * 2 + 2))

function showMissing(asking: Asking, open: OpenStub): Reply {
  const { card, story } = asking.words
  const { stub } = open
  const missing = stub.notStated
  return say(
    rich`${missing.length === 0 ? card.nothingMissing : bold(story.notStated)}`,
    rows(
      ...missing.map((detail): Button[] => [
        {
          label: asking.words.detail(detail),
          action: {
            do: 'ask',
            story: stub.stub,
            asked: { kind: 'mark-stated', detail },
            base: baseOf(open),
            question: 'stated',
          },
        },
      ]),
      [backTo(asking, stub.stub)],
    ),
  )
}

function showSourcing(asking: Asking, open: OpenStub): Reply {
  const { stub, record, story } = open
  const { words, desk } = asking
  const kept = story.origins.filter(({ withdrawn }) => !withdrawn)
  const standing = kept.length === 0 ? story.origins : kept
  const ask = (asked: { kind: string } & Record<string, unknown>, label: string): Button => ({
    label,
    action: { do: 'ask', story: stub.stub, asked, base: baseOf(open), question: 'override' },
  })
  return say(
    lines([
      rich`${bold(words.card.source)}: ${words.sourcing[stub.sourcing]}`,
      rich`${words.story.origins}: ${standing.flatMap(({ origin }, index) => [index === 0 ? '' : ', ', nameOrigin(origin, desk)])}`,
      overrideLine(open, asking),
    ]),
    rows(
      ...pairs(
        sourcings
          .filter((sourcing) => sourcing !== stub.sourcing)
          .map((sourcing) =>
            ask({ kind: 'override-sourcing', sourcing }, words.sourcing[sourcing]),
          ),
      ),
      [
        record.override === undefined
          ? undefined
          : ask({ kind: 'override-sourcing' }, words.card.endOverride),
      ],
      [backTo(asking, stub.stub)],
    ),
  )
}
