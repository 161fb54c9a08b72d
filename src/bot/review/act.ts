import type { AskedAct } from '../../desk/review/permit.ts'
import { findUnsupported } from '../../desk/review/unsupported.ts'
import { readField } from '../../desk/review/edits.ts'
import type { Base } from '../../model/desk.ts'
import type { ActionOf } from '../action.ts'
import type { Asking } from '../context.ts'
import { actLine } from '../commands/log.ts'
import { bold, code, foreign, lines, nothing, quote, rich, type Rich } from '../rich.ts'
import { type Reply, rows, say, toast } from '../screen.ts'
import { backTo, showCard, withStub } from './card.ts'
import { fieldName } from './field-name.ts'
import { showSignalToReview } from './signals.ts'

/** Does what was asked to a stub, and shows the stub as it stands then; what others changed is shown first. */
export async function actOnStub(
  asking: Asking,
  story: number,
  asked: AskedAct,
  base: Base,
): Promise<Reply> {
  const { desk, member, words, journal } = asking
  const outcome = await desk.reviewDesk.act(story, asked, member, base, journal)
  if (outcome.kind === 'refused') {
    const why = words.refusal(outcome.refusal)
    return { ...say(lines([rich`${why}`, rich`/review_${story}`])), toast: why, stays: true }
  }
  if (outcome.kind === 'changed') {
    const { record, stub, since, refusal } = outcome
    const again = { head: record.head, version: stub.version }
    return say(
      lines([
        bold(words.card.changed),
        ...since.map((act) => actLine(act, asking)),
        since.length === 0 ? rich`• ${words.card.newVersion}` : undefined,
        refusal === undefined ? undefined : rich`${words.refusal(refusal)}`,
        ...yourText(asked, asking),
      ]),
      rows(
        [
          refusal === undefined
            ? { label: words.card.anyway, action: { do: 'act', story, asked, base: again } }
            : undefined,
        ],
        [backTo(asking, story)],
      ),
    )
  }
  const done = asked.kind === 'undo' ? words.card.undone : words.card.done
  const next =
    asked.kind === 'review' || asked.kind === 'unname'
      ? await nextSignal(asking, story, asked.signal, asked.kind === 'review')
      : await showCard(asking, story, await unsupported(asking, story, asked))
  return { ...next, toast: done }
}

/** What the member wrote is kept before their eyes, whatever becomes of it. */
function yourText(asked: AskedAct, { words }: Asking): Rich[] {
  const text = 'text' in asked ? asked.text : 'reason' in asked ? asked.reason : undefined
  return text === undefined ? [] : [nothing, rich`${words.card.yourText}:`, quote(foreign(text))]
}

async function nextSignal(
  asking: Asking,
  number: number,
  key: string,
  goOn: boolean,
): Promise<Reply> {
  const story = await asking.desk.archive.analysis.story(number)
  const index = story?.signals.indexOf(key) ?? 0
  const last = (story?.signals.length ?? 1) - 1
  if (goOn && index >= last) return showCard(asking, number)
  return showSignalToReview(asking, number, goOn ? index + 1 : index)
}

/** Figures and quotations in an editor's words that no signal of the story has. */
async function unsupported(
  asking: Asking,
  number: number,
  asked: AskedAct,
): Promise<Rich | undefined> {
  if (asked.kind !== 'edit' || asked.text === '') return undefined
  const { archive } = asking.desk
  const story = await archive.analysis.story(number)
  const signals = await archive.signals.get(story?.signals ?? [])
  const found = findUnsupported(asked.text, [...signals.values()])
  return found.length === 0
    ? undefined
    : lines([rich`⚠️ ${asking.words.card.unsupportedWords(found.join(', '))}`, nothing])
}

/** Asks for the words that an act lacks, as a reply; an edit shows what stands, to be copied. */
export const askForWords = (asking: Asking, action: ActionOf<'ask'>): Promise<Reply> =>
  withStub(asking, action.story, ({ stub, record }) => {
    const { words } = asking
    const field = action.asked['field']
    const present = typeof field === 'string' ? readField(stub, field as never) : undefined
    const text = lines([
      rich`${questionOf(action, asking)}`,
      ...(present === undefined ? [] : [rich`${words.ask.now}`, code(present)]),
    ])
    const isEdited = typeof field === 'string' && record.edits.has(field as never)
    const takeBack = {
      label: words.card.takeBack,
      action: {
        do: 'act' as const,
        story: action.story,
        asked: { ...action.asked, text: '' },
        base: action.base,
      },
    }
    return {
      screens: [{ text, ask: action, ...(isEdited ? { buttons: rows([takeBack]) } : {}) }],
    }
  })

function questionOf({ question, asked }: ActionOf<'ask'>, asking: Asking): string {
  const { ask } = asking.words
  switch (question) {
    case 'edit':
      return asked['field'] === 'headline'
        ? ask.headline
        : ask.text(fieldName(String(asked['field']), asking))
    case 'name':
      return ask.name
    case 'stated':
      return ask.stated
    case 'hold':
      return ask.hold
    case 'kill':
      return ask.kill
    case 'correct':
      return ask.correct
    default:
      return ask.override
  }
}

/** The act that a reply completes: an edit by its text, everything else by its reason. */
export function completeAct({ asked }: ActionOf<'ask'>, written: string): AskedAct {
  const text = written.trim()
  const complete = asked.kind === 'edit' ? { ...asked, text } : { ...asked, reason: text }
  return complete as AskedAct
}

export const staleReply = ({ words }: Asking): Reply => toast(words.staleButton)
