import { mayAct } from '../desk/member-book.ts'
import type { Notice } from '../model/watch.ts'
import { createClock } from './clock.ts'
import type { BotDesk } from './context.ts'
import type { Sender } from './sender.ts'
import { renderNotice } from './views/notice.ts'

const atOnce = 20
const minuteMs = 60_000

/**
 * Sends what is due to be told. A notice is marked as begun before it is sent, so that a kill repeats none;
 * one that Telegram did not take is tried again later.
 */
export class Teller {
  private readonly desk: BotDesk
  private readonly sender: Sender
  private running: Promise<void> | undefined
  private stopped = false

  constructor(desk: BotDesk, sender: Sender) {
    this.desk = desk
    this.sender = sender
  }

  /** Sends what is due now; resolves when that is sent. */
  wake(): Promise<void> {
    this.running ??= this.sendDue().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.running
  }

  private async sendDue(): Promise<void> {
    const { archive, clock } = this.desk
    for (;;) {
      const due = await archive.watching.due(clock().toISOString(), atOnce)
      if (due.length === 0 || this.stopped) return
      for (const notice of due) await this.tell(notice)
    }
  }

  private async tell(notice: Notice): Promise<void> {
    const { archive, members, clock, config, logger, wordsOf } = this.desk
    const member = members.get(notice.member)
    await archive.watching.begin(notice)
    if (member === undefined || !mayAct(member.role, 'reader')) return
    const language = (await archive.bot.language(member.id)) ?? 'en'
    const look = {
      words: wordsOf(language),
      time: createClock(clock(), config.desk.timezone, language),
    }
    const screen = renderNotice(notice, look)
    const place = {
      chat: notice.chat,
      ...(notice.thread === undefined ? {} : { thread: notice.thread }),
    }
    const { message, urgency } = notice
    if (
      message !== undefined &&
      (await this.sender.edit(place, message, screen, { priority: urgency }))
    ) {
      await archive.watching.sent(notice, message)
      return
    }
    const sent = await this.sender.send(place, screen, { priority: urgency })
    if ('message' in sent) {
      await archive.watching.sent(notice, sent.message)
      return
    }
    const { fault } = sent
    logger.warn({ chat: notice.chat, topic: notice.topic }, `A notice was not sent: ${fault.kind}`)
    // Refused for good, such as by a member who blocked the bot; or perhaps sent after all.
    if (fault.kind !== 'throttled') return
    const later = new Date(clock().getTime() + Math.max(minuteMs, fault.retryAfterSeconds * 1000))
    await archive.watching.postpone(notice, later.toISOString())
  }
}
