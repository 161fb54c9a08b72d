import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

const stubFolder = /^(\d+)-[a-z0-9-]+$/

/** Which folder of the outbox holds which stub: read once, as a desk of years has hundreds of thousands. */
export class OutboxFolders {
  private readonly dir: string
  private readonly fileNames: readonly string[]
  private byStub = new Map<number, readonly string[]>()

  private constructor(dir: string, fileNames: readonly string[]) {
    this.dir = dir
    this.fileNames = fileNames
  }

  /** `fileNames` are those that we write into each. */
  static async read(dir: string, fileNames: readonly string[]): Promise<OutboxFolders> {
    const folders = new OutboxFolders(dir, fileNames)
    for (const entry of await readdir(dir, { withFileTypes: true })) {
      const [, number] = stubFolder.exec(entry.name) ?? []
      if (number === undefined || !entry.isDirectory()) continue
      const others = folders.byStub.get(Number(number)) ?? []
      folders.byStub.set(Number(number), [...others, entry.name])
    }
    return folders
  }

  has(stub: number): boolean {
    return this.byStub.has(stub)
  }

  stubs(): number[] {
    return [...this.byStub.keys()]
  }

  /** Takes a stub's folder to its present name; whether or not there was one, that name counts from now on. */
  async moveTo(stub: number, name: string): Promise<void> {
    const present = this.byStub.get(stub) ?? []
    const [first, ...others] = present.filter((folder) => folder !== name)
    this.byStub.set(stub, [name])
    if (first === undefined) return
    const stands = present.includes(name)
    for (const folder of stands ? [first, ...others] : others) await this.empty(folder)
    if (!stands) await rename(join(this.dir, first), join(this.dir, name)).catch(ignoreMissing)
  }

  /** Removes our files of a stub, and its folder when nothing else is in it. */
  async remove(stub: number): Promise<void> {
    for (const folder of this.byStub.get(stub) ?? []) await this.empty(folder)
    this.byStub.delete(stub)
  }

  private async empty(name: string): Promise<void> {
    const folder = join(this.dir, name)
    await Promise.all(this.fileNames.map((file) => rm(join(folder, file), { force: true })))
    const left = await readdir(folder).catch(ignoreMissing)
    if (left?.length === 0) await rmdir(folder)
  }
}

/** Somebody took the folder away meanwhile: what we wanted gone is gone. */
function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
