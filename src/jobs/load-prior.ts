import { loadDispatches } from '../intake/load-dispatches.ts'
import type { Logger } from '../lib/logger.ts'
import type { Archive } from '../model/archive.ts'
import { IntakeError } from '../model/errors.ts'

const problemsTold = 3

/** Takes in the desk's earlier dispatches; without them there are drafts all the same. */
export async function loadPrior(
  file: string | undefined,
  archive: Archive,
  logger: Logger,
): Promise<void> {
  if (file === undefined) return
  try {
    const { problems } = await loadDispatches(file, archive)
    for (const problem of problems.slice(0, problemsTold)) logger.warn(problem)
    const more = problems.length - problemsTold
    if (more > 0) logger.warn(`… and ${more} more such lines`)
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    logger.warn(error.message)
  }
}
