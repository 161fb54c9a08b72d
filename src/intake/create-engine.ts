import { createToolkit } from '../analysis/create-toolkit.ts'
import { Engine } from '../analysis/engine.ts'
import { loadGazetteer } from '../config/gazetteer.ts'
import type { Config } from '../config/schema.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'

/** An engine with the desk's settings, and nothing in its memory yet. */
export async function createEngine(
  { analysis: { windowDays, windowSignals, storyHours } }: Pick<Config, 'analysis'>,
  archive: Archive,
  channels: ChannelBook,
): Promise<Engine> {
  return new Engine({
    tools: createToolkit(await loadGazetteer(), channels),
    channels,
    windowDays,
    windowSignals,
    storyHours,
    founders: await archive.analysis.founders(),
    nextStory: await archive.analysis.nextStory(),
  })
}
