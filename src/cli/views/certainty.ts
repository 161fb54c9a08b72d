/** A link's score in words. */
export function certainty(score: number): string {
  if (score >= 0.98) return 'certain'
  if (score >= 0.85) return 'near certain'
  if (score >= 0.65) return 'likely'
  return 'possible'
}
