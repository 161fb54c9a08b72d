import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { groupSources } from '../../src/jobs/poll-groups.ts'
import { createSource } from '../../src/sources/create.ts'
import { makeProject } from '../helpers/project.ts'

async function groupsOf(edit?: (yaml: string) => string) {
  const { config: file } = await makeProject(edit)
  const { config } = loadConfig(file, {})
  const groups = groupSources(config, (channel) => createSource(channel, config))
  return Object.fromEntries(groups.map((group) => [group.kind, group]))
}

test('puts files before preview pages and feeds, each with its own clock', async () => {
  const groups = await groupsOf((yaml) => yaml.replace("preview: '*/3", "preview: '*/7"))
  expect(Object.keys(groups)).toEqual(['file', 'preview', 'feed'])
  expect(groups['preview']?.cron).toBe('*/7 * * * *')
  expect(groups['file']?.sources).toHaveLength(12)
  expect(groups['feed']?.sources.map(({ name }) => name)).toEqual([
    'feed:bbc-world',
    'feed:guardian-world',
  ])
})

test('leaves out what is switched off', async () => {
  const groups = await groupsOf((yaml) =>
    yaml.replace('- id: bbc-world\n', '- id: bbc-world\n    enabled: false\n'),
  )
  expect(groups['feed']?.sources.map(({ name }) => name)).toEqual(['feed:guardian-world'])
})
