import { opendir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

const stubFolder = /^(\d+)-[a-z0-9-]+$/

/**
 * Which folder of the outbox holds which stub. A desk of years has hundreds of thousands: what is known of most is
 * forgotten between two calls, and read again where it is needed.
 */
export class OutboxFolders {
  private readonly dir: string
  private readonly fileNames: readonly string[]
  private readonly byStub = new Map<number, readonly string[]>()
  /** Later stubs have no folder yet. */
  private last = 0

  private constructor(dir: string, fileNames: readonly string[]) {
    this.dir = dir
    this.fileNames = fileNames
  }

  /** `fileNames` are those that we write into each. */
  static async read(dir: string, fileNames: readonly string[]): Promise<OutboxFolders> {
    const folders = new OutboxFolders(dir, fileNames)
    await folders.find()
    return folders
  }

  /** Reads the folders of these stubs, where they are not known. */
  async learn(stubs: Iterable<number>): Promise<void> {
    const unknown = Array.from(stubs).filter((stub) => stub <= this.last && !this.byStub.has(stub))
    if (unknown.length > 0) await this.find(new Set(unknown))
  }

  /** Keeps only the `most` that were learned or moved last. */
  forget(most: number): void {
    let over = this.byStub.size - most
    for (const stub of this.byStub.keys()) {
      if (over <= 0) return
      this.byStub.delete(stub)
      over -= 1
    }
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
    this.byStub.delete(stub)
    this.byStub.set(stub, [name])
    this.last = Math.max(this.last, stub)
    if (first === undefined) return
    const stands = present.includes(name)
    for (const folder of stands ? [first, ...others] : others) await this.empty(folder)
    if (!stands) await rename(join(this.dir, first), join(this.dir, name)).catch(ignoreMissing)
  }

  /** Removes our files of a stub, and its folder when nothing else is in it; answers whether there was one. */
  async remove(stub: number): Promise<boolean> {
    const present = this.byStub.get(stub) ?? []
    for (const folder of present) await this.empty(folder)
    return this.byStub.delete(stub)
  }

  private async find(wanted?: ReadonlySet<number>): Promise<void> {
    for await (const entry of await opendir(this.dir, { bufferSize: 1000 })) {
      const [, number] = stubFolder.exec(entry.name) ?? []
      if (number === undefined || !entry.isDirectory()) continue
      const stub = Number(number)
      if (wanted?.has(stub) === false) continue
      this.byStub.set(stub, [...(this.byStub.get(stub) ?? []), entry.name])
      this.last = Math.max(this.last, stub)
    }
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
