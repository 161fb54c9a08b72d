/**
 * One thing that made a likeness, for people. `score`: the likeness that it alone came to; `plus`: what it added
 * to the logarithm of the odds, 0 where it told nothing.
 */
export interface LikenessPart {
  name: string
  value: string
  weight: number
  how: 'score' | 'plus'
}
