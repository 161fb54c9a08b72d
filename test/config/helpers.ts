import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ConfigError, type ConfigProblem } from '../../src/config/config-error.ts'
import { checkConfig } from '../../src/config/load.ts'

/** The least that is a configuration; eight lines, `channels` last. */
export const validYaml = `desk:
  name: Desk
  byline: The Desk
  accountability: The desk answers for it.
channels:
  - id: one
    title: One
    source: { kind: telegram-preview }
`

/** What `checkConfig` finds wrong with a text; nothing when it is right. */
export function problemsOf(text: string): readonly ConfigProblem[] {
  try {
    checkConfig('config.yaml', text)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'intake-config-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
