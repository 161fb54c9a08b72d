import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { TargetConfig } from '../../config/export-target.ts'
import { explainFileFault } from './file-fault.ts'
import { fileNames, renderFiles } from '../formats/render-files.ts'
import {
  type Answer,
  done,
  type Finding,
  type Leaving,
  type Parcel,
  type Sought,
  type Standing,
  type Target,
  type Version,
} from './target.ts'
import { folderMode, writeWhole } from '../write-file.ts'

export type FolderConfig = Extract<TargetConfig, { kind: 'folder' }>

const littleBytes = 10_000_000

/**
 * A folder of files for each dispatch, each file whole or not there. A kill replaces the files by
 * its notice, so that who took them over hears of it.
 */
export class FolderTarget implements Target {
  readonly kind = 'folder'
  readonly reads = true
  readonly keepsNotice = true
  readonly name: string
  private readonly folder: string

  constructor({ name, folder }: FolderConfig) {
    this.name = name
    this.folder = folder
  }

  async check(): Promise<readonly Finding[]> {
    try {
      // A folder that is not there yet is made with the first dispatch.
      const there = await stat(this.folder).then(
        () => this.folder,
        () => path.dirname(this.folder),
      )
      await access(there, constants.W_OK | constants.X_OK)
      const { bavail, bsize } = await statfs(there)
      if (bavail * bsize < littleBytes)
        return [{ level: 'doubt', words: `the disk of ${this.folder} is nearly full` }]
      return [{ level: 'ok', words: `${this.folder} can be written` }]
    } catch (cause) {
      return [
        { level: 'wrong', words: explainFileFault(this.name, this.folder, cause).reason.words },
      ]
    }
  }

  pack(version: Version): Answer<Parcel> {
    const { dispatch, edition, kind, slug } = version
    return done({
      dispatch,
      edition,
      kind,
      slug,
      fields: { folder: slug, ...renderFiles(version) },
    })
  }

  preview(parcel: Parcel, standing: Standing | undefined): readonly Leaving[] {
    if (parcel.kind === 'kill' && standing === undefined) return []
    const { slug, fields } = parcel
    return fileNames.map((name) => ({
      to: path.join(this.folder, slug, name),
      headers: {},
      body: fields[name] ?? '',
    }))
  }

  async find({ slug }: Sought): Promise<Answer<readonly Standing[]>> {
    const folder = path.join(this.folder, slug)
    try {
      const texts = await Promise.all(
        fileNames.map(async (name) => [name, await readIfThere(path.join(folder, name))] as const),
      )
      if (texts.every(([, text]) => text === '')) return done([])
      return done([
        { remote: slug, state: 'draft', url: folder, fields: Object.fromEntries(texts) },
      ])
    } catch (cause) {
      return explainFileFault(this.name, folder, cause)
    }
  }

  async create(parcel: Parcel): Promise<Answer<{ remote: string }>> {
    const folder = path.join(this.folder, parcel.slug)
    const unfinished = path.join(this.folder, `.${randomUUID()}.tmp`)
    try {
      await mkdir(this.folder, { recursive: true, mode: folderMode })
      // Apart: a recursive one says ENOENT of a disk that is mounted for reading only.
      await mkdir(unfinished, { mode: folderMode })
      await writeFiles(unfinished, parcel)
      await rename(unfinished, folder)
      return done({ remote: parcel.slug })
    } catch (cause) {
      // Where nothing could be made, nothing can be taken away.
      await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
      return explainFileFault(this.name, folder, cause)
    }
  }

  async update(_standing: Standing, parcel: Parcel): Promise<Answer<{ remote: string }>> {
    const folder = path.join(this.folder, parcel.slug)
    try {
      await writeFiles(folder, parcel)
      return done({ remote: parcel.slug })
    } catch (cause) {
      return explainFileFault(this.name, folder, cause)
    }
  }

  withdraw(standing: Standing, parcel: Parcel) {
    return this.update(standing, parcel)
  }
}

async function writeFiles(folder: string, { fields }: Parcel): Promise<void> {
  for (const name of fileNames) await writeWhole(path.join(folder, name), fields[name] ?? '')
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return ''
    throw cause
  }
}

const isMissing = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
