import { channelAudience } from '../desk/notices/channel-audience.ts'
import { describeChannelEvent } from '../desk/notices/channel-words.ts'
import { composeDigest, dueDigest } from '../desk/notices/digest.ts'
import { mayAct, type MemberBook } from '../desk/review/member-book.ts'
import { afterQuiet } from '../desk/notices/quiet-hours.ts'
import { tellChange } from '../desk/notices/watch-notices.ts'
import type { Archive } from '../model/archive.ts'
import type { StubFlag } from '../model/stub-flag.ts'
import type { Outgoing, ToldReason } from '../model/outgoing.ts'
import type { NewNotice, StoryFacts, Watch } from '../model/watch.ts'

export interface WatchDeskDeps {
  archive: Archive
  members: MemberBook
  timezone: string
  /** `HH:MM` in the desk's time zone. */
  digestTimes: readonly string[]
  clock: () => Date
  /** The desk's own group. */
  group?: { chat: number; thread?: number | undefined } | undefined
  /** Called when there is something to send. */
  onNotices: () => void
}

const batch = 200
const newsMs = 24 * 3_600_000
/** Stories of a window that a digest chooses from, the newest. */
const mostOfWindow = 2000

/**
 * Works out who is to be told what. Changed stories wait in the archive until they were looked at, so that a
 * crash neither loses an alert nor makes one twice; sending is the bot's.
 */
export class WatchDesk {
  private readonly deps: WatchDeskDeps

  constructor(deps: WatchDeskDeps) {
    this.deps = deps
  }

  /** Looks at the stories that changed since the last time. */
  async tellStories(): Promise<void> {
    const { archive, onNotices } = this.deps
    for (;;) {
      const stories = await archive.watching.untold(batch)
      if (stories.length === 0) return
      const watches = await this.standingWatches()
      let told = 0
      for (const number of stories) told += await this.tellStory(number, watches)
      if (told > 0) onNotices()
    }
  }

  /** Makes the digest that is due, for those who asked for it; to be called every minute. */
  async tellDigest(): Promise<void> {
    const { archive, timezone, digestTimes, clock, onNotices } = this.deps
    const now = clock().toISOString()
    const window = dueDigest(now, digestTimes, timezone)
    if (window === undefined) return
    const watches = (await this.standingWatches()).filter(
      ({ subject }) => subject.kind === 'digest',
    )
    const topic = `digest:${window.until}`
    const notices: NewNotice[] = []
    for (const { chat, thread, member } of watches) {
      if ((await archive.watching.told(chat, member, topic)) !== undefined) continue
      const content = composeDigest(
        await archive.analysis.wire({ ...window, limit: mostOfWindow }),
        window,
      )
      const to = { chat, member, topic, ...(thread === undefined ? {} : { thread }) }
      notices.push({ ...to, urgency: 'digest', content, dueAt: await this.dueAt(member, now) })
    }
    if (notices.length === 0) return
    await archive.watching.tell(notices, {})
    onNotices()
  }

  /** Tells those who worked on a stub what changed beneath it. */
  async tellFlags(flags: readonly StubFlag[]): Promise<void> {
    const { archive, onNotices } = this.deps
    const stubs = new Set(flags.map(({ stub }) => stub))
    const notices: NewNotice[] = []
    for (const stub of stubs) {
      notices.push(
        ...(await this.flagNotices(
          stub,
          flags.filter((flag) => flag.stub === stub),
        )),
      )
    }
    if (notices.length === 0) return
    await archive.watching.tell(notices, {})
    onNotices()
  }

  /** Tells chiefs, those who worked on the stub, and the desk's group that its delivery waits for one of them. */
  async tellStopped({ stub, target, edition, reason, settledAt }: Outgoing): Promise<void> {
    const { archive, members, clock, onNotices, group } = this.deps
    const acts = await archive.desk.actsOn(stub)
    const headline = (await archive.stubs.get(stub))?.headline ?? ''
    const workers = new Set(acts.map(({ by }) => by))
    const now = clock().toISOString()
    const stopped = {
      topic: `stopped:${stub}:${edition}:${target}:${settledAt ?? now}`,
      urgency: 'alert' as const,
      content: { kind: 'stopped' as const, stub, headline, target, ...toldOf(reason) },
    }
    const notices: NewNotice[] = []
    for (const { id, role } of members.all()) {
      if (!mayAct(role, 'editor') || (role !== 'chief' && !workers.has(id))) continue
      notices.push({ ...stopped, chat: id, member: id, dueAt: await this.dueAt(id, now) })
    }
    const chief = members.all().find(({ role }) => role === 'chief')
    if (group !== undefined && chief !== undefined) {
      const thread = group.thread === undefined ? {} : { thread: group.thread }
      notices.push({ ...stopped, chat: group.chat, ...thread, member: chief.id, dueAt: now })
    }
    if (notices.length === 0) return
    await archive.watching.tell(notices, {})
    onNotices()
  }

