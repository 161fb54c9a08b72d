import type { Link } from '../../model/link.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { coincidenceOf, joinNats } from '../stories/coincidence.ts'
import { mayRender, scoreTranslation } from './translations.ts'
import type { Workspace } from '../workspace.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

/** Renderings scored this close to the best are of one text; the earliest is named. */
const equallyWithin = 0.1

/** The earlier text of another language that the signal renders, if any. */
export function traceTranslation(read: ReadSignal, workspace: Workspace): Link | undefined {
  const { weights } = workspace
  const scored = workspace
    .candidatesOf(read)
    .filter(
      ({ atMs, lang, signal }) =>
        lang !== read.lang &&
        atMs < read.atMs &&
        signal.channel !== read.signal.channel &&
        signal.forwardedFrom === undefined,
    )
    .filter((earlier) => mayRender(workspace.meetingOf(earlier, read)))
    .flatMap((earlier) => {
      const found = scoreTranslation(earlier, read, weights)
      if (found === undefined || bothNameOutlets(earlier, read)) return []
      // Two short bulletins of one front agree in all they say, hours apart.
      const { nats } = coincidenceOf(earlier, read, workspace)
      return nats < joinNats ? [] : [{ earlier, ...found }]
    })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const chosen = scored
    .filter(({ score }) => score >= best - equallyWithin)
    .sort((a, b) => a.earlier.atMs - b.earlier.atMs)[0]
  if (chosen === undefined) return undefined
  const agreed = chosen.shared.slice(0, 8)
  return {
    from: read.signal.key,
    to: chosen.earlier.signal.key,
    kind: 'translation',
    score: Math.round(chosen.score * 1000) / 1000,
    reason: reasons.say('translation', {
      lang: read.lang,
      otherLang: chosen.earlier.lang,
      terms: wordsOf(agreed, weights, [chosen.earlier, read]).join(', '),
    }),
  }
}

/** Who names an outlet has it from there, and renders nobody else who names an outlet, that one or another. */
function bothNameOutlets(earlier: ReadSignal, later: ReadSignal): boolean {
  return [earlier, later].every(({ citations }) => citations.some(({ to }) => to.kind === 'outlet'))
}

/** Later signals of other languages that may render a signal which came late. */
export function laterRenderings(read: ReadSignal, workspace: Workspace): ReadSignal[] {
  return workspace
    .candidatesOf(read)
    .filter(({ lang }) => lang !== read.lang)
    .filter((later) => later.atMs > read.atMs && later.signal.forwardedFrom === undefined)
    .filter((later) => scoreTranslation(read, later, workspace.weights) !== undefined)
}
