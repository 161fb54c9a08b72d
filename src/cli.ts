#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts'
import { processConsole } from './cli/terminal/console.ts'
import { stopSignal } from './lib/stop-signal.ts'

const graceMs = 9000

process.exitCode = await runCli(process.argv.slice(2), {
  console: processConsole(),
  env: process.env,
  clock: () => new Date(),
  signal: stopSignal(graceMs),
})
