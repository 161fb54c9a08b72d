import { Bot } from './bot.ts'
import { createBotApi } from './bot-api.ts'
import type { Command } from './command.ts'
import { channel, channels } from './commands/channels.ts'
import { drafts } from './commands/drafts.ts'
import { explain } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { createHelp } from './commands/help.ts'
import { language } from './commands/language.ts'
import { log } from './commands/log.ts'
import { createMember } from './commands/member.ts'
import { search } from './commands/search.ts'
import { signals, story } from './commands/story.ts'
import { status } from './commands/status.ts'
import { stub } from './commands/stub.ts'
import { createTree } from './commands/tree.ts'
import { undo } from './commands/undo.ts'
import { quiet, watch, watches } from './commands/watch.ts'
import { wire } from './commands/wire.ts'
import type { BotDesk } from './context.ts'
import { Menus } from './menus.ts'
import { createPress } from './press.ts'
import { review } from './review/card.ts'
import { type SendLimits, SendQueue } from './send-queue.ts'
import { Sender } from './sender.ts'
import { Teller } from './teller.ts'

export interface BotOptions {
  token: string
  apiRoot: string
  sendLimits?: SendLimits
  /** Told what came of each call of the Bot API but the polls. */
  onAnswer?: (outcome: string) => void
}

/** The desk in Telegram: what answers, what tells, and what both send by. */
export interface DeskBot {
  bot: Bot
  teller: Teller
  queue: SendQueue
  /** Tells Telegram which commands each member is offered. */
  announce: () => Promise<void>
}

export function createDeskBot(
  desk: BotDesk,
  { token, apiRoot, sendLimits, onAnswer }: BotOptions,
): DeskBot {
  const api = createBotApi(token, apiRoot)
  const queue = new SendQueue({ api, ...(onAnswer && { onAnswer }), ...sendLimits })
  const sender = new Sender(queue, desk.archive.bot, desk.clock)
  const commands: Command[] = []
  const menus = new Menus(queue, desk, commands)
  commands.push(
    wire,
    story,
    signals,
    createTree(),
    search,
    explain,
    channels,
    channel,
    stub,
    drafts,
    status,
    review,
    undo,
    log,
    exportCommand,
    watch,
    watches,
    quiet,
    language,
    createMember(menus),
  )
  const help = createHelp(() => commands)
  commands.push(help)
  const press = createPress(menus, (asking) => help.run(asking, ''))
  return {
    bot: new Bot({ desk, queue, sender, commands, press }),
    teller: new Teller(desk, sender),
    queue,
    announce: () => menus.announce(),
  }
}
