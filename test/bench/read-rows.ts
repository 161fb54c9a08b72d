import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** The rows of a JSON Lines file, checked; an error names the line. */
export function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [schema.parse(JSON.parse(line))]
    } catch (cause) {
      throw new Error(`${file}:${index + 1} is no row of this bench.`, { cause })
    }
  })
}
