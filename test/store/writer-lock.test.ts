import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeWriterLock } from '../../src/store/upkeep/writer-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('the writer lock', () => {
  test('lets one writer in, and tells the second who holds it', () => {
    const path = join(folder, 'desk.db')
    const lock = takeWriterLock(path, 'the daemon (process 1234)')
    expect(() => takeWriterLock(path, 'an import')).toThrow(
      /desk\.db is in use by the daemon \(process 1234\)\. Stop it first/,
    )
    lock.release()
    takeWriterLock(path, 'an import').release()
  })

  test('keeps other databases free', () => {
    const lock = takeWriterLock(join(folder, 'a.db'), 'a')
    takeWriterLock(join(folder, 'b.db'), 'b').release()
    lock.release()
  })

  test('ends with its process, even a killed one', async () => {
    const path = join(folder, 'desk.db')
    const module = new URL('../../src/store/upkeep/writer-lock.ts', import.meta.url).href
    const code = `const { takeWriterLock } = await import('${module}')
      takeWriterLock(${JSON.stringify(path)}, 'a child'); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code])
    await once(child.stdout, 'data')
    expect(() => takeWriterLock(path, 'me')).toThrow(/in use by a child/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    takeWriterLock(path, 'me').release()
  })
})
