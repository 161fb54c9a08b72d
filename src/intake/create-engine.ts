import { createToolkit } from '../analysis/create-toolkit.ts'
import { Engine } from '../analysis/engine.ts'
import { loadGazetteer } from '../config/gazetteer.ts'
import type { Config } from '../config/schema.ts'
import { configuredOutlets } from './own-outlets.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'

/** An engine with the desk's settings, and nothing in its memory yet. */
export async function createEngine(
  config: Pick<Config, 'analysis' | 'outlets' | 'desk'>,
  archive: Archive,
  channels: ChannelBook,
): Promise<Engine> {
  const { windowDays, windowSignals, storyHours } = config.analysis
  return new Engine({
    tools: createToolkit(await loadGazetteer(), channels, configuredOutlets(config)),
    channels,
    dispatches: await archive.dispatches.all(),
    windowDays,
    windowSignals,
    storyHours,
    founders: await archive.analysis.founders(),
    nextStory: await archive.analysis.nextStory(),
    decisions: (await archive.analysis.decisions()).filter(
      ({ withdrawnAt }) => withdrawnAt === undefined,
    ),
    bases: await archive.analysis.bases(),
  })
}
