import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'

const cursorSchema = z.object({
  size: z.number(),
  mtimeMs: z.number(),
  /** Byte at which the next line begins; 0 for documents. */
  offset: z.int().nonnegative(),
  /** Lines before it, or objects of a document that were read. */
  count: z.int().nonnegative(),
  /** Of the bytes at the beginning and before `offset`: tells an appended file from a replaced one. */
  print: z.string(),
  /** Everything was read. */
  done: z.boolean(),
})
export type FileCursor = z.infer<typeof cursorSchema>

/** Where to begin; undefined when nothing is new. */
export type FileStart = { offset: number; count: number } | undefined

const printBytes = 1_024

/** Reads a stored cursor; an unreadable one counts as none, and the file is read again. */
export function readFileCursor(stored: string | undefined): FileCursor | undefined {
  if (stored === undefined) return undefined
  try {
    return cursorSchema.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}

/** A digest of the bytes at the beginning of a file and of those before `offset`. */
export async function fingerprint(file: FileHandle, offset: number): Promise<string> {
  const length = Math.min(printBytes, offset)
  const bytes = Buffer.alloc(length * 2)
  await file.read(bytes, 0, length, 0)
  await file.read(bytes, length, length, offset - length)
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/** What of a file is still to be read: all of it, the rest, what was appended, or nothing. */
export async function findStart(
  file: FileHandle,
  now: { size: number; mtimeMs: number },
  known: FileCursor | undefined,
): Promise<FileStart> {
  const all = { offset: 0, count: 0 }
  if (!known) return all
  const same = now.size === known.size && now.mtimeMs === known.mtimeMs
  if (same && known.done) return undefined
  const rest = { offset: known.offset, count: known.count }
  if (same) return rest
  const appended =
    known.offset > 0 &&
    now.size > known.size &&
    (await fingerprint(file, known.offset)) === known.print
  return appended ? rest : all
}
