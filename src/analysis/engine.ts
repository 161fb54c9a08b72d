import type { AnalysisResult, OldTexts } from '../model/analysis.ts'
import type { PairExplanation } from '../model/explanation.ts'
import type { StoredReadings } from '../model/analysis-store.ts'
import { derivingKinds, type Link } from '../model/link.ts'
import { type Signal, type SignalKey, signalKey } from '../model/signal.ts'
import type { Decision, SourcingChange, Story, Suggestion } from '../model/story.ts'
import { assessStory } from './stories/assess-story.ts'
import type { EditedStory } from './number-stories.ts'
import { explainPair } from './explain/explain-pair.ts'
import { type AlikePair, joinStories } from './stories/join-stories.ts'
import { signalsHeldBy } from './copies/copies.ts'
import type { CopyMatch } from './copies/match-texts.ts'
import type { OriginSources } from './origins/origins.ts'
import { printsToKeep, printsToSeek } from './copies/prints.ts'
import type { ReadSignal } from './readings/read-signal.ts'
import type { OpenedAhead } from './readings/reading-ahead.ts'
import { findMatches, laterMatches, writtenAtMs } from './links/trace-copy.ts'
import { traceLinks } from './links/trace-links.ts'
import { laterRenderings } from './links/trace-translation.ts'
import { type EngineOptions, Workspace } from './workspace.ts'

/** What was read ahead of each signal of a batch, where anything was. */
export type BatchAhead = readonly (OpenedAhead | undefined)[]

/** What one batch has touched so far. */
interface Changes {
  relinked: Set<SignalKey>
  stories: Set<number>
  suggestions: AlikePair[]
}

/**
 * Works out, batch by batch, what derives from what, what is one story, and how well each is sourced.
 * Holds the signals of the window; what is older is recalled by its caller when a batch needs it.
 */
export class Engine {
  private readonly workspace: Workspace

  constructor(options: EngineOptions) {
    this.workspace = new Workspace(options)
  }

  /** Rebuilds the index from stored state: analysed signals in time order with their links and stories. */
  restore(
    signals: readonly Signal[],
    links: readonly Link[],
    stories: readonly Story[],
    readings: ReadonlyMap<SignalKey, Uint8Array> = new Map(),
  ): void {
    const { workspace } = this
    for (const signal of signals) {
      workspace.add(workspace.recall(signal, readings.get(signal.key)))
    }
    const bySignal = new Map<SignalKey, Link[]>()
    for (const link of links) bySignal.set(link.from, [...(bySignal.get(link.from) ?? []), link])
    for (const [key, own] of bySignal) workspace.relink(key, own)
    for (const story of stories) workspace.edited.restore(story)
  }

  /** Takes the numbers that stories with these first signals had before, of signals at hand or about to be judged. */
  learnFounders(founders: ReadonlyMap<SignalKey, number>): void {
    this.workspace.stories.learnFounders(founders)
  }

  /** Names everything that readings rest on; those stored by another reader are not taken back. */
  get reader(): string {
    return this.workspace.options.tools.version
  }

  /** What are the channels' signatures now: whoever reads ahead is to know. */
  signatures(): Uint32Array<ArrayBuffer> {
    return this.workspace.signatures.told()
  }

  /** What was read since the last call, to be stored. */
  takeReadings(): StoredReadings {
    return this.workspace.readings.take()
  }

  /** Keys not at hand that judging the batch needs: the signals as stored before, origins of forwards, posts replied to. */
  wants(batch: readonly Signal[]): readonly SignalKey[] {
    const { decisions } = this.workspace.edited
    const wanted = batch.flatMap(({ key, channel, forwardedFrom, replyTo }) => [
      key,
      ...decisions.partnersOf(key),
      ...(forwardedFrom?.id === undefined
        ? []
        : [signalKey(forwardedFrom.channel, forwardedFrom.id)]),
      ...(replyTo === undefined ? [] : [signalKey(channel, replyTo)]),
    ])
    return this.missing([...new Set(wanted)])
  }

  /** Those of the keys that are not at hand. */
  missing(keys: readonly SignalKey[]): SignalKey[] {
    return keys.filter((key) => !this.workspace.memory.signals.has(key))
  }

  /** What old texts are to be looked up by that the batch may hold; older than the signals at hand. */
  seeks(batch: readonly Signal[], ahead?: BatchAhead): OldTexts {
    const { workspace } = this
    return {
      before: workspace.forgottenBefore(batch),
      prints: batch.map((signal, index) =>
        printsToSeek(workspace.document(signal, ahead?.[index])),
      ),
    }
  }

