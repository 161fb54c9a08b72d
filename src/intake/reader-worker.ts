import { parentPort, workerData } from 'node:worker_threads'
import { createToolkit } from '../analysis/create-toolkit.ts'
import { askTools } from '../analysis/tool-answers.ts'
import { loadGazetteer } from '../config/gazetteer.ts'
import { ChannelBook } from '../lib/channel-book.ts'
import type { ChannelSnapshot, ReadTask } from './read-ahead.ts'

// The thread of `ReadAhead`: answers a task with what the tools say of its signals. The answers pass as JSON,
// which is faster than cloning; `null` says that it is ready for the first task.
const { configured, met } = workerData as ChannelSnapshot
const channels = new ChannelBook(configured, met)
const tools = createToolkit(await loadGazetteer(), channels)

parentPort?.on('message', (task: ReadTask) => {
  for (const { channel, title } of task.met) channels.meet(channel, title)
  const answers = task.signals.map(({ signal, channel }) => askTools(signal, channel, tools))
  parentPort?.postMessage(JSON.stringify(answers))
})
parentPort?.postMessage(null)
