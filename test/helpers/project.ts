import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { deadUrl } from './http-server.ts'
import { tempFolder } from './temp-archive.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

export interface Project {
  root: string
  config: string
}

/**
 * A checkout of its own with the shipped configuration and sample, whose network is down: preview pages and
 * feeds point to a closed port. `edit` changes the configuration's text.
 */
export const makeProject = (edit?: (yaml: string) => string): Promise<Project> =>
  makeProjectIn(tempFolder(), edit)

/** The same in a folder that the caller takes away. */
export async function makeProjectIn(root: string, edit = (yaml: string) => yaml): Promise<Project> {
  for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json']) {
    symlinkSync(path.join(checkout, name), path.join(root, name))
  }
  mkdirSync(path.join(root, 'data'))
  mkdirSync(path.join(root, 'config'))
  cpSync(path.join(checkout, 'data/sample'), path.join(root, 'data/sample'), { recursive: true })
  const nowhere = await deadUrl()
  let feeds = 0
  const shipped = readFileSync(path.join(checkout, 'config/intake.yaml'), 'utf8')
  const yaml = shipped
    .replace('baseUrl: https://t.me', `baseUrl: ${nowhere}`)
    .replaceAll(/address: https:\/\/[^ }]+/g, () => `address: ${nowhere}/feed-${++feeds}`)
    .replace('delaySeconds: 2', 'delaySeconds: 0')
    .replace('allowPrivate: false', 'allowPrivate: true')
  const config = path.join(root, 'config/intake.yaml')
  writeFileSync(config, edit(yaml))
  return { root, config }
}

export interface Running {
  process: ChildProcess
  output: () => string
  /** Resolves when the output matches so many times; rejects with the output when the process ends or time runs out. */
  until: (pattern: RegExp, times?: number) => Promise<void>
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const patienceMs = 60_000

/** Starts a program in the project's folder; it is killed when the test ends before it does. */
export function start(command: string, args: readonly string[], cwd: string): Running {
  // The test runner's own NODE_ENV says nothing about a desk.
  const env = { ...process.env, NODE_ENV: '' }
  const child = spawn(command, args, {
    cwd,
    env: { ...env, NO_COLOR: '1', TELEGRAM_BOT_TOKEN: '' },
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const listener of listeners) listener()
    })
  }
  const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal })
    })
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const until = (pattern: RegExp, times = 1) =>
    new Promise<void>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        listeners.delete(look)
        act()
      }
      const give = (why: string) => () => {
        reject(new Error(`${String(pattern)} did not come: ${why}\n${output}`))
      }
      const timer = setTimeout(() => {
        settle(give('time ran out'))
      }, patienceMs)
      const look = () => {
        if (output.split(pattern).length > times) settle(resolve)
      }
      listeners.add(look)
      void exit.then(() => {
        settle(give('the process ended'))
      })
      look()
    })
  return { process: child, output: () => output, until, exit }
}

export const startDaemon = ({ root }: Project) =>
  start(process.execPath, ['--import', 'tsx', 'src/daemon.ts'], root)

export const startNpm = ({ root }: Project) => start('npm', ['start'], root)
