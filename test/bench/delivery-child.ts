import { readFileSync } from 'node:fs'
import { createTarget } from '../../src/export/targets/create-targets.ts'
import { toVersion } from '../../src/export/to-version.ts'
import { Deliverer } from '../../src/jobs/deliverer.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { pause } from '../../src/lib/pause.ts'
import { openArchive } from '../../src/store/archive.ts'
import type { DeliveryPlan } from './deliveries.ts'

// A desk that delivers until nothing is due; it is killed at any moment and started again.
const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as DeliveryPlan
const clock = () => new Date()
const archive = openArchive(plan.database)
const deliverer = new Deliverer({
  archive,
  targets: [createTarget(plan.target, plan.secret, clock)],
  toVersion,
  scan: () => Promise.resolve([]),
  onExported: () => Promise.resolve(),
  clock,
  retry: { firstMs: 20, longestMs: 200 },
  timeouts: { lateMs: 60_000, lookAfterMs: plan.lookAfterMs },
  logger: createLogger({
    level: 'warn',
    format: 'lines',
    secrets: [plan.secret],
    write: (line) => process.stdout.write(line),
  }),
})
process.stdout.write('at work\n')
for (;;) {
  await deliverer.run()
  if ((await archive.outgoing.nextDueAt()) === undefined) break
  await pause(15)
}
archive.close()
