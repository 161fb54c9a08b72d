import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const folder = fileURLToPath(new URL('./corpus/', import.meta.url))
const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** The inputs kept for a parser, and the fixtures of its format. */
export function readCorpus(name: string): Uint8Array[] {
  const files = readdirSync(join(folder, name)).map((file) => join(folder, name, file))
  if (name === 'preview' || name === 'feed')
    files.push(...readdirSync(join(fixtures, name)).map((file) => join(fixtures, name, file)))
  return files.sort().map((file) => readFileSync(file))
}

/** Keeps an input that broke a parser; answers the file's name. */
export function keepFinding(name: string, kind: string, bytes: Uint8Array): string {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const file = join(folder, name, `${kind}-${id}`)
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(file, bytes)
  return file
}
