import { parentPort, workerData } from 'node:worker_threads'
import { SignatureBook } from '../analysis/copies/signatures.ts'
import { createToolkit } from '../analysis/create-toolkit.ts'
import { readAhead } from '../analysis/readings/reading-ahead.ts'
import { loadGazetteer } from '../config/gazetteer.ts'
import { ChannelBook } from '../lib/channel-book.ts'
import type { ReaderSettings, ReadTask } from './read-ahead.ts'
import { buffersOf, packReadings } from './reading-parcel.ts'

// The thread of `ReadAhead`: answers a task with the readings of its signals. What it says first is the name of
// its reader, which tells that it is ready, and that it reads as the other thread does.
const { known, outlets } = workerData as ReaderSettings
const channels = new ChannelBook(known.configured, known.met)
const signatures = new SignatureBook()
const tools = createToolkit(await loadGazetteer(), channels, outlets)

parentPort?.on('message', (task: ReadTask) => {
  for (const { channel, title } of task.met) channels.meet(channel, title)
  signatures.takeOver(task.signatures)
  const readings = task.signals.map(({ signal, title, languages }) =>
    readAhead(signal, { ...channels.get(signal.channel), title, languages }, tools, signatures),
  )
  const parcel = packReadings(readings)
  parentPort?.postMessage(parcel, buffersOf(parcel))
})
parentPort?.postMessage(tools.version)