  /** Tells what became of channels: those who watch one, and everybody who works on drafts. */
  async tellChannels(): Promise<void> {
    const { archive, members, timezone, clock, onNotices } = this.deps
    const events = await archive.channelEvents.untold(batch)
    if (events.length === 0) return
    const now = clock().toISOString()
    const watches = await this.standingWatches()
    const notices: NewNotice[] = []
    // Without a bot events wait; those of long ago are no news when there is one.
    const fresh = events.filter(({ at }) => Date.parse(now) - Date.parse(at) < newsMs)
    for (const event of fresh) {
      for (const { chat, thread, member } of channelAudience(event, watches, members.all())) {
        const { channel, kind: what, detail } = event
        const words = describeChannelEvent(event, timezone)
        notices.push({
          chat,
          member,
          ...(thread === undefined ? {} : { thread }),
          topic: `channel:${event.event}`,
          urgency: 'alert',
          content: { kind: 'channel', channel, what, words, detail },
          dueAt: await this.dueAt(member, now),
        })
      }
    }
    await archive.watching.tell(notices, { events: events.map(({ event }) => event) })
    if (notices.length > 0) onNotices()
  }

  private async tellStory(number: number, watches: readonly Watch[]): Promise<number> {
    const { archive, clock } = this.deps
    const story = watches.length === 0 ? undefined : await archive.analysis.story(number)
    if (story === undefined) {
      await archive.watching.tell([], { stories: [number] })
      return 0
    }
    const now = clock().toISOString()
    const before = new Map<Watch, StoryFacts | undefined>()
    const due = new Map<Watch, string>()
    for (const watch of watches) {
      const told = await archive.watching.told(watch.chat, watch.member, `story:${number}`)
      before.set(watch, told?.content.kind === 'story' ? told.content.facts : undefined)
      due.set(watch, await this.dueAt(watch.member, now))
    }
    const signals = await archive.signals.get(story.signals)
    const { notices, fulfilled } = tellChange({
      story,
      signals: [...signals.values()],
      watches,
      told: (watch) => before.get(watch),
      dueAt: (watch) => due.get(watch) ?? now,
      now,
    })
    await archive.watching.tell(notices, { stories: [number], fulfilled })
    return notices.length
  }

  /** Watches of those who are members now. */
  private async standingWatches(): Promise<readonly Watch[]> {
    const { archive, members } = this.deps
    const watches = await archive.watching.watches()
    return watches.filter(({ member }) => members.get(member) !== undefined)
  }

  private async flagNotices(stub: number, flags: readonly StubFlag[]): Promise<NewNotice[]> {
    const { archive, members, clock } = this.deps
    const acts = await archive.desk.actsOn(stub)
    const headline = (await archive.stubs.get(stub))?.headline ?? ''
    const last = flags.at(-1)?.flag ?? 0
    const people = new Set(acts.map(({ by }) => by).filter((by) => members.get(by) !== undefined))
    const now = clock().toISOString()
    const notices: NewNotice[] = []
    for (const member of people) {
      notices.push({
        // Telegram's private chat with a person has the person's number.
        chat: member,
        member,
        topic: `flags:${stub}:${last}`,
        urgency: 'alert',
        content: { kind: 'flags', stub, headline, flags },
        dueAt: await this.dueAt(member, now),
      })
    }
    return notices
  }

  private async dueAt(member: number, now: string): Promise<string> {
    const { archive, timezone } = this.deps
    return afterQuiet(now, await archive.watching.quietHours(member), timezone)
  }
}

const toldOf = (reason: Outgoing['reason']): ToldReason => {
  const { code, words = '', detail, last } = reason ?? {}
  return { words, ...(code && { code }), ...(detail && { detail }), ...(last && { last }) }
}
