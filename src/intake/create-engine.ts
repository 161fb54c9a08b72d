import { createToolkit } from '../analysis/create-toolkit.ts'
import { Engine } from '../analysis/engine.ts'
import { loadGazetteer } from '../config/gazetteer.ts'
import type { Config } from '../config/schema.ts'
import type { Toolkit } from '../analysis/toolkit.ts'
import type { EngineOptions } from '../analysis/workspace.ts'
import { configuredOutlets } from './own-outlets.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'

type DeskSettings = Pick<Config, 'analysis' | 'outlets' | 'desk'>

/** What texts are read with; making it takes half a second, and it can be shared. */
export async function createTools(config: DeskSettings, channels: ChannelBook): Promise<Toolkit> {
  return createToolkit(await loadGazetteer(), channels, configuredOutlets(config))
}

/** An engine with the desk's settings, and nothing in its memory yet. */
export async function createEngine(
  config: DeskSettings,
  archive: Archive,
  channels: ChannelBook,
  tools?: Toolkit,
): Promise<Engine> {
  return create(config, archive, channels, {
    tools: tools ?? (await createTools(config, channels)),
    nextStory: await archive.analysis.nextStory(),
  })
}

/** An engine that explains what was judged and begins no story. */
export async function createExplainer(
  config: DeskSettings,
  archive: Archive,
  channels: ChannelBook,
  tools?: Toolkit,
): Promise<Engine> {
  const used = tools ?? (await createTools(config, channels))
  return create(config, archive, channels, { tools: used, nextStory: 1 })
}

async function create(
  { analysis: { windowDays, windowSignals, storyHours } }: DeskSettings,
  archive: Archive,
  channels: ChannelBook,
  own: Pick<EngineOptions, 'tools' | 'nextStory'>,
): Promise<Engine> {
  return new Engine({
    ...own,
    channels,
    dispatches: await archive.dispatches.all(),
    windowDays,
    windowSignals,
    storyHours,
    decisions: (await archive.analysis.decisions()).filter(
      ({ withdrawnAt }) => withdrawnAt === undefined,
    ),
    bases: await archive.analysis.bases(),
  })
}
