import { createFinders } from '../../src/analysis/create-toolkit.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'

let loaded: ReturnType<typeof load> | undefined

/** The gazetteer as it is shipped, and its finders, made once for all that a test feeds. */
export const shippedGazetteer = () => (loaded ??= load())

async function load() {
  const gazetteer = await loadGazetteer()
  return { gazetteer, finders: createFinders(gazetteer) }
}
