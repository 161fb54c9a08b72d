import { describe, expect, test } from 'vitest'
import { makeProject, start } from '../helpers/project.ts'
import { run, sampleFiles } from './helpers.ts'

const longMs = 120_000
const cli = `"${process.execPath}" --import tsx src/cli.ts`

describe('the command line as a process', () => {
  test(
    'a reader that goes away is no fault, and gets whole lines until then',
    async () => {
      const project = await makeProject()
      await run(project, ['import', ...sampleFiles(project)])
      const script = `set -o pipefail; ${cli} dump stubs | head -n 2; echo "code $?"`
      const piped = start('bash', ['-c', script], project.root)
      await piped.exit
      const lines = piped.output().trim().split('\n')
      expect(lines).toHaveLength(3)
      expect(lines.at(-1)).toBe('code 0')
      for (const line of lines.slice(0, 2)) expect(JSON.parse(line)).toHaveProperty('stub')
    },
    longMs,
  )

  test(
    'runs as npm run -s intake -- COMMAND, with results on one stream and errors on the other',
    async () => {
      const project = await makeProject()
      const script = 'npm run -s intake -- wire 2>errors; echo "code $?"; grep -c "^error: " errors'
      const npm = start('bash', ['-c', script], project.root)
      await npm.exit
      expect(npm.output()).toBe('code 1\n1\n')
    },
    longMs,
  )
})
