import type { Word } from '../../lib/text.ts'
import type { FigureText } from './figure-text.ts'
import type { Figure } from './figure.ts'
import { Lexicon } from '../text/lexicon.ts'

type Bound = '≥' | '≤' | '~'

const bounds = new Lexicon<Bound>([
  ['≥', 'over$ more_than at_least no_fewer no_less exceed min$ upwards above$'],
  [
    '≥',
    'свыше выше$ превысил превыша более$ больше$ не_менее как_минимум минимум понад вище$ перевищ більше$ щонайменше не_менше принаймні',
  ],
  [
    '≥',
    'מעל$ יותר$ לפחות لا_يقل تجاوز يتجاوز تتجاوز اكثر_من فوق$ بیش_از حداقل دست‌کم دست_کم بيشتر_از',
  ],
  [
    '≤',
    'up_to fewer_than less_than under$ до$ меньше$ менее$ менше$ עד$ פחות$ اقل_من كمتر_از کمتر_از تا$',
  ],
  [
    '~',
    'about$ around$ approximately roughly nearly almost some$ circa около$ примерно порядка$ почти$',
  ],
  ['~', 'близько приблизно майже כ$ בערך כמעט حوالي نحو$ قرابة زهاء تقريبا حدود$ تقریبا نزدیک_به'],
])

const growth = /^(?:вырос|возрос|увелич|достиг|зрос|збільш|сяг|ارتفع|עלה)/

/** Words before a figure in which a bound is looked for. */
const boundWords = 3

/** A figure comparable over languages: `16`, `≥40`, `~300`, `6–7`, `05-14`, `22:40`. */
export function figureValue({ text, words }: FigureText, figure: Figure): string {
  if (figure.at !== undefined) return figure.at
  const value = plain(figure.value)
  if (figure.high !== undefined) return `${value}–${plain(figure.high)}`
  return `${boundOf(text, words, figure) ?? ''}${value}`
}

const plain = (value: number) => String(Math.round(value * 1000) / 1000)

function boundOf(text: string, words: readonly Word[], figure: Figure): Bound | undefined {
  const last = words[figure.last]
  if (last !== undefined && text.charAt(last.to) === '+') return '≥'
  const before = words.slice(Math.max(0, figure.first - boundWords), figure.first)
  const hit = bounds.find(before).at(-1)
  if (hit === undefined || (hit.last < before.length - 1 && hit.label !== '≥')) return undefined
  // "Rose to 19" says 19, though the same word says "up to".
  const grows = growth.test(before[hit.first - 1]?.word ?? '')
  return hit.label === '≤' && grows ? undefined : hit.label
}
