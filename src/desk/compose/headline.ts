import type { Sourcing, Story } from '../../model/story.ts'
import { languageName } from './languages.ts'
import type { Lead } from './lead.ts'
import type { Telling } from './telling.ts'
import { balanceQuotes, capitalise, closed, cutAtWord } from './wording.ts'

/** Longest headline, as on the page of a dispatch. */
export const headlineLength = 110
const flags: Partial<Record<Sourcing, string>> = {
  withdrawn: 'Withdrawn',
  contested: 'Contested',
}

/**
 * The lead's words; in a foreign language quoted, with that named. A withdrawn or contested story says
 * so first.
 */
export function composeHeadline(
  story: Story,
  lead: Lead | undefined,
  tellings: readonly Telling[],
): string {
  const flag = flags[story.sourcing]
  const before = flag === undefined ? '' : `${flag}: `
  if (lead === undefined) return `${before}${wordless(tellings)}`
  const words = leadWords(lead)
  if (!lead.telling.foreign) return before + fit(capitalise(words), headlineLength - before.length)
  const language = languageName(lead.telling.signal.lang)
  const label =
    flag !== undefined || language === 'another language'
      ? `${flag === undefined ? 'Report' : `${flag} report`}, in ${language}: «`
      : `${language}-language report: «`
  return `${label}${fit(words, headlineLength - label.length - 1)}»`
}

// Room is left for the marks that close what the cut opened.
const fit = (words: string, room: number) =>
  words.length <= room ? balanceQuotes(words) : balanceQuotes(cutAtWord(words, room - 2))

const leadWords = ({ opening }: Lead): string =>
  opening
    .map(({ text }, index) => (index === opening.length - 1 ? text : closed(text)))
    .join(' ')
    .replace(/(?<![.:\s])[.:\s]+$/u, '')

function wordless(tellings: readonly Telling[]): string {
  const kind = tellings.flatMap(({ signal }) => signal.media)[0]?.kind
  return kind === undefined ? 'Post without words' : `Post without words: ${kind.replace('-', ' ')}`
}
