import { previewEdition } from '../desk/review/preview-edition.ts'
import { sumUp } from '../desk/review/record.ts'
import { dryRun, type DryRun } from '../export/delivery/dry-run.ts'
import { gatherSecrets } from '../export/leaks/gather-secrets.ts'
import type { Target } from '../export/targets/target.ts'
import { toVersion } from '../export/to-version.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { Member } from '../model/desk.ts'

export interface TryExportDeps {
  archive: Pick<Archive, 'stubs' | 'desk' | 'outgoing' | 'signals' | 'analysis'>
  targets: readonly Target[]
  channels: Pick<ChannelBook, 'get'>
  members: readonly Member[]
  clock: () => Date
}

/** What would leave for each target, to the byte; undefined where there is no such stub. Stores and sends nothing. */
export async function tryExport(
  number: number,
  { archive, targets, channels, members, clock }: TryExportDeps,
): Promise<readonly DryRun[] | undefined> {
  const stub = await archive.stubs.get(number)
  if (stub === undefined) return undefined
  const record = sumUp(number, await archive.desk.actsOn(number))
  const editions = await archive.desk.editions(number)
  const { edition, approved } = previewEdition(stub, record, editions, clock().toISOString())
  const first = editions.find(({ dispatch }) => dispatch === edition.dispatch) ?? edition
  const version = toVersion(edition, first)
  const secrets = await gatherSecrets(edition, archive, channels, members)
  const runs: DryRun[] = []
  for (const target of targets) {
    const placement = await archive.outgoing.placement(edition.dispatch, target.name)
    runs.push(dryRun(target, { version, approved }, placement, secrets))
  }
  return runs
}