  /** Those of the old signals whose texts the batch holds, and does not only share a phrase with. */
  held(old: readonly Signal[], batch: readonly Signal[], ahead?: BatchAhead): readonly SignalKey[] {
    const { workspace } = this
    return signalsHeldBy(
      batch.flatMap((signal, index) => workspace.documents(signal, ahead?.[index])),
      old.flatMap((signal) => workspace.documents(signal)),
    )
  }

  /** Takes back to hand what `wants` named, with the whole stories it is in. */
  recall(
    signals: readonly Signal[],
    links: readonly Link[],
    stories: readonly Story[],
    readings?: ReadonlyMap<SignalKey, Uint8Array>,
  ): void {
    const { memory } = this.workspace
    this.restore(
      signals.filter(({ key }) => !memory.signals.has(key)),
      links,
      stories,
      readings,
    )
  }

  /** Why two signals at hand are, or are not, linked and in one story; undefined where one is not at hand. */
  explain(first: SignalKey, second: SignalKey): PairExplanation | undefined {
    const { signals } = this.workspace.memory
    const [a, b] = [signals.get(first), signals.get(second)]
    return a === undefined || b === undefined ? undefined : explainPair(a, b, this.workspace)
  }

  /**
   * Judges new, revised and deleted signals, in time order. Pure: no I/O, clock or randomness. What was read
   * ahead spares reading; it changes no judgement.
   */
  analyse(batch: readonly Signal[], ahead?: BatchAhead): AnalysisResult {
    const { workspace } = this
    const changes: Changes = { relinked: new Set(), stories: new Set(), suggestions: [] }
    const reads = batch.map((signal, index) => this.judge(signal, ahead?.[index], changes))
    const relinked = Array.from(changes.relinked)
    const result = {
      ...this.tell(changes.stories),
      languages: reads.map(({ signal, lang, confidence }) => ({
        key: signal.key,
        lang,
        confidence,
      })),
      prints: reads.flatMap(printsOf),
      relinked,
      links: relinked.flatMap((key) => workspace.memory.linksFrom(key)),
      suggestions: this.stillApart(changes.suggestions),
    }
    workspace.evictOld()
    return result
  }

  /** Takes an editor's decision on two signals at hand; answers the stories that it changed. */
  decide(decision: Decision): AnalysisResult {
    const { decisions } = this.workspace.edited
    return this.redecide(decision, decision.at, () => {
      decisions.add(decision)
    })
  }

  /** Takes a decision back, as if it had never been made. */
  withdraw(decision: Decision, at: string): AnalysisResult {
    const { decisions } = this.workspace.edited
    return this.redecide(decision, at, () => {
      decisions.withdraw(decision)
    })
  }

  private redecide({ signals }: Decision, at: string, change: () => void): AnalysisResult {
    const { stories, edited } = this.workspace
    const touched = new Set(signals.flatMap((key) => stories.storyOf(key) ?? []))
    const before = edited.around(touched)
    const was = new Map(Array.from(before, (base) => [base, edited.numbersIn(base)]))
    change()
    const told = this.tell(new Set([...before, ...edited.around(touched)]), at)
    const moved = Array.from(edited.around([...before, ...touched])).some(
      (base) => was.get(base) !== edited.numbersIn(base),
    )
    const nothing = { languages: [], prints: [], relinked: [], links: [], suggestions: [] }
    return moved ? { ...nothing, ...told } : { ...nothing, ...told, stories: [], history: [] }
  }

  private judge(signal: Signal, ahead: OpenedAhead | undefined, changes: Changes): ReadSignal {
    const { workspace } = this
    const read = workspace.readToStore(signal, ahead)
    const matches = findMatches(read, workspace.copies)
    workspace.add(read)
    this.place(read, matches, changes)
    for (const other of this.lateComersOf(read, matches)) {
      this.place(other, findMatches(other, workspace.copies), changes)
    }
    this.touchDependents(signal.key, changes.stories)
    return read
  }

  /** Later signals at hand that a signal which came late may be the source of. */
  private lateComersOf(read: ReadSignal, matches: readonly CopyMatch[]): ReadSignal[] {
    const { memory } = this.workspace
    const { key, channel, forwardedFrom } = read.signal
    const copies = laterMatches(read, matches).map(({ document }) => document.signal)
    const waiting = memory.linkedTo(`ch:${channel}`)
    const renderings =
      forwardedFrom === undefined && read.atMs < this.workspace.newestMs
        ? laterRenderings(read, this.workspace).map(({ signal }) => signal.key)
        : []
    return [...new Set([...copies, ...waiting, ...renderings])]
      .flatMap((other) => memory.signals.get(other) ?? [])
      .filter(({ signal, atMs }) => signal.key !== key && atMs >= writtenAtMs(read))
  }

