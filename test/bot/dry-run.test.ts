import { expect, test } from 'vitest'
import { exportCommand } from '../../src/bot/commands/export.ts'
import type { Asking } from '../../src/bot/context.ts'
import { en } from '../../src/bot/words/en.ts'
import type { DryRun } from '../../src/export/delivery/dry-run.ts'

const body = '{"title":"Fire at the port"}'
const run: DryRun = {
  target: 'site',
  kind: 'wordpress',
  edition: 1,
  approved: false,
  does: 'create',
  leaving: [{ to: 'POST https://news.example/', headers: { authorization: '…' }, body }],
  leaks: [],
  searched: 9,
}

const asking = (runs: readonly DryRun[] | undefined) =>
  ({ desk: { tryExport: () => Promise.resolve(runs) }, words: en }) as unknown as Asking

test('/export 12 dry gives each target’s bytes as a file, with the verdict', async () => {
  const { screens } = await exportCommand.run(asking([run]), '12 dry')
  const [screen] = screens
  expect(screen?.text.text).toMatch(
    /#12 → .?site.?\n.*a draft would be made.?\n✓ .?none of 9 internal/,
  )
  expect(Buffer.from(screen?.file?.bytes ?? []).toString()).toContain(body)
  expect(screen?.file?.name).toBe('12-site.txt')
})

test('/export 12 dry says where a delivery would stop, and that there is no target or no draft', async () => {
  const leaking = { ...run, leaks: [{ field: 'title', kind: 'title' as const }] }
  const [stopped] = (await exportCommand.run(asking([leaking]), '12 dry')).screens
  expect(stopped?.text.text).toMatch(/✋ .?the delivery would stop: title holds a channel’s title/)
  const [none] = (await exportCommand.run(asking([]), '12 dry')).screens
  expect(none?.text.text).toBe(en.export.noTarget)
  const [missing] = (await exportCommand.run(asking(undefined), '12 dry')).screens
  expect(missing?.text.text).toBe(en.noStub(12))
})

test.each([
  [[], en.export.noTarget],
  [[{ name: 'site' }], en.export.none],
])('/export without deliveries, with the targets %j, says what is so', async (targets, words) => {
  const archive = { outgoing: { list: () => Promise.resolve([]) } }
  const of = (args: string) =>
    exportCommand.run(
      { desk: { archive, config: { export: { targets } } }, words: en } as unknown as Asking,
      args,
    )
  for (const args of ['', '12']) expect((await of(args)).screens[0]?.text.text).toBe(words)
})
