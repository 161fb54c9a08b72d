import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PictureFacts } from '../../model/picture.ts'

type Named = Pick<PictureFacts, 'sha256' | 'type'>

/** Kept pictures, each under its SHA-256 (`ab/abcd….jpeg`), for their owner only. */
export class PictureFiles {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  pathOf({ sha256, type }: Named): string {
    return path.join(this.folder, sha256.slice(0, 2), `${sha256}.${type}`)
  }

  /** Whole or not at all, also where the machine goes down. */
  async put(named: Named, bytes: Uint8Array): Promise<void> {
    const file = this.pathOf(named)
    if (existsSync(file)) return
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const part = `${file}.part`
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  }

  async remove(named: Named): Promise<void> {
    await rm(this.pathOf(named), { force: true })
  }
}
