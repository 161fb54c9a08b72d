import type { Stub } from '../../model/stub.ts'
import { mayAct } from '../../desk/review/member-book.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, nothing, rich, type Rich } from '../rich.ts'
import { type Reply, rows, say } from '../screen.ts'
import { retellNote, retellWindow } from '../views/retell.ts'
import { signOf } from '../views/sourcing.ts'
import { readStory } from './story.ts'

export const stub: Command = {
  name: 'stub',
  role: 'reader',
  run: async (asking, args) => {
    const number = readStory(args)
    return number === undefined ? say(rich`${asking.words.badStory}`) : showStub(asking, number)
  },
}

/** A draft as its page will read. */
export async function showStub(asking: Asking, number: number): Promise<Reply> {
  const { desk, words, member } = asking
  const found = await desk.archive.stubs.get(number)
  if (found === undefined) {
    const exists = (await desk.archive.analysis.story(number)) !== undefined
    return say(rich`${exists ? words.noStub(number) : words.noStory(number)}`)
  }
  return say(
    renderStub(found, asking),
    rows(
      [
        mayAct(member.role, 'editor')
          ? { label: words.story.openReview, action: { do: 'card', story: number } }
          : undefined,
        { label: words.card.page, action: { do: 'preview', story: number, as: 'page' } },
      ],
      [{ label: words.story.openSignals, action: { do: 'signals', story: number, offset: 0 } }],
    ),
  )
}

export function renderStub(shown: Stub, { words }: Asking): Rich {
  const { kicker, sourcing, strength, state, sourceNote } = shown
  return lines([
    italic(`${kicker.beat} · ${kicker.form} · ${kicker.topic}`),
    bold(shown.headline),
    rich`${signOf(sourcing)} ${words.sourcing[sourcing]} · ${words.strengths[strength]} · ${words.states[state]}`,
    rich`${words.card.reviewed(sourceNote.reviewedSignals, sourceNote.signals)} · ${retellWindow(sourceNote.window, words)}`,
    ...(shown.oldPictures ?? []).map(({ named }) => rich`⚠️ ${retellNote(named, words)}`),
    nothing,
    rich`${bold(words.card.fields['tldr'])} ${foreign(textOf(shown.tldr))}`,
    ...shown.body.flatMap((paragraph) => [nothing, rich`${textOf(paragraph)}`]),
    ...(shown.blind ?? []).map(({ named }) => rich`\n◌ ${retellNote(named, words)}`),
    nothing,
    rich`#${shown.stub}`,
  ])
}

const textOf = (sentences: readonly { text: string }[]) =>
  sentences.map(({ text }) => text).join(' ')
