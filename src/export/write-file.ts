import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'

/** Files are for their owner only: drafts name who said what. */
export const fileMode = 0o600
export const folderMode = 0o700

const unfinishedName = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** Removes what a process that was killed left unfinished in a folder and in those in it; nobody may write there. */
export async function removeUnfinished(dir: string, signal?: AbortSignal): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    // Folder by folder: of all files at once there may be a million.
    if (signal?.aborted === true) return
    if (entry.isDirectory()) await removeUnfinished(join(dir, entry.name), signal)
    if (unfinishedName.test(entry.name))
      await rm(join(dir, entry.name), { recursive: true, force: true })
  }
}

/** Puts the text at the path whole or not at all; answers false where it stood there already. */
export async function writeWhole(path: string, text: string): Promise<boolean> {
  if ((await readIfThere(path)) === text) return false
  const unfinished = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await writeFile(unfinished, text, { mode: fileMode })
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause
  }
  return true
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}
