/** Outlets whose name is not their id with a capital, and agencies that are known by initials. */
const known: Readonly<Record<string, string>> = {
  afp: 'AFP',
  aljazeera: 'Al Jazeera',
  alarabiya: 'Al Arabiya',
  almayadeen: 'Al Mayadeen',
  ap: 'AP',
  bbc: 'the BBC',
  cnn: 'CNN',
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

/** How an outlet that posts cite is called in running text; `id` is what follows `out:`. */
export function outletName(id: string): string {
  const key = id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return (
    known[key] ??
    id
      .replace(/[-_]+/g, ' ')
      .trim()
      .replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
  )
}
