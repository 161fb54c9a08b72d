import type { DetailClaim, DetailKind } from '../../model/features.ts'
import { type FigureText, layOut } from '../figures/figure-text.ts'
import { unitOf } from '../figures/figure-unit.ts'
import { figureValue } from '../figures/figure-value.ts'
import type { Figure } from '../figures/figure.ts'

/** What a text states that can be checked against other texts. */
export function readDetails(text: string): DetailClaim[] {
  const laid = layOut(text)
  const claims: DetailClaim[] = []
  laid.figures.forEach((figure, index) => {
    const detail = detailOf(laid, figure, index)
    const from = laid.words[figure.first]?.from ?? 0
    const to = laid.words[figure.last]?.to ?? 0
    if (detail !== undefined) claims.push({ detail, value: figureValue(laid, figure), from, to })
  })
  return [...claims, ...spelledOut(laid, claims)]
}

/** What a figure counts; undefined where the words around it do not tell. */
export function detailOf(laid: FigureText, figure: Figure, index: number): DetailKind | undefined {
  if (figure.when === 'date' || figure.when === 'time') return figure.when
  if (figure.when === 'year' || figure.identifies) return undefined
  return unitOf(laid, figure, index)
}

/** Claims without a figure: nobody was hurt, two were killed (one word in Arabic), he is alive. */
function spelledOut(laid: FigureText, claims: readonly DetailClaim[]): DetailClaim[] {
  const found: DetailClaim[] = []
  const claimed = new Set(claims.map(({ detail }) => detail))
  for (let index = 0; index < laid.words.length; index++) {
    const word = laid.words[index]
    if (word === undefined) continue
    for (const [detail, value] of wordClaims(laid, index)) {
      if (claimed.has(detail)) continue
      claimed.add(detail)
      found.push({ detail, value, from: word.from, to: word.to })
    }
  }
  return found
}

const nothing: readonly [DetailKind, string][] = []

function wordClaims(laid: FigureText, index: number): readonly [DetailKind, string][] {
  const labels = laid.labels[index] ?? []
  if (labels.length === 0) return nothing
  const word = laid.words[index]?.word ?? ''
  const dual = dualOf.get(word)
  if (dual !== undefined) return [[dual, '2']]
  if (labels.includes('alive')) return [['killed', '0']]
  if (singularDeath.has(word) || killsOne(laid, index)) return [['killed', '≥1']]
  if ([1, 2].some((step) => ofSomeOnly.test(laid.words[index + step]?.word ?? ''))) return nothing
  if (isUnknown(laid, index)) return nothing
  if (labels.includes('nobody-killed')) return [['killed', '0']]
  return labels.includes('none')
    ? [
        ['killed', '0'],
        ['wounded', '0'],
      ]
    : nothing
}

const about = /^(?:о|об|про)$/
const knowledge = /^(?:информаци|данны|сведени|сообщени|інформаці|дани|відомост|повідомлен)/
/** Words from "information" over what else is unknown to the casualties. */
const unknownReach = 5

/** "Information on casualties there is none": in Slavic word order the words of "no casualties" stand in it. */
function isUnknown({ words, sentence }: FigureText, index: number): boolean {
  for (let at = index - 1; at > 0 && at >= index - unknownReach; at--) {
    if (sentence[at] !== sentence[index]) return false
    if (about.test(words[at]?.word ?? '')) return knowledge.test(words[at - 1]?.word ?? '')
  }
  return false
}

/** Nobody was hurt among some: says nothing of the others. */
const ofSomeOnly = /^(?:among|среди|серед|לכוחותינו|בקרב|في|بین)$/

/** Arabic duals: the number two is in the word's ending. */
const dualOf: ReadonlyMap<string, DetailKind> = new Map([
  ['شهيدان', 'killed'],
  ['شهيدين', 'killed'],
  ['قتيلان', 'killed'],
  ['قتيلين', 'killed'],
  ['جريحان', 'wounded'],
  ['جريحين', 'wounded'],
  ['مصابان', 'wounded'],
])

/** Forms that say that one person died. */
const singularDeath: ReadonlySet<string> = new Set([
  'погиб',
  'погибла',
  'загинув',
  'загинула',
  'убита',
  'скончался',
  'скончалась',
  'помер',
  'померла',
  'נהרג',
  'נהרגה',
  'נרצח',
  'נרצחה',
])

const anyone = /^(?:an?|شخص|رجل|شاب|مواطن|امراه|سيده|طفل)$/

/** "Killed a pedestrian", "مقتل شاب": one person, though no figure says so. */
function killsOne(laid: FigureText, index: number): boolean {
  const says = laid.labels[index]?.includes('killed') === true
  return says && anyone.test(laid.words[index + 1]?.word ?? '')
}
