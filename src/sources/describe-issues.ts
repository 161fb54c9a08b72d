import type { z } from 'zod'

/** The first problems of a row, in words that name its members. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => {
      const plain = message
        .replace(/^Invalid input: /, '')
        .replace(/^expected \w+, received undefined$/, 'is missing')
      return path.length > 0 ? `${path.join('.')}: ${plain}` : plain
    })
    .join('; ')
}
