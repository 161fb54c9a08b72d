import type { Dispatch } from './stub.ts'

export interface DispatchStore {
  save(dispatches: readonly Dispatch[]): Promise<number>
  all(): Promise<readonly Dispatch[]>
}
