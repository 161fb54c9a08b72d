/** One run of the fuzzer, as its thread is told it. */
export interface FuzzJob {
  name: string
  seed: number
  /** Milliseconds of the clock. */
  endsAt: number
  /** Two numbers of 64 bits (when the input began, and its length) and the input itself. */
  shared: SharedArrayBuffer
}

export interface Finding {
  bytes: Uint8Array
  stack: string
}

export type FuzzReport =
  | { kind: 'progress'; executions: number; blocks: number; corpus: number }
  | ({ kind: 'finding' } & Finding)

export const maxBytes = 32_768
export const sharedBytes = 16 + maxBytes
