import type { Console } from './terminal/console.ts'

/** What a command may use of the world. */
export interface CliContext {
  console: Console
  env: NodeJS.ProcessEnv
  clock: () => Date
  /** Aborted when the user asks to stop. */
  signal: AbortSignal
}

/** Options that every command takes. */
export interface CommonOptions {
  config: string
  db?: string
}

/** What the process ends with. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const
