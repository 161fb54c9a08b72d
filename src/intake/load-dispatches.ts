import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { parseInstant } from '../lib/time.ts'
import type { Archive } from '../model/archive.ts'
import { IntakeError } from '../model/errors.ts'
import type { Dispatch } from '../model/stub.ts'

const dispatchSchema = z.object({
  dispatch: z.string().min(1).max(200),
  at: z.string().transform((at, context) => {
    const instant = parseInstant(at)
    if (instant !== undefined) return instant
    context.addIssue({ code: 'custom', message: 'is not an ISO 8601 instant with its zone' })
    return z.NEVER
  }),
  headline: z.string().min(1),
  tldr: z.string().default(''),
  text: z.string().default(''),
  url: z.string().optional(),
})

export interface LoadedDispatches {
  /** How many are new or changed. */
  changed: number
  /** Lines that could not be read, each with what is wrong with it. */
  problems: readonly string[]
}

/** Reads the desk's earlier dispatches (JSON Lines) into the archive; bad lines are told, not fatal. */
export async function loadDispatches(file: string, archive: Archive): Promise<LoadedDispatches> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new IntakeError(
      'dispatches-unreadable',
      `${file} (paths.archive) can't be read: stubs refer to no prior coverage. Put it there, or take the key out.`,
      { cause },
    )
  })
  const dispatches: Dispatch[] = []
  const problems: string[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const read = readDispatch(line.replace(/^\uFEFF/, ''))
    if (typeof read === 'string') problems.push(`${file}:${index + 1}: ${read}`)
    else dispatches.push(read)
  })
  return { changed: await archive.dispatches.save(dispatches), problems }
}

/** The dispatch in a line, or what is wrong with it. */
function readDispatch(line: string): Dispatch | string {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return 'is not JSON'
  }
  const checked = dispatchSchema.safeParse(data)
  if (!checked.success) {
    const [issue] = checked.error.issues
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not a dispatch'}`
  }
  const { url, ...rest } = checked.data
  return url === undefined ? rest : { ...rest, url }
}
