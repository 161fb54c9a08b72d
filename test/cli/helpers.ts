import { readdirSync } from 'node:fs'
import path from 'node:path'
import { runCli } from '../../src/cli/run-cli.ts'
import type { Console } from '../../src/cli/terminal/console.ts'
import { painter } from '../../src/cli/terminal/paint.ts'
import type { Project } from '../helpers/project.ts'

/** A console that keeps what was written to it. */
export function recordingConsole(overrides: Partial<Console> & { colour?: boolean } = {}) {
  const { colour = false, ...rest } = overrides
  let output = ''
  let side = ''
  const console: Console = {
    out: (text) => {
      output += text
      return Promise.resolve()
    },
    err: (text) => {
      side += text
    },
    paint: painter(colour),
    columns: 100,
    watched: false,
    ...rest,
  }
  return { console, output: () => output, errors: () => side }
}

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs a command line in this process, on the project's configuration and database. */
export async function run(
  { config }: Project,
  args: readonly string[],
  {
    colour = false,
    signal = new AbortController().signal,
    clock = () => new Date('2026-07-12T12:00:00Z'),
  } = {},
): Promise<Ran> {
  const { console, output, errors } = recordingConsole({ colour })
  const code = await runCli([...args, '--config', config], {
    console,
    env: {},
    clock,
    signal,
  })
  return { code, out: output(), err: errors() }
}

export const jsonLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

/** The files of the bundled sample. */
export function sampleFiles({ root }: Project): string[] {
  const folder = path.join(root, 'data/sample')
  const names = readdirSync(folder).filter((name) => /^sample_.*\.jsonl$/.test(name))
  return names.sort().map((name) => path.join(folder, name))
}
