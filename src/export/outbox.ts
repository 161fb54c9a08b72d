import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { IntakeError } from '../model/errors.ts'
import type { Stub } from '../model/stub.ts'
import { renderHtml } from './formats/render-html.ts'
import { renderIndex } from './formats/render-index.ts'
import { renderJson } from './formats/render-json.ts'
import { renderMarkdown } from './formats/render-markdown.ts'
import { folderMode, removeUnfinished, writeWhole } from './write-file.ts'

export interface OutboxOutcome {
  /** Stubs of which a file was written. */
  written: number
  /** Folders of stubs that are no more. */
  removed: number
}

export interface OutboxOptions {
  /** Removes what a killed process left unfinished, too; only while nothing else writes there. */
  atStart?: boolean
  /** Only these stubs, and those without a folder, are rendered; all where it is left out. */
  changed?: ReadonlySet<number>
}

const renderers = {
  'stub.md': renderMarkdown,
  'stub.json': renderJson,
  'stub.html': renderHtml,
} as const
const fileNames = Object.keys(renderers) as (keyof typeof renderers)[]
const stubFolder = /^(\d+)-[a-z0-9-]+$/

/** `12-zelensky-calls-for-domestic-production`. */
const folderOf = ({ stub, slug }: Stub): string => {
  const safe = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${stub}-${safe.slice(0, 100) || 'stub'}`
}

/** Paths of a stub's files, relative to the outbox. */
export const stubFiles = (stub: Stub): string[] =>
  fileNames.map((name) => join(folderOf(stub), name))

/**
 * Makes the folder hold these stubs, all there are, and no others: `<stub>-<slug>/stub.{md,json,html}` and an
 * index.html. Unchanged files are left alone; what others put there is never removed. Throws IntakeError
 * `outbox-not-writable`.
 */
export async function writeOutbox(
  dir: string,
  stubs: readonly Stub[],
  { changed, atStart = false }: OutboxOptions = {},
): Promise<OutboxOutcome> {
  try {
    await mkdir(dir, { recursive: true, mode: folderMode })
    if (atStart) await removeUnfinished(dir)
    const present = await readFolders(dir)
    const removed = await removeOthers(dir, present, new Set(stubs.map(({ stub }) => stub)))
    let written = 0
    for (const stub of stubs) {
      const folder = folderOf(stub)
      const moved = await moveHere(dir, present.get(stub.stub) ?? [], folder)
      if (moved && changed !== undefined && !changed.has(stub.stub)) continue
      if (await writeStub(join(dir, folder), stub)) written += 1
    }
    await writeWhole(join(dir, 'index.html'), renderIndex(stubs, folderOf))
    return { written, removed }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new IntakeError(
      'outbox-not-writable',
      `The outbox "${dir}" cannot be written (${cause.message}); give this user write access to it, or set paths.outbox in the config to a folder that has it`,
      { cause },
    )
  }
}

async function writeStub(folder: string, stub: Stub): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: folderMode })
  const written = await Promise.all(
    fileNames.map((name) => writeWhole(join(folder, name), renderers[name](stub))),
  )
  return written.includes(true)
}

/** Folders by the number of their stub. */
async function readFolders(dir: string): Promise<Map<number, string[]>> {
  const folders = new Map<number, string[]>()
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const [, number] = stubFolder.exec(entry.name) ?? []
    if (number === undefined || !entry.isDirectory()) continue
    folders.set(Number(number), [...(folders.get(Number(number)) ?? []), entry.name])
  }
  return folders
}

async function removeOthers(
  dir: string,
  present: ReadonlyMap<number, readonly string[]>,
  wanted: ReadonlySet<number>,
): Promise<number> {
  const gone = Array.from(present).filter(([stub]) => !wanted.has(stub))
  for (const folder of gone.flatMap(([, folders]) => folders)) await removeFolder(join(dir, folder))
  return gone.length
}

/** Takes a stub's folder to its present name; answers whether it stands there. */
async function moveHere(dir: string, folders: readonly string[], name: string): Promise<boolean> {
  const [first, ...others] = folders.filter((folder) => folder !== name)
  if (first === undefined) return folders.length > 0
  const stands = folders.includes(name)
  for (const folder of stands ? [first, ...others] : others) await removeFolder(join(dir, folder))
  if (!stands) await rename(join(dir, first), join(dir, name))
  return true
}

/** Removes our files, and the folder when nothing else is in it. */
async function removeFolder(folder: string): Promise<void> {
  await Promise.all(fileNames.map((name) => rm(join(folder, name), { force: true })))
  if ((await readdir(folder)).length === 0) await rmdir(folder)
}
