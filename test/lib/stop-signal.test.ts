import { expect, test } from 'vitest'
import { start } from '../helpers/project.ts'

const module = new URL('../../src/lib/stop-signal.ts', import.meta.url).href

/** A program that waits for a stop, and then never ends by itself. */
const stubborn = (graceMs: number) =>
  start(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `const { stopSignal } = await import('${module}')
       stopSignal(${graceMs}).addEventListener('abort', () => console.log('draining'))
       setInterval(() => {}, 1000)
       console.log('waiting')`,
    ],
    process.cwd(),
  )

test('the second signal ends a program that drains too long for its user', async () => {
  const running = stubborn(60_000)
  await running.until(/waiting/)
  running.process.kill('SIGINT')
  await running.until(/draining/)
  await new Promise((resolve) => setTimeout(resolve, 700))
  running.process.kill('SIGINT')
  expect(await running.exit).toEqual({ code: 130, signal: null })
})

test('one Ctrl-C that arrives twice is one', async () => {
  const running = stubborn(1000)
  await running.until(/waiting/)
  running.process.kill('SIGINT')
  await running.until(/draining/)
  running.process.kill('SIGINT')
  expect((await running.exit).code).toBe(0)
})

test('the end of the grace period ends it, with code 0', async () => {
  const running = stubborn(300)
  await running.until(/waiting/)
  running.process.kill('SIGTERM')
  expect(await running.exit).toEqual({ code: 0, signal: null })
})
