import { setImmediate } from 'node:timers/promises'

/**
 * Lets timers, signals and the network have their turn. Calls of the archive are answered at once, so a loop
 * over them would otherwise keep everything else waiting until it ends.
 */
export const letOthersRun = (): Promise<void> => setImmediate()
