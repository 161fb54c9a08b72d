import type { Config, Secrets } from '../config/schema.ts'
import type { Logger } from '../lib/logger.ts'
import type { StatsStore } from '../model/stats.ts'
import type { Source } from '../model/delivery.ts'
import { IntakeError } from '../model/errors.ts'
import {
  createTelegramBotSource,
  type TelegramBotOptions,
} from '../sources/telegram/telegram-bot.ts'
import { createTelegramWebhookSource } from '../sources/telegram/telegram-webhook.ts'

/** The bot as a source of posts, which polls or is posted to as the configuration says; undefined without a token. */
export function createBotSource(
  bot: Config['bot'],
  { botToken, webhookSecret }: Secrets,
  stats: Pick<StatsStore, 'recordPoll'>,
  { logger, clock }: { logger: Logger; clock: () => Date },
): Source | undefined {
  if (botToken === undefined) return undefined
  const common: Pick<TelegramBotOptions, 'token' | 'apiRoot' | 'onHealth'> = {
    token: botToken,
    apiRoot: bot.apiRoot,
    onHealth: (health) => {
      const fault = health.state === 'retrying' ? health.message : undefined
      if (health.state === 'retrying') logger.warn(health.message)
      else logger.info(`The bot @${health.username} is listening`)
      stats.recordPoll(source.name, clock().toISOString(), fault).catch((error: unknown) => {
        logger.error({ err: error }, 'The state of the bot could not be stored')
      })
    },
  }
  const source =
    bot.webhook === undefined
      ? createTelegramBotSource({ ...common, pollSeconds: bot.pollSeconds })
      : createTelegramWebhookSource({
          ...common,
          ...bot.webhook,
          secret: needSecret(webhookSecret),
        })
  return source
}

/** What Telegram takes for a secret; 16 characters are more than anybody tries. */
function needSecret(secret = ''): string {
  if (/^[\w-]{16,256}$/.test(secret)) return secret
  throw new IntakeError(
    'webhook-secret',
    'bot.webhook needs a secret of 16 to 256 letters, digits, _ or - in TELEGRAM_WEBHOOK_SECRET, in the environment or .env; `openssl rand -hex 32` makes one',
  )
}
