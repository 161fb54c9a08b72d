import type { Config } from '../config/schema.ts'
import { meetsBar } from '../desk/compose/bar.ts'
import type { StubInput } from '../desk/compose/compose.ts'
import { describeBlind } from '../desk/compose/blind.ts'
import { describeOldPictures } from '../desk/compose/old-pictures.ts'
import type { NameOutlet } from '../desk/compose/outlet-name.ts'
import { composeEdited } from '../desk/review/edited-stub.ts'
import { findPrior } from '../desk/compose/prior.ts'
import { sumUp } from '../desk/review/record.ts'
import { isFrozen } from '../desk/review/review-desk.ts'
import { basisOf, compareBases } from '../desk/compose/stub-basis.ts'
import { localTime } from '../desk/compose/window.ts'
import { Outbox, type OutboxOptions, type OutboxOutcome } from '../export/outbox.ts'
import { findEarlier } from '../intake/find-earlier.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { DeskRecord, StubBasis } from '../model/desk.ts'
import type { StubFlag } from '../model/stub-flag.ts'
import type { Signal } from '../model/signal.ts'
import type { Story } from '../model/story.ts'
import type { BlindPeriod, Dispatch, Stub } from '../model/stub.ts'

export interface DrafterDeps {
  archive: Archive
  channels: ChannelBook
  config: Config
  clock: () => Date
  /** How cited outlets are called. */
  nameOutlet: NameOutlet
  /** Called with what changed beneath a stub that people had worked on. */
  onFlags?: (flags: readonly StubFlag[]) => void
}

const batch = 100

/**
 * Keeps stubs and outbox in step with the stories. Which stories are not is noted in the archive together
 * with the change, and settled only when the files are written, so that a crash loses no draft.
 */
export class Drafter {
  private readonly deps: DrafterDeps
  private readonly outbox: Outbox
  private isOutboxWhole = false
  private writing: Promise<unknown> = Promise.resolve()
  private dispatches: readonly Dispatch[] | undefined

  constructor(deps: DrafterDeps) {
    this.deps = deps
    this.outbox = new Outbox(deps.config.paths.outbox, deps.archive.stubs)
  }

  /**
   * Drafts what changed since the last time, and meanwhile, batch by batch, and writes the outbox at the end.
   * Stories below the bar are drafted only when they have a stub already.
   */
  async *draftPending(signal?: AbortSignal): AsyncIterable<readonly Stub[]> {
    const { archive } = this.deps
    for (;;) {
      const numbers = await archive.stubs.undrafted()
      if (numbers.length === 0) return
      for (let start = 0; start < numbers.length; start += batch) {
        if (signal?.aborted === true) return
        yield await this.draftBatch(numbers.slice(start, start + batch))
        await letOthersRun()
      }
      await this.writeOutbox(new Set(numbers))
      await archive.stubs.settle(numbers)
    }
  }

  /**
   * Composes and stores stubs of these stories, whatever the bar; the outbox has to be written after. Words
   * that were approved stay; what changed beneath a stub that people had worked on is noted.
   */
  async draft(stories: readonly Story[]): Promise<readonly Stub[]> {
    const { archive } = this.deps
    const touched = await archive.desk.touched()
    const composed: Stub[] = []
    const looked: { story: Story; basis: StubBasis }[] = []
    for (const story of stories) {
      const number = story.story
      const acts = touched.has(number) ? await archive.desk.actsOn(number) : []
      const record = sumUp(number, acts)
      const { stub, basis } = await this.compose(story, record)
      if (!isFrozen(record)) composed.push(stub)
      if (record.head > 0) looked.push({ story, basis })
    }
    const saved = await archive.stubs.save(composed)
    for (const { story, basis } of looked) await this.flag(story.story, basis, story.lastAt)
    return saved
  }

  /** The stub of a story as people have worked on it, and what of the story it rests on; stores nothing. */
  async compose(story: Story, record: DeskRecord): Promise<{ stub: Stub; basis: StubBasis }> {
    const input = await this.gather(story)
    const basis = basisOf(story, input.signals, input.oldPictures)
    return { stub: composeEdited(input, record), basis }
  }

  /** Prior coverage has changed: it is read again for the next draft. */
  forgetDispatches(): void {
    this.dispatches = undefined
  }

  /**
   * Writes these stubs to the outbox, one call at a time. The first makes it hold all others as well; afterwards
   * only what changed is looked at.
   */
  writeOutbox(changed: ReadonlySet<number>): Promise<OutboxOutcome> {
    return this.queue(() => this.writeNow(changed))
  }

