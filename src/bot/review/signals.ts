import type { OpenStub } from '../../desk/review/review-desk.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, rich } from '../rich.ts'
import { type Button, pager, type Reply, rows, say } from '../screen.ts'
import { readSignalFile, renderSignal } from '../views/signal.ts'
import { backTo, withStub } from './card.ts'

const mostCharacters = 2500

/** One signal of a stub in full, to be reviewed, set aside, or named. */
export const showSignalToReview = (
  asking: Asking,
  number: number,
  offset: number,
): Promise<Reply> => withStub(asking, number, (open) => show(asking, open, offset))

async function show(
  asking: Asking,
  { stub, story, record }: OpenStub,
  wanted: number,
): Promise<Reply> {
  const { archive } = asking.desk
  const { card } = asking.words
  const offset = Math.min(wanted, story.signals.length - 1)
  const key = story.signals[offset] ?? ''
  const signal = (await archive.signals.get([key])).get(key)
  const file = await readSignalFile(archive, [key])
  const verdict = record.reviews.get(key)
  const isNamed = record.namings.has(key)
  const base = { head: record.head, version: stub.version }
  const mark = (label: string, given: string): Button => ({
    label,
    action: {
      do: 'act',
      story: stub.stub,
      asked: { kind: 'review', signal: key, verdict: given },
      base,
    },
  })
  const standing =
    verdict === undefined
      ? card.unread
      : rich`${verdict.verdict === 'reviewed' ? `✅ ${card.reviewedMark}` : `🚫 ${card.setAside}`} · ${foreign(verdict.by)}`
  return say(
    lines([
      rich`${bold(`${offset + 1} / ${story.signals.length}`)} · ${standing}`,
      isNamed ? italic(card.named) : undefined,
      signal === undefined ? undefined : renderSignal(signal, file, asking, mostCharacters),
    ]),
    rows(
      [
        verdict?.verdict === 'reviewed' ? undefined : mark(`✅ ${card.reviewedMark}`, 'reviewed'),
        verdict?.verdict === 'set-aside' ? undefined : mark(`🚫 ${card.setAside}`, 'set-aside'),
        verdict === undefined ? undefined : mark(card.unread, 'unread'),
      ],
      [
        isNamed
          ? {
              label: card.unname,
              action: { do: 'act', story: stub.stub, asked: { kind: 'unname', signal: key }, base },
            }
          : {
              label: card.name,
              action: {
                do: 'ask',
                story: stub.stub,
                asked: { kind: 'name', signal: key },
                base,
                question: 'name',
              },
            },
      ],
      pager({ offset, size: 1, total: story.signals.length }, (to) => ({
        do: 'review',
        story: stub.stub,
        offset: to,
      })),
      [backTo(asking, stub.stub)],
    ),
  )
}
