import { Lexicon } from './lexicon.ts'

/**
 * Reads a table of meanings (`data/gazetteer/*.tsv`): a line a meaning, its name in the first `nameColumns`
 * columns (joined by `/`), then a column a language, words parted by spaces, `_` for a space inside one,
 * a trailing `*` for any ending.
 */
export function readMeanings(tsv: string, nameColumns = 1): Lexicon<string> {
  const lines = tsv
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const columns = line.split('\t')
      const stems = columns.slice(nameColumns).join(' ').split(' ').map(toStem).join(' ')
      return [columns.slice(0, nameColumns).join('/'), stems] as const
    })
  return new Lexicon(lines)
}

const toStem = (phrase: string) =>
  phrase
    .split('_')
    .map((word) => (word === '' || word.endsWith('*') ? word.slice(0, -1) : `${word}$`))
    .join('_')
