import { reasons } from '../../analysis/reasons.ts'
import { stubNotes } from '../../desk/compose/stub-notes.ts'
import type { Patterns, Sentences } from '../../lib/sentences.ts'
import { sourceFaults } from '../../lib/source-faults.ts'
import { nestingGaps, Template } from '../../lib/template.ts'
import type { Asking } from '../context.ts'
import { foreign, type Rich, rich, type RichPart } from '../rich.ts'
import { isolated } from '../words/isolated.ts'
import type { Retold } from '../words/retold.ts'
import type { Words } from '../words/words.ts'
import { nameOrigin } from './name-origin.ts'

/** What the reasons of the analysis are told with; `place` is what a place is called, or undefined for what is none. */
export interface Reasoning extends Pick<Asking, 'words' | 'desk'> {
  place?: (name: string) => string | undefined
}

/** Reasons about such posts, with places called as the member's language calls them. */
export async function reasoningOn(
  texts: readonly string[],
  { words, desk, language }: Asking,
): Promise<Reasoning> {
  // What is stored calls places by their English names.
  if (language === 'en') return { words, desk }
  const namePlace = await desk.placeNames()
  return { words, desk, place: (name) => namePlace(name, language, texts) }
}

/**
 * Why the analysis judged so; what it quotes stands isolated in it, origins are called as the desk knows them, and a
 * sentence of an older release is in English.
 */
export const retellReason = (text: string, reasoning: Reasoning): Rich =>
  tell(text, tellingOf(reasoning))

/** Words that two posts have in common, or that there are none. */
export const retellTerms = (list: string, reasoning: Reasoning): Rich =>
  rich`${listed(list, tellingOf(reasoning))}`

const tellingOf = ({
  words: { retold },
  desk,
  place,
}: Reasoning): Telling<typeof reasons.patterns> => ({
  table: reasons,
  sentences: retold?.reasons ?? reasons.patterns,
  origin: (origin) => nameOrigin(origin, desk),
  gap: (name, value) =>
    retold?.gap(name, value) ?? (name === 'term' ? isolatedName(place?.(value)) : undefined),
})

const isolatedName = (name: string | undefined) => (name === undefined ? undefined : isolated(name))

/** Why a source can't be read, without the source's name before it. */
export function retellFault(why: string, source: string, words: Words): Rich {
  const name = `${source}: `
  const text = why.startsWith(name) && words.retold !== undefined ? why.slice(name.length) : why
  return retell(text, words, sourceFaults, ({ faults }) => ({ sentences: faults }))
}

/** What a stub notes beside its text. */
export const retellNote = (text: string, words: Words): Rich =>
  retell(text, words, stubNotes, ({ notes }) => ({ sentences: notes }))

/** Dates in the desk's window of a stub. */
export const retellWindow = (window: string, { retold }: Words): string =>
  retold?.gap('when', window) ?? window

interface Telling<Table extends Patterns> {
  table: Sentences<Table>
  sentences: Readonly<Record<keyof Table & string, string>>
  gap: Retold['gap']
  /** An origin by the name that the desk knows it by. */
  origin?: (origin: string) => Rich
}

function retell<Table extends Patterns>(
  text: string,
  { retold }: Words,
  table: Sentences<Table>,
  inLanguage: (retold: Retold) => Pick<Telling<Table>, 'sentences'>,
): Rich {
  if (retold === undefined) return foreign(text)
  return tell(text, { table, gap: retold.gap, ...inLanguage(retold) })
}

function tell<Table extends Patterns>(text: string, telling: Telling<Table>): Rich {
  const told = telling.table.read(text).map((one) => {
    if (one.kind === 'unknown') return foreign(one.text)
    const template = new Template(telling.sentences[one.key])
    return rich`${template.parts((name) => fill(name, one.gaps[name] ?? '', telling))}`
  })
  return rich`${joined(told, ' ')}`
}

/** Lists of names and words; one of them may be a sentence of ours: "nothing telling". */
const lists: ReadonlySet<string> = new Set(['terms', 'channels'])

function fill<Table extends Patterns>(
  name: string,
  value: string,
  telling: Telling<Table>,
): RichPart {
  if (nestingGaps.has(name)) return tell(value, telling)
  if (/^[\d.,]+$/.test(value)) return value
  const isOurs = telling.table.readOne(value).kind === 'known'
  if (name === 'place' && isOurs) return tell(value, telling)
  if (lists.has(name)) {
    return isOurs ? tell(value, telling) : listed(value, telling)
  }
  if (/origins$/i.test(name) && !isOurs)
    return joined(value.split(' and ').map(telling.origin ?? foreign), ', ')
  if (/origins$/i.test(name)) return tell(value, telling)
  return telling.gap(name, value) ?? foreign(value)
}

/** Each by itself, as a list of several scripts would be read out of order. */
const listed = <Table extends Patterns>(list: string, telling: Telling<Table>): RichPart =>
  joined(
    list.split(', ').map((part) => {
      if (telling.table.readOne(part).kind === 'known') return tell(part, telling)
      return telling.gap('term', part) ?? foreign(part)
    }),
    ', ',
  )

const joined = (parts: readonly RichPart[], between: string): RichPart =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]))
