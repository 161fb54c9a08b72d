import path from 'node:path'
import { MemberBook } from '../../desk/review/member-book.ts'
import { feedOf } from '../../jobs/feed-keeper.ts'
import { writeFeeds } from '../../jobs/write-feeds.ts'
import { IntakeError } from '../../model/errors.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'

/** Writes the feeds of what was exported; those that hold something internal are left out, and it fails. */
export async function exportFeeds(
  folder: string,
  options: CommonOptions & { json?: true },
  context: CliContext,
): Promise<void> {
  await withDesk(context, options, async ({ config, archive, channels }) => {
    const members = new MemberBook(config.desk.members, await archive.desk.members()).all()
    const feed = feedOf(config)
    const outcome = await writeFeeds(path.resolve(folder), { archive, channels, members, feed })
    const { files, dispatches, leaking } = outcome
    await context.console.out(
      options.json
        ? jsonLine(outcome)
        : `${files.join('\n')}\n${dispatches} ${dispatches === 1 ? 'dispatch' : 'dispatches'}\n`,
    )
    if (leaking.length === 0) return
    throw new IntakeError(
      'leak',
      `Left out, as something internal stands in them: ${leaking.map((stub) => `#${stub}`).join(', ')}; \`export NUMBER --dry-run\` says where.`,
    )
  })
}