  private place(read: ReadSignal, matches: readonly CopyMatch[], changes: Changes): void {
    const { workspace } = this
    const { key } = read.signal
    workspace.relink(key, traceLinks(read, matches, workspace))
    changes.relinked.add(key)
    const { story, suggestions } = joinStories(read, matches, workspace)
    changes.stories.add(story)
    changes.suggestions.push(...suggestions)
  }

  /** A change in a signal may change every story whose chains run through it. */
  private touchDependents(key: SignalKey, stories: Set<number>): void {
    const seen = new Set<SignalKey>([key])
    for (const next of seen) {
      const story = this.workspace.stories.storyOf(next)
      if (story !== undefined) stories.add(story)
      for (const dependent of this.workspace.memory.linkedTo(next)) seen.add(dependent)
    }
  }

  /** Judges the stories that were touched, as editors left them; `at` where the change has a time of its own. */
  private tell(touched: ReadonlySet<number>, at?: string) {
    const { stories: book, edited } = this.workspace
    const told = edited.tell(new Set(Array.from(touched, (story) => book.current(story))))
    const numbers = new Set(told.stories.map(({ number }) => number))
    const merged = book
      .takeMerged()
      .filter(({ from }) => !numbers.has(from))
      .map(({ from, into }) => ({ from, into: edited.numberOf(into) ?? into }))
    const known = new Set(merged.map(({ from }) => from))
    return {
      ...this.assess(told.stories, at),
      merged: [...merged, ...told.gone.filter(({ from }) => !known.has(from))],
      ...(told.bases.length === 0 ? {} : { bases: told.bases }),
    }
  }

  private assess(told: readonly EditedStory[], at?: string) {
    const { memory, stories: book, readClaim } = this.workspace
    const stories: Story[] = []
    const history: (SourcingChange & { story: number })[] = []
    for (const { number, keys } of told) {
      const reads = keys
        .flatMap((key) => memory.signals.get(key) ?? [])
        .sort((a, b) => a.atMs - b.atMs || (a.signal.key < b.signal.key ? -1 : 1))
      const story = assessStory(number, reads, this.originSources(), this.workspace, readClaim)
      stories.push(story)
      const change = book.record(story, at ?? lastChangeAt(reads))
      if (change !== undefined) history.push({ ...change, story: number })
    }
    return { stories, history }
  }

  private originSources(): OriginSources {
    const { memory, options } = this.workspace
    return {
      linksFrom: (key) => memory.linksFrom(key).filter(({ kind }) => derivingKinds.has(kind)),
      ownerOf: (channel) => options.channels.get(channel).owner,
      atMsOf: (key) => memory.signals.get(key)?.atMs,
    }
  }

  private stillApart(pairs: readonly AlikePair[]): Suggestion[] {
    const { edited } = this.workspace
    const apart = new Map<string, Suggestion>()
    for (const { signals, score, reason } of pairs) {
      const [a, b] = signals.flatMap((key) => edited.storyOf(key) ?? []).sort((x, y) => x - y)
      if (a === undefined || b === undefined || a === b || edited.areParted(a, b)) continue
      const known = apart.get(`${a} ${b}`)
      if (known === undefined || known.score < score) {
        apart.set(`${a} ${b}`, { stories: [a, b], score, reason })
      }
    }
    return Array.from(apart.values())
  }
}

/** When the last post, edit or deletion of a story happened: the time of the judgement it led to. */
function lastChangeAt(reads: readonly ReadSignal[]): string {
  const times = reads.flatMap(({ signal }) => [
    signal.at,
    signal.revisions.at(-1)?.at ?? signal.at,
    signal.deletedAt ?? signal.at,
  ])
  return times.reduce((last, at) => (at > last ? at : last), '')
}

/** Alerts and greetings are the same again every day: nothing old comes back with them. */
function printsOf({ signal: { key }, versions, event }: ReadSignal) {
  if (event.event === 'alert' || event.noise) return []
  const prints = [...new Set(versions.flatMap(printsToKeep))]
  return prints.length === 0 ? [] : [{ key, prints }]
}
