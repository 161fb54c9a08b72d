import { IntakeError } from '../../model/errors.ts'
import { hashText } from './hash.ts'
import type { TermKind } from './terms.ts'
import type { PlaceData, PlaceRow } from '../places.ts'

/** How often a term is met. */
export interface Commonness {
  /** In what share of all reports it stands, wherever they come from. */
  share: number
  /** It is never rarer than this to a desk, however seldom it was seen. */
  least: number
}

/** What is known of a term before a desk has seen it. */
export type Background = (kind: TermKind, hash: number) => Commonness

const atLeastHalf = (share: number): Commonness => ({ share, least: share / 2 })

/** Of what no table lists. */
const usual: Readonly<Record<TermKind, Commonness>> = {
  stem: { share: 0.01, least: 0 },
  place: { share: 0.002, least: 0 },
  figure: { share: 0.004, least: 0 },
  // Names of several people, and other words, have one skeleton.
  name: { share: 0.003, least: 0 },
  concept: { share: 0.01, least: 0 },
}

/** Much happens in a country, or in a region, at any time: it tells little that two posts name it. */
const country: Commonness = { share: 0.135, least: 0.135 }
const region: Commonness = { share: 0.03, least: 0.03 }
/** Towns are named the more the more people live there. */
const towns = { most: 0.03, inhabitantsOfMost: 3000, least: 0.001 }
/** Added to the rank of places that the desk's own table lists: see data/gazetteer/README.md. */
const rankOfPatch = 5000

/**
 * Reads `data/gazetteer/shares.tsv`: a line a concept, in how many reports of a thousand it stands, and `land`
 * where it means a country. Places are told by what they are. Throws IntakeError `gazetteer-broken`.
 */
export function createBackground(sharesTsv: string, { places }: PlaceData): Background {
  const known = new Map<number, Commonness>()
  for (const [index, line] of sharesTsv.split('\n').entries()) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [concept = '', perThousand = '', land] = line.split('\t')
    const share = Number(perThousand) / 1000
    if (!(share > 0 && share <= 1)) {
      throw new IntakeError(
        'gazetteer-broken',
        `data/gazetteer/shares.tsv, line ${index + 1}: "${perThousand}" is no share of a thousand; restore the file from the project (git checkout data/gazetteer).`,
      )
    }
    known.set(hashText(`concept:${concept}`), land === undefined ? atLeastHalf(share) : country)
  }
  for (const row of places) known.set(hashText(`place:${String(row[0])}`), ofPlace(row))
  return (kind, hash) => known.get(hash) ?? usual[kind]
}

/** Where nothing is known of the world. */
export const noBackground: Background = (kind) => usual[kind]

function ofPlace([, kind, , rank]: PlaceRow): Commonness {
  if (kind === 'country') return country
  if (kind === 'region') return region
  const thousands = rank >= rankOfPatch ? rank - rankOfPatch : rank
  const { most, inhabitantsOfMost, least } = towns
  return atLeastHalf(
    Math.min(most, Math.max(least, most * Math.sqrt(thousands / inhabitantsOfMost))),
  )
}
