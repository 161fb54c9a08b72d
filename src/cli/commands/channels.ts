import type { Command } from 'commander'
import { findOwnerFamilies } from '../../analysis/origins/owner-families.ts'
import { gatherActivity, gatherProfiles } from '../../intake/gather-channels.ts'
import type { CliContext, CommonOptions } from '../context.ts'
import { type Desk, withDesk } from '../desk.ts'
import { jsonLine } from '../rows.ts'
import { Progress } from '../terminal/progress.ts'
import { type ChannelRow, renderChannels } from '../views/channels.ts'
import { renderFamilies } from '../views/families.ts'

interface ChannelsOptions extends CommonOptions {
  suggestOwners?: true
  json?: true
}

const sourcesShown = 3
const blindKinds = ['unread', 'missed', 'failed', 'stopped'] as const
const mostGaps = 2000

export function addChannels(program: Command, context: CliContext): void {
  program
    .command('channels')
    .description('channels that posts are stored of: how often they were first, whom they copy')
    .option(
      '--suggest-owners',
      'channels that seem to have one owner, why, and the lines for the config',
    )
    .option('--json', 'one JSON object a line')
    .action((_options: object, command: Command) => {
      const options = command.optsWithGlobals<ChannelsOptions>()
      return withDesk(context, options, (desk) =>
        options.suggestOwners
          ? suggestOwners(desk, options, context)
          : listChannels(desk, options, context),
      )
    })
}

async function listChannels(
  { archive, channels, time, howToFill }: Desk,
  { json }: ChannelsOptions,
  { console }: CliContext,
): Promise<void> {
  const met = await archive.signals.channels()
  if (met.length === 0) console.err(`No posts are stored yet. ${howToFill}\n`)
  const progress = new Progress(console, 'Reading', 'signals')
  const { stories, follows } = await gatherActivity(archive, (done) => {
    progress.update(done)
  })
  progress.end()
  const gaps = await archive.gaps.list({ open: true, kinds: blindKinds, limit: mostGaps })
  const events = await archive.channelEvents.list({ limit: mostGaps })
  const rows = met.map(({ channel, signals, lastAt }): ChannelRow => {
    const { title, owner, outlet } = channels.get(channel)
    return {
      channel,
      title,
      owner: owner ?? null,
      outlet,
      configured: channels.isConfigured(channel),
      events: events.filter((event) => event.channel.toLowerCase() === channel.toLowerCase()),
      gaps: gaps.filter((gap) => gap.channel?.toLowerCase() === channel.toLowerCase()),
      signals,
      lastAt,
      sharedStories: stories.get(channel)?.shared ?? 0,
      first: stories.get(channel)?.first ?? 0,
      copies: follows
        .sourcesOf(channel)
        .slice(0, sourcesShown)
        .map(({ source, following }) => ({ from: source, ...following })),
    }
  })
  const { paint, columns } = console
  for (const row of json ? rows : []) await console.out(jsonLine(row))
  if (!json && rows.length > 0) await console.out(renderChannels(rows, { paint, columns, time }))
}

async function suggestOwners(
  { archive, channels }: Desk,
  { json }: ChannelsOptions,
  { console }: CliContext,
): Promise<void> {
  const met = await archive.signals.channels()
  const named = met.map(({ channel }) => ({ id: channel, title: channels.get(channel).title }))
  const progress = new Progress(console, 'Reading', 'signals')
  const profiles = await gatherProfiles(archive, named, (done) => {
    progress.update(done)
  })
  progress.end()
  const families = findOwnerFamilies(profiles)
  for (const family of json ? families : []) await console.out(jsonLine(family))
  if (json) return
  if (families.length === 0) {
    console.err('No channels seem to have one owner, by how they sign, copy and call themselves.\n')
    return
  }
  await console.out(renderFamilies(families, channels, console.paint))
}
