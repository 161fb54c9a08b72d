import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeProject, startDaemon } from '../helpers/project.ts'

test('a running desk takes a new configuration at SIGHUP, and goes on as it was at a broken or unusable one', async () => {
  const project = await makeProject((yaml) =>
    yaml.replace('# http: { host: 127.0.0.1, port: 9464 }', 'http: { port: 0 }'),
  )
  const daemon = startDaemon(project)
  await daemon.until(/Health and metrics on (\S+)/)
  await daemon.until(/drafts written to the outbox/)
  const [, url = ''] = /Health and metrics on (\S+)/.exec(daemon.output()) ?? []
  expect((await fetch(`${url}/health/live`)).status).toBe(200)

  const yaml = readFileSync(project.config, 'utf8')
  writeFileSync(project.config, yaml.replace('timezone: Asia/Jerusalem', 'timezone: Mars'))
  daemon.process.kill('SIGHUP')
  await daemon.until(/The configuration stays as it was: .*timezone/)

  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  writeFileSync(project.config, yaml.replace('port: 0', `port: ${port}`))
  daemon.process.kill('SIGHUP')
  await daemon.until(new RegExp(`goes on as it was: .*${port}.* set another`))
  await daemon.until(/Health and metrics on/, 2)

  const posts = path.join(project.root, 'data/later.jsonl')
  writeFileSync(
    posts,
    '{"channel":"later","id":1,"at":"2026-07-04T10:00:00Z","text":"New here."}\n',
  )
  const added =
    '\n  - { id: later, title: Later, source: { kind: file, address: data/later.jsonl } }'
  writeFileSync(project.config, yaml.replace('\nchannels:', `\nchannels:${added}`))
  daemon.process.kill('SIGHUP')
  await daemon.until(/channels added: later/)
  await daemon.until(/later\.jsonl: 1 new/)
  daemon.process.kill('SIGTERM')
  expect(await daemon.exit).toEqual({ code: 0, signal: null })
}, 120_000)
