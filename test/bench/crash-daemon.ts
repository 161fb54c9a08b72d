import { type ChildProcess, spawn } from 'node:child_process'

/** A running daemon of a crash run. */
export interface CrashDaemon {
  /** Ends it; answers its exit code, undefined where a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | undefined>
  /** Sends a signal without waiting for anything. */
  signal(signal: NodeJS.Signals): void
  /** Whether it still runs. */
  alive(): boolean
  /** The last lines it wrote, for who wonders why it ended. */
  lastLines(): string
}

export interface CrashDaemonOptions {
  config: string
  token: string
  /** Modules that are loaded before it: they stand in for a hostile machine. */
  preload?: readonly string[]
}

const linesKept = 30

/** Starts `intake run` as a process of its own. */
export function startDaemon({ config, token, preload = [] }: CrashDaemonOptions): CrashDaemon {
  const imports = ['tsx', ...preload].flatMap((module) => ['--import', module])
  const child = spawn(process.execPath, [...imports, 'src/cli.ts', 'run', '--config', config], {
    env: { ...process.env, TELEGRAM_BOT_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let lines: string[] = []
  const keep = (chunk: Buffer) => {
    lines = [...lines, ...chunk.toString().trimEnd().split('\n')].slice(-linesKept)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
  })
  return {
    end: async (signal) => {
      if (isAlive(child)) child.kill(signal)
      await closed
      return child.exitCode ?? undefined
    },
    signal: (signal) => {
      child.kill(signal)
    },
    alive: () => isAlive(child),
    lastLines: () => lines.join('\n'),
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null
