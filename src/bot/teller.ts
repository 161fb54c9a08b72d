import { mayAct } from '../desk/review/member-book.ts'
import type { ApiAnswer } from './bot-api.ts'
import type { Notice } from '../model/watch.ts'
import { createClock } from './clock.ts'
import type { BotDesk } from './context.ts'
import { languageOf } from './language-of.ts'
import type { Sender } from './sender.ts'
import { renderNotice } from './views/notice.ts'

const atOnce = 20
const minuteMs = 60_000

/**
 * Sends what is due to be told. A notice is marked as begun just before it is sent, so that a kill repeats
 * none: one whose answer a kill or a broken line took is not sent again, since Telegram would show it twice.
 * One that Telegram did not take is tried again later, and changes of a message that stands are until they hold.
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
    this.running ??= this.sendDue()
      .catch((error: unknown) => {
        this.desk.logger.error({ err: error }, 'Notices could not be sent; they are tried again')
      })
      .finally(() => {
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
      // A chat that was told to wait keeps no other waiting.
      const chats = new Set(due.map(({ chat }) => chat))
      await Promise.all(
        Array.from(chats, (chat) => this.tellAll(due.filter((notice) => notice.chat === chat))),
      )
    }
  }

  private async tellAll(notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) if (!this.stopped) await this.tell(notice)
  }

  private async tell(notice: Notice): Promise<void> {
    const { archive, members, clock, config, logger, wordsOf } = this.desk
    const member = members.get(notice.member)
    const begin = () => archive.watching.begin(notice)
    if (member === undefined || !mayAct(member.role, 'reader')) return begin()
    const language = await languageOf(this.desk, member.id)
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
    const answer =
      message === undefined
        ? undefined
        : await this.sender.edit(place, message, screen, { priority: urgency })
    if (message !== undefined && answer?.kind === 'ok') {
      await begin()
      await archive.watching.sent(notice, message)
      return
    }
    if (answer !== undefined && answer.kind !== 'refused') {
      // To change it once more does no harm.
      await this.putOff(notice, answer)
      return
    }
    const sent = await this.sender.send(place, screen, { priority: urgency, onStart: begin })
    if ('message' in sent) {
      await archive.watching.sent(notice, sent.message)
      return
    }
    const { fault } = sent
    if (!this.stopped)
      logger.warn({ topic: notice.topic }, `${member.name} was not told: ${describe(fault)}`)
    // Refused for good, such as by a member who blocked the bot; or perhaps sent after all.
    if (fault.kind === 'throttled' || fault.kind === 'unsent') await this.putOff(notice, fault)
  }

  private async putOff(notice: Notice, fault: ApiAnswer): Promise<void> {
    const { archive, clock } = this.desk
    const waitMs = fault.kind === 'throttled' ? fault.retryAfterSeconds * 1000 : 0
    const later = this.stopped ? 0 : Math.max(minuteMs, waitMs)
    const dueAt = new Date(clock().getTime() + later).toISOString()
    await archive.watching.postpone(notice, dueAt)
  }
}

const describe = (fault: ApiAnswer) => ('description' in fault ? fault.description : fault.kind)
