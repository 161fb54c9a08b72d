import { words } from '../../lib/text.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Conflict, Story } from '../../model/story.ts'
import type { Sentence, Span } from '../../model/stub.ts'
import { whoIs } from './attribution.ts'
import type { Telling } from './telling.ts'
import { listed } from './wording.ts'

const details: Readonly<Record<string, string>> = {
  killed: 'the number of people killed',
  wounded: 'the number of people wounded',
  missing: 'the number of people missing',
  detained: 'the number of people detained',
  evacuated: 'the number of people evacuated',
  launched: 'how many were launched',
  intercepted: 'how many were intercepted',
  affected: 'the number of people affected',
  money: 'the sum',
  percent: 'the percentage',
  magnitude: 'the magnitude',
  distance: 'the distance',
  'confirmed or denied': 'whether it happened',
  'so or not so': 'whether it is so',
  'how many': 'the number',
  'which country': 'which country it was',
}

/** `the number of people killed`. */
export const detailName = (detail: string): string =>
  details[detail] ?? (detail.includes(' or ') ? `the outcome (${detail})` : `the ${detail}`)

/** One sentence for each detail on which origins disagree, each value with who gives it. */
export function describeDisputes(story: Story, tellings: readonly Telling[]): Sentence[] {
  return story.conflicts.map((conflict) => describeDispute(conflict, tellings))
}

function describeDispute({ detail, values }: Conflict, tellings: readonly Telling[]): Sentence {
  let met = 0
  const sides = values.map(({ value, signals }) => {
    const telling = tellings.find(({ signal }) => signals.includes(signal.key))
    const who =
      telling === undefined ? 'a post' : whoIs(telling.channel, met++ === 0 ? 'a' : 'another')
    return `${who} ${says(detail, value)}`
  })
  const spans = values.flatMap(({ value, signals }) => findValue(value, signals, tellings))
  return { text: `On ${detailName(detail)} accounts differ: ${listed(sides)}.`, spans }
}

function says(detail: string, value: string): string {
  if (detail !== 'confirmed or denied') return `says ${value}`
  return value === 'denied' ? 'denies it' : 'reports it'
}

/** Where the value stands in each text; the opening of the text where it is not written that way. */
function findValue(
  value: string,
  signals: readonly SignalKey[],
  tellings: readonly Telling[],
): Span[] {
  const sought = words(value).map(({ word }) => word)
  return tellings
    .filter(({ signal }) => signals.includes(signal.key))
    .flatMap(({ signal, extracts }) => {
      const said = words(signal.text)
      const at = said.findIndex((_, start) =>
        sought.every((word, offset) => said[start + offset]?.word === word),
      )
      const place = sought.length > 0 && at >= 0 ? said[at] : undefined
      const last = said[at + sought.length - 1]
      if (place !== undefined && last !== undefined)
        return { signal: signal.key, from: place.from, to: last.to }
      const [first] = extracts
      return first === undefined ? [] : { signal: signal.key, from: first.from, to: first.to }
    })
}
