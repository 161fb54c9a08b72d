/** Outlets whose name is not their id with a capital, and agencies that are known by initials. */
const known: Readonly<Record<string, string>> = {
  afp: 'AFP',
  aljazeera: 'Al Jazeera',
  alarabiya: 'Al Arabiya',
  almayadeen: 'Al Mayadeen',
  ap: 'AP',
  bbc: 'the BBC',
  cnn: 'CNN',
  desk: 'this desk itself',
  dpa: 'dpa',
  ft: 'the Financial Times',
  guardian: 'the Guardian',
  haaretz: 'Haaretz',
  interfax: 'Interfax',
  interfaxukraine: 'Interfax-Ukraine',
  irib: 'IRIB',
  irna: 'IRNA',
  isna: 'ISNA',
  jpost: 'The Jerusalem Post',
  kan: 'Kan',
  nyt: 'The New York Times',
  nytimes: 'The New York Times',
  rbc: 'RBC',
  rferl: 'RFE/RL',
  ria: 'RIA Novosti',
  rt: 'RT',
  suspilne: 'Suspilne',
  tass: 'TASS',
  times: 'The Times',
  timesofisrael: 'The Times of Israel',
  unian: 'UNIAN',
  washingtonpost: 'The Washington Post',
  wsj: 'The Wall Street Journal',
  ynet: 'Ynet',
}

/** Names that read with an article in running text. */
const articled =
  /(?:News|Press) Agency$|^(?:Institute|Syrian Observatory|Moscow Times|Kyiv (?:Independent|Post)|New York Post)/

/** How outlets that posts cite are called in running text; given what follows `out:`. */
export type NameOutlet = (slug: string) => string

/** Names outlets as the gazetteer of outlets does, where it has a name in Latin letters. */
export function createOutletNamer(
  outlets: readonly { slug: string; names: readonly string[] }[],
): NameOutlet {
  const names = new Map(
    outlets.map(({ slug, names: all }) => [
      slug,
      all.find((name) => /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u.test(name)),
    ]),
  )
  return (slug) => {
    const name = knownName(slug) ?? names.get(slug)
    if (name === undefined) return titleCase(slug)
    return articled.test(name) ? `the ${name}` : name
  }
}

/** For a desk without a gazetteer of outlets. */
export const outletName: NameOutlet = (slug) => knownName(slug) ?? titleCase(slug)

const knownName = (slug: string): string | undefined =>
  known[slug.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]

const titleCase = (slug: string): string =>
  slug
    .replace(/[-_]+/g, ' ')
    .trim()
    .replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
