import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { pause } from '../../src/lib/pause.ts'
import type { CrashDaemon } from './crash-daemon.ts'
import type { Hostility } from './crash-world.ts'
import type { Random } from './random.ts'

/** What else goes wrong during a crash run; each hook is called once at its place, `during` after each post. */
export interface CrashFault {
  hostility: Hostility
  /** Loaded into the daemon before it. */
  preload: readonly string[]
  beforeStart?(start: () => CrashDaemon): Promise<void>
  during?(daemon: CrashDaemon): Promise<void>
  afterKill?(): Promise<void>
  figures(): Record<string, unknown>
  close(): void
}

interface Surroundings {
  root: string
  database: string
  random: Random
}

type Create = (surroundings: Surroundings) => CrashFault

const none: CrashFault = {
  hostility: 'some',
  preload: [],
  figures: () => ({}),
  close: () => undefined,
}

const kinds: Readonly<Record<string, Create>> = { busy, full, readonly, clock, hostile }

/** The fault of that name; none without a name. */
export function createFault(name: string | undefined, surroundings: Surroundings): CrashFault {
  if (name === undefined) return none
  const create = kinds[name]
  if (create === undefined) throw new Error(`--with takes ${Object.keys(kinds).join(', ')}`)
  return create(surroundings)
}

/** Another process writes for up to a second, and now and then for longer than the daemon's patience. */
function busy({ database, random }: Surroundings): CrashFault {
  let holds = 0
  const hold = async (ms: number) => {
    const other = new Database(database, { timeout: 0 })
    try {
      other.exec('BEGIN IMMEDIATE')
      holds += 1
      await pause(ms)
      other.exec('ROLLBACK')
    } catch {
      // The daemon writes just now.
    } finally {
      other.close()
    }
  }
  return {
    ...none,
    during: async () => {
      if (random.chance(0.3)) await hold(random.below(1000))
      else if (random.chance(0.02)) await hold(12_000)
    },
    figures: () => ({ holds }),
  }
}

const diskBytes = 48_000_000

/** All of the desk's files stand on a small disk, which something else fills up and frees again. */
function full({ root, random }: Surroundings): CrashFault {
  const unmount = mountDisk(root)
  const filler = join(root, 'filler')
  let fills = 0
  const free = () => {
    rmSync(filler, { force: true })
    return Promise.resolve()
  }
  return {
    ...none,
    during: async () => {
      if (!random.chance(0.15)) return
      const { bavail, bsize } = statfsSync(root)
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize))
      } catch {
        // The daemon took some of it meanwhile: it is full either way.
      }
      fills += 1
      await pause(random.below(1500))
      await free()
    },
    afterKill: free,
    figures: () => ({ fills }),
    close: unmount,
  }
}

/** Before each start the disk is read-only for a while: the daemon must say so and end. */
function readonly({ root, database }: Surroundings): CrashFault {
  const unmount = mountDisk(root)
  const remount = (mode: string) => execFileSync('mount', ['-o', `remount,${mode}`, root])
  const figures = { refused: 0, refusedUnclearly: 0 }
  return {
    ...none,
    beforeStart: async (start) => {
      remount('ro')
      try {
        const daemon = start()
        while (daemon.alive()) await pause(50)
        const code = await daemon.end('SIGKILL')
        const clear = code === 1 && daemon.lastLines().includes(database)
        if (clear) figures.refused += 1
        else {
          figures.refusedUnclearly += 1
          console.error(`Not a clear refusal (code ${code}):\n${daemon.lastLines()}`)
        }
      } finally {
        remount('rw')
      }
    },
    figures: () => figures,
    close: unmount,
  }
}

function mountDisk(root: string): () => void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'intake-crash', root])
  } catch (cause) {
    throw new Error('A small disk has to be mounted for this; run it as root.', { cause })
  }
  return () => {
    execFileSync('umount', [root])
  }
}

/** The daemon's clock goes forward a day or back an hour; see `jumping-clock.ts`. */
function clock({ random }: Surroundings): CrashFault {
  let jumps = 0
  return {
    ...none,
    preload: [pathToFileURL(join(import.meta.dirname, 'jumping-clock.ts')).href],
    during: (daemon) => {
      if (random.chance(0.1)) {
        daemon.signal('SIGUSR2')
        jumps += 1
      }
      return Promise.resolve()
    },
    figures: () => ({ jumps }),
  }
}

/** Most answers are slow, cut off, garbage or refused. */
function hostile(): CrashFault {
  return { ...none, hostility: 'much' }
}
