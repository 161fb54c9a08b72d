import type { Picture } from '../model/picture.ts'

/** What keeps pictures from being looked at, each reason once; behind what the fetching called them. */
export const reasonsNotFetched = (pictures: readonly Picture[]): readonly string[] => [
  ...new Set(
    pictures.flatMap(({ state, reason }) =>
      state === 'fetched' || reason === undefined ? [] : reason.replace(/^picture: /, ''),
    ),
  ),
]
