import type { DeskRecord, EditField, FieldEdit } from '../../model/desk.ts'
import type { Paragraph, Sentence, Span, Strength, Stub } from '../../model/stub.ts'
import { slugOf } from '../compose/slug.ts'

export const strengths: readonly Strength[] = ['weak', 'moderate', 'strong']

/** Most characters of each field; the headline's is the page's, the others keep a stub readable on a phone. */
export const mostCharacters = (field: EditField): number => {
  if (field === 'headline') return 110
  if (field === 'tldr') return 600
  return field.startsWith('paragraph:') ? 3000 : 60
}

const textOf = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text).join(' ')

/** What stands in a field now; undefined where the stub has no such field. */
export function readField(stub: Stub, field: EditField): string | undefined {
  switch (field) {
    case 'headline':
      return stub.headline
    case 'tldr':
      return textOf(stub.tldr)
    case 'beat':
    case 'form':
    case 'topic':
      return stub.kicker[field]
    case 'strength':
      return stub.strength
    default: {
      const paragraph = stub.body[paragraphNumber(field)]
      return paragraph === undefined ? undefined : textOf(paragraph)
    }
  }
}

/** A stub with the words that editors put in place of those composed; what these rested on stays their ground. */
export function applyEdits(composed: Stub, { edits }: DeskRecord): Stub {
  return Array.from(edits.values()).reduce((stub, edit) => applyOne(stub, composed, edit), composed)
}

/** Edits over words that were composed anew since: the editor has to look again. */
export function outdatedEdits(composed: Stub, { edits }: DeskRecord): FieldEdit[] {
  return Array.from(edits.values()).filter((edit) =>
    edit.field.startsWith('paragraph:')
      ? !composed.body.some((paragraph) => textOf(paragraph) === edit.over)
      : readField(composed, edit.field) !== edit.over,
  )
}

function applyOne(stub: Stub, composed: Stub, { field, text, over }: FieldEdit): Stub {
  switch (field) {
    case 'headline':
      return { ...stub, headline: text, slug: slugOf(text, stub.stub) }
    case 'tldr':
      return { ...stub, tldr: [{ text, spans: spansOf(composed.tldr) }] }
    case 'beat':
    case 'form':
    case 'topic':
      return { ...stub, kicker: { ...stub.kicker, [field]: text } }
    case 'strength':
      return { ...stub, strength: strengths.find((strength) => strength === text) ?? stub.strength }
    default:
      return { ...stub, body: replaceParagraph(stub.body, composed.body, field, { text, over }) }
  }
}

/** The paragraph is found by its words first: a new one above it moves its number. */
function replaceParagraph(
  body: readonly Paragraph[],
  composed: readonly Paragraph[],
  field: EditField,
  { text, over }: { text: string; over: string },
): readonly Paragraph[] {
  const found = composed.findIndex((paragraph) => textOf(paragraph) === over)
  const index = found === -1 ? paragraphNumber(field) : found
  const edited: Paragraph = [{ text, spans: spansOf(composed[index] ?? []) }]
  return index < body.length ? body.with(index, edited) : [...body, edited]
}

const paragraphNumber = (field: string) => Number(field.slice('paragraph:'.length))

const spansOf = (sentences: readonly Sentence[]): Span[] => sentences.flatMap(({ spans }) => spans)
