import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { IntakeError } from '../model/errors.ts'
import type { Stub } from '../model/stub.ts'
import { renderHtml } from './formats/render-html.ts'
import { renderIndex } from './formats/render-index.ts'
import { renderJson } from './formats/render-json.ts'
import { renderMarkdown } from './formats/render-markdown.ts'
import { OutboxFolders } from './outbox-folders.ts'
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
  /** Ends it between two stubs: the next call begins anew. */
  signal?: AbortSignal
  /** Told each stub of which a file was written. */
  onWritten?: (stub: number) => void
}

const renderers = {
  'stub.md': renderMarkdown,
  'stub.json': renderJson,
  'stub.html': renderHtml,
} as const
const fileNames = Object.keys(renderers) as (keyof typeof renderers)[]
/** More would be a slow page that nobody reads to the end. */
const mostListed = 500
/** Stubs whose folders are remembered: those of some days, which change again. */
const mostKnown = 10_000

/** `12-zelensky-calls-for-domestic-production`. */
const folderOf = ({ stub, slug }: Stub): string => {
  const safe = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
  return `${stub}-${safe.slice(0, 100) || 'stub'}`
}

/** Paths of a stub's files, relative to the outbox. */
export const stubFiles = (stub: Stub): string[] =>
  fileNames.map((name) => join(folderOf(stub), name))

/** The stubs that the outbox is to hold. */
export interface OutboxStubs {
  /** Of all there are. */
  numbers(): Promise<readonly number[]>
  get(stub: number): Promise<Stub | undefined>
  /** The last that were composed, and how many there are. */
  newest(limit: number): Promise<{ stubs: readonly Stub[]; total: number }>
}

/**
 * A folder that holds stubs: `<stub>-<slug>/stub.{md,json,html}` of each and an index.html. Unchanged files are
 * left alone; what others put there is never removed. Calls may not overlap.
 */
export class Outbox {
  private readonly dir: string
  private readonly stubs: OutboxStubs
  private readonly most: number
  private folders: OutboxFolders | undefined

  /** `most` is how many stubs' folders it remembers; others are sought when they change. */
  constructor(dir: string, stubs: OutboxStubs, { most = mostKnown } = {}) {
    this.dir = dir
    this.stubs = stubs
    this.most = most
  }

  /** Makes the folder hold all stubs and no others; throws IntakeError `outbox-not-writable`. */
  write(options: OutboxOptions = {}): Promise<OutboxOutcome> {
    const { changed, atStart = false, signal } = options
    return this.explained(async () => {
      await mkdir(this.dir, { recursive: true, mode: folderMode })
      if (atStart) await removeUnfinished(this.dir, signal)
      const folders = await OutboxFolders.read(this.dir, fileNames)
      this.folders = folders
      if (signal?.aborted === true) return { written: 0, removed: 0 }
      const all = await this.stubs.numbers()
      const wanted = new Set(all)
      const gone = folders.stubs().filter((stub) => !wanted.has(stub))
      for (const stub of gone) await folders.remove(stub)
      const due = all.filter(
        (stub) => changed === undefined || changed.has(stub) || !folders.has(stub),
      )
      const { written } = await this.writeEach(due, folders, options)
      folders.forget(this.most)
      return { written, removed: gone.length }
    })
  }

  /** Brings the files of these stubs alone up to date: those of others are looked at by `write`. */
  update(changed: Iterable<number>): Promise<OutboxOutcome> {
    return this.explained(async () => {
      await mkdir(this.dir, { recursive: true, mode: folderMode })
      this.folders ??= await OutboxFolders.read(this.dir, fileNames)
      await this.folders.learn(changed)
      const outcome = await this.writeEach(changed, this.folders)
      this.folders.forget(this.most)
      return outcome
    })
  }

  private async writeEach(
    numbers: Iterable<number>,
    folders: OutboxFolders,
    { signal, onWritten }: OutboxOptions = {},
  ): Promise<OutboxOutcome> {
    const outcome = { written: 0, removed: 0 }
    for (const number of numbers) {
      if (signal?.aborted === true) return outcome
      const stub = await this.stubs.get(number)
      if (stub === undefined) {
        if (await folders.remove(number)) outcome.removed += 1
        continue
      }
      const folder = folderOf(stub)
      await folders.moveTo(number, folder)
      if (!(await writeStub(join(this.dir, folder), stub))) continue
      outcome.written += 1
      onWritten?.(number)
    }
    const { stubs, total } = await this.stubs.newest(mostListed)
    await writeWhole(join(this.dir, 'index.html'), renderIndex(stubs, total, folderOf))
    return outcome
  }

  private async explained(work: () => Promise<OutboxOutcome>): Promise<OutboxOutcome> {
    try {
      return await work()
    } catch (cause) {
      // What stands there is not known any more.
      this.folders = undefined
      if (!(cause instanceof Error && 'code' in cause)) throw cause
      throw new IntakeError(
        'outbox-not-writable',
        `The outbox "${this.dir}" cannot be written (${cause.message}); give this user write access to it, or set paths.outbox in the config to a folder that has it`,
        { cause },
      )
    }
  }
}

async function writeStub(folder: string, stub: Stub): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: folderMode })
  const written = await Promise.all(
    fileNames.map((name) => writeWhole(join(folder, name), renderers[name](stub))),
  )
  return written.includes(true)
}
