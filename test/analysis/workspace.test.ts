import { describe, expect, it } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Workspace } from '../../src/analysis/workspace.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { toSignal } from '../helpers/to-signal.ts'

const channels = new ChannelBook([])
const tools = createToolkit(await loadGazetteer(), channels)
const beganMs = Date.parse('2026-01-01T00:00:00Z')

function createWorkspace(windowSignals = 10_000) {
  const workspace = new Workspace({
    ...{ tools, channels, windowDays: 10, windowSignals, storyHours: 36, nextStory: 1 },
  })
  const post = (hour: number) => {
    const at = new Date(beganMs + hour * 3_600_000).toISOString()
    const signal = toSignal({ channel: 'alpha', id: hour + 100_000, at, text: `Post ${hour}` })
    workspace.add(workspace.readToStore(signal))
    workspace.evictOld()
  }
  return { workspace, post }
}

describe('posts an hour', () => {
  it('are those of the window, however long the desk runs', () => {
    const { workspace, post } = createWorkspace()
    for (let hour = 0; hour < 24 * 60; hour++) post(hour)
    expect(workspace.postsPerHour).toBeGreaterThan(0.9)
    expect(workspace.postsPerHour).toBeLessThan(1.4)
  })

  it('are the same where so many come that the window is cut short', () => {
    const { workspace, post } = createWorkspace(60)
    for (let hour = 0; hour < 24 * 20; hour++) post(hour)
    expect(workspace.postsPerHour).toBeGreaterThan(0.9)
    expect(workspace.postsPerHour).toBeLessThan(1.4)
  })

  it('are not fewer because an old post is brought back', () => {
    const { workspace, post } = createWorkspace()
    for (let hour = 0; hour < 24 * 9; hour++) post(hour)
    const before = workspace.postsPerHour
    post(-24 * 400)
    expect(workspace.postsPerHour).toBeGreaterThan(before * 0.85)
  })
})