  /**
   * At the start, while nothing else writes there: has the outbox hold all stubs, and answers how many were missing.
   * One that is drafted just now, or was when the last run ended, is written too and was not missing.
   */
  mendOutbox(signal: AbortSignal): Promise<number> {
    return this.queue(async () => {
      const numbers: number[] = []
      const onWritten = (stub: number) => numbers.push(stub)
      await this.writeNow(new Set(), { atStart: true, signal, onWritten })
      const unsettled = await this.deps.archive.stubs.unsettled(numbers)
      return numbers.length - unsettled.length
    })
  }

  private queue<T>(write: () => Promise<T>): Promise<T> {
    const written = this.writing.then(write)
    this.writing = written.catch(() => undefined)
    return written
  }

  private async writeNow(
    changed: ReadonlySet<number>,
    options: Omit<OutboxOptions, 'changed'> = {},
  ): Promise<OutboxOutcome> {
    if (this.isOutboxWhole) return this.outbox.update(changed)
    const outcome = await this.outbox.write({ changed, ...options })
    this.isOutboxWhole = options.signal?.aborted !== true
    return outcome
  }

  private async draftBatch(numbers: readonly number[]): Promise<readonly Stub[]> {
    const { archive } = this.deps
    const stories = await archive.analysis.stories(numbers)
    const present = new Set(stories.map(({ story }) => story))
    // A story that was merged into another, or is gone, leaves no draft behind.
    const gone = numbers.filter((number) => !present.has(number))
    await archive.stubs.remove(gone)
    await this.flagGone(gone)
    const wanted: Story[] = []
    for (const story of stories) if (await this.wants(story)) wanted.push(story)
    return this.draft(wanted)
  }

  private async wants(story: Story): Promise<boolean> {
    const { archive, config, clock } = this.deps
    if (meetsBar(story, config.stubs, clock().toISOString())) return true
    return (await archive.stubs.get(story.story)) !== undefined
  }

  private async flag(stub: number, basis: StubBasis, at: string): Promise<void> {
    const { archive, onFlags } = this.deps
    const before = await archive.desk.basis(stub)
    const changes = before === undefined ? [] : compareBases(before, basis)
    const flags = await archive.desk.flag(
      stub,
      changes.map((change) => ({ ...change, at })),
      basis,
    )
    if (flags.length > 0) onFlags?.(flags)
  }

  private async flagGone(numbers: readonly number[]): Promise<void> {
    const { archive, clock, onFlags } = this.deps
    const touched = await archive.desk.touched()
    for (const number of numbers.filter((each) => touched.has(each))) {
      const words = 'Its story is gone: its signals were joined to another story.'
      const flags = await archive.desk.flag(number, [
        { kind: 'gone', words, at: clock().toISOString() },
      ])
      if (flags.length > 0) onFlags?.(flags)
    }
  }

  private async gather(story: Story): Promise<StubInput> {
    const { archive, channels, config, nameOutlet } = this.deps
    this.dispatches ??= await archive.dispatches.all()
    const byKey = await archive.signals.get(story.signals)
    const signals = story.signals.flatMap((key) => byKey.get(key) ?? [])
    const dateOf = (at: string) => localTime(at, config.desk.timezone).date
    return {
      story,
      signals,
      links: await archive.analysis.linksFrom(story.signals),
      channels: (id) => channels.get(id),
      prior: findPrior(story, signals, this.dispatches, config.desk),
      earlier: await findEarlier(story, signals, archive, dateOf),
      blind: await this.blindDuring(story),
      oldPictures: await this.oldPicturesOf(story),
      desk: config.desk,
      outlets: nameOutlet,
      composedAt: lastChangeAt(story, signals),
    }
  }

  private async oldPicturesOf(story: Story) {
    const { archive, channels, config } = this.deps
    return describeOldPictures(story, await archive.pictures.of(story.signals), {
      titleOf: (channel) => channels.get(channel).title,
      timezone: config.desk.timezone,
    })
  }

  /** What the channels listened to now may have posted while the desk did not see it. */
  private async blindDuring({ firstAt, lastAt }: Story): Promise<readonly BlindPeriod[]> {
    const { archive, channels, config } = this.deps
    const gaps = await archive.gaps.during(firstAt, lastAt)
    return describeBlind(
      gaps.filter(({ channel }) => channel === undefined || channels.isConfigured(channel)),
      {
        titleOf: (channel) => channels.get(channel).title,
        timezone: config.desk.timezone,
      },
    )
  }
}

/** The last post, edit or deletion in a story: the same for the same signals, whenever it is composed. */
function lastChangeAt(story: Story, signals: readonly Signal[]): string {
  const times = signals.flatMap(({ revisions, deletedAt }) => [
    ...revisions.map(({ at }) => at),
    ...(deletedAt === undefined ? [] : [deletedAt]),
  ])
  return times.reduce((last, at) => (at > last ? at : last), story.lastAt)
}
