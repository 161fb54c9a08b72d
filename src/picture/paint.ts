import type { Sourcing } from '../model/story.ts'
import type { TieKind } from './labels.ts'

/** Dark enough on white for text (WCAG 2, 4.5 to 1), and apart from each other for the colour-blind. */
export const colours = {
  paper: '#ffffff',
  band: '#f1f5f9',
  ink: '#0f172a',
  soft: '#475569',
  grid: '#cbd5e1',
  origin: '#f5b301',
  originInk: '#7a4b00',
  alarm: '#b91c1c',
} as const

/** Colour, dashes and arrowhead of a kind: each alone tells it. */
export const tieLooks: Readonly<
  Record<TieKind, { colour: string; dashes: string; head: 'full' | 'open' | 'round' | 'diamond' }>
> = {
  forward: { colour: '#0b63b0', dashes: '', head: 'full' },
  copy: { colour: '#c2410c', dashes: '18 9', head: 'open' },
  cite: { colour: '#0f766e', dashes: '1 11', head: 'round' },
  translation: { colour: '#8a2f8f', dashes: '20 9 1 9', head: 'diamond' },
}

export const sourcingColours: Readonly<Record<Sourcing, string>> = {
  'single-source': '#475569',
  echoed: '#92400e',
  corroborated: '#166534',
  contested: '#86198f',
  withdrawn: '#991b1b',
}
