import { createDeskBot, type DeskBot } from '../bot/create-bot.ts'
import { wordsOf } from '../bot/words/languages.ts'
import type { Toolkit } from '../analysis/toolkit.ts'
import type { Secrets } from '../config/schema.ts'
import type { Target } from '../export/targets/target.ts'
import type { ActivityCache } from '../intake/activity-cache.ts'
import { createExplainer } from '../intake/create-engine.ts'
import { findHandedIn } from '../intake/handed-in.ts'
import type { IntakeContext } from '../intake/ingest.ts'
import { tryExport } from '../jobs/try-export.ts'
import type { App, AppOptions, Judging } from './app.ts'

type Shared = Pick<
  App,
  'analyst' | 'archive' | 'channels' | 'clock' | 'config' | 'logger' | 'members' | 'reviewDesk'
>

/** What the bot is given of the desk's parts. */
export interface BotParts extends Shared, Pick<AppOptions, 'sendLimits'> {
  secrets: Secrets
  targets: readonly Target[]
  activity: ActivityCache
  tools: () => Promise<Toolkit>
  context: IntakeContext
  wakeDelivery: () => void
}

/** The desk in Telegram; undefined without a token. */
export function openDeskBot(
  parts: BotParts,
  { judged, between, onAnswer }: Judging,
): DeskBot | undefined {
  const { analyst, archive, channels, clock, config, logger, members, reviewDesk } = parts
  const { secrets, targets, activity, tools, context, wakeDelivery, sendLimits } = parts
  const { botToken } = secrets
  if (botToken === undefined) return undefined
  return createDeskBot(
    {
      archive,
      config,
      channels,
      members,
      reviewDesk,
      clock,
      logger,
      judged,
      decide: (decision) =>
        between(async () => {
          await analyst.decide(decision)
        }),
      withdraw: (decision, at) =>
        between(async () => {
          await analyst.withdraw(decision, at)
        }),
      wakeDelivery,
      wordsOf,
      tryExport: (stub) =>
        tryExport(stub, { archive, targets, channels, members: members.all(), clock }),
      handedIn: (journal, by) => findHandedIn(archive, context, journal, by),
      createExplainer: async () => createExplainer(config, archive, channels, await tools()),
      placeNames: async () => (await tools()).namePlace,
      habitsOf: (channel) => activity.habitsOf(channel),
    },
    {
      token: botToken,
      apiRoot: config.bot.apiRoot,
      onAnswer,
      ...(sendLimits && { sendLimits }),
    },
  )
}
