import type { Channel } from '../model/channel.ts'
import type { Link } from '../model/link.ts'
import type { Signal, SignalKey } from '../model/signal.ts'
import type { Decision } from '../model/story.ts'
import type { Dispatch } from '../model/stub.ts'
import { CandidateIndex } from './stories/candidates.ts'
import { type CopyDocument, CopyIndex } from './copies/copies.ts'
import { indexDispatches } from './links/trace-dispatch.ts'
import { contradictionIn } from './conflicts/contradiction-in.ts'
import { EditedStories } from './decisions/edited-stories.ts'
import { FollowBook } from './origins/follow-book.ts'
import { takenBy } from './origins/follow-links.ts'
import { LetterWeights } from './text/letter-weights.ts'
import { KeptText, UnreadText } from './text/kept-text.ts'
import { Memory } from './memory.ts'
import { rememberTexts } from '../lib/remember.ts'
import type { ClaimReader } from './conflicts/claim.ts'
import { normalise } from './text/normalise.ts'
import {
  internReading,
  type LearningSignal,
  type ReadSignal,
  readSignal,
  textsOf,
} from './readings/read-signal.ts'
import type { OpenedAhead } from './readings/reading-ahead.ts'
import { ReadingBook } from './readings/reading-book.ts'
import { SignatureBook } from './copies/signatures.ts'
import { internOpened, openReading, storeReading } from './readings/stored-reading.ts'
import { type Meeting, meet } from './stories/meeting.ts'
import { StoryBook } from './stories/story-book.ts'
import type { Judging } from './stories/judgement.ts'
import { TermWeights } from './text/term-weights.ts'
import type { Toolkit } from './toolkit.ts'

export interface EngineOptions {
  tools: Toolkit
  channels: { get(channel: string): Channel }
  /** What the desk published before: posts that carry it are its own news come back. */
  dispatches?: readonly Dispatch[]
  /** Days of signals kept at hand, counted back from the newest. */
  windowDays: number
  /** Most signals kept at hand, with the beginnings of their stories: about 8 KB of memory each. */
  windowSignals: number
  /** Widest gap over which likeness alone joins signals to a story. */
  storyHours: number
  /** First number for stories that never had one. */
  nextStory: number
  /** What editors decided and did not take back, oldest first. */
  decisions?: readonly Decision[]
  /** Of signals in stories that editors changed: the story that links and likeness alone put them in. */
  bases?: ReadonlyMap<SignalKey, number>
}

const dayMs = 86_400_000
/** A desk of less than this has no rate of its own yet. */
const shortestSpanHours = 12
/** Signals may grow by so much before the oldest are let go. */
const crowding = 1.25
/** Of the signals that may be kept, this share are the newest, however long the stories are that they go on with. */
const newestShare = 0.25
/** Texts that are split into words once though several ask for them; a batch is 250. */
const textsKept = 512
/** Claims kept at hand: a story that goes on is judged again with all of its signals. */
const claimsKept = 1024

/** The candidates of a signal. */
interface Nearby {
  read: ReadSignal
  keys: readonly SignalKey[]
  reads: readonly ReadSignal[]
  meetings: Map<ReadSignal, Meeting>
}

/** Everything that judging looks things up in: signals of the window and the indexes over them. */
export class Workspace {
  readonly options: EngineOptions
  readonly memory = new Memory()
  readonly weights: TermWeights
  readonly letters = new LetterWeights()
  /** What a text claims in its opening. */
  readonly readClaim: ClaimReader
  /** What two signals say against each other. */
  readonly contradict: Judging['contradict']
  /** Stories as links and likeness make them. */
  readonly stories: StoryBook
  /** The same as editors left them, which is how they are told. */
  readonly edited: EditedStories
  readonly dispatches: CopyIndex
  readonly copies = new CopyIndex()
  readonly candidates = new CandidateIndex()
  /** Who copies whom. */
  readonly follows = new FollowBook()
  readonly signatures = new SignatureBook()
  readonly toNormal = rememberTexts(normalise, textsKept)
  readonly readings: ReadingBook
  /** Time of the newest signal at hand. */
  newestMs = 0
  private oldestMs = Number.POSITIVE_INFINITY
  private oldestKeptMs = Number.NEGATIVE_INFINITY
  /** The candidates found last, and what each was found to have in common with the signal. */
  private near: Nearby | undefined
  /** Signals from before this time were let go. */
  private letGoBeforeMs = Number.NEGATIVE_INFINITY
  /** With more signals at hand than this there are too many. */
  private crowdedAt: number

  constructor(options: EngineOptions) {
    this.options = options
    this.weights = new TermWeights(options.tools.background)
    this.readClaim = rememberTexts(options.tools.readClaim, claimsKept)
    this.contradict = contradictionIn(this.readClaim)
    this.dispatches = indexDispatches(options.dispatches ?? [])
    this.stories = new StoryBook(options.nextStory)
    this.edited = new EditedStories(this.stories, this.memory, {
      decisions: options.decisions ?? [],
      bases: options.bases ?? new Map(),
    })
    this.readings = new ReadingBook(options.tools.version)
    this.crowdedAt = options.windowSignals * crowding
  }

  /** Posts that came in an hour, on average over the window; what was brought back from before it counts for no longer a time. */
  get postsPerHour(): number {
    const windowMs = this.newestMs - this.options.windowDays * dayMs
    const sinceMs = Math.max(this.oldestMs, windowMs, this.letGoBeforeMs)
    const hours = (this.newestMs - sinceMs) / 3_600_000
    return this.memory.signals.size / Math.max(shortestSpanHours, hours)
  }

  /** Reads a signal, or takes over what was read ahead and still holds. */
  readToStore(signal: Signal, ahead?: OpenedAhead): LearningSignal {
    if (ahead !== undefined && this.holds(ahead)) {
      this.readings.note(signal.key, ahead.bytes)
      return internOpened(ahead.opened, this.weights)
    }
    const { tools, channels } = this.options
    const reading = readSignal(signal, channels.get(signal.channel), tools, this)
    this.readings.note(signal.key, storeReading(reading))
    return internReading(reading, this.weights)
  }

  /** True for what would be read in the same way now. */
  private holds({ opened, lines, signed }: OpenedAhead): boolean {
    const { channel } = opened.said.signal
    return lines.every((line, index) => this.signatures.isSigned(channel, line) === index < signed)
  }

  /** The signal as it was read before, or read now where that is not known. */
  recall(signal: Signal, stored: Uint8Array | undefined): LearningSignal {
    const opened = stored === undefined ? undefined : openReading(signal, stored)
    return opened === undefined ? this.readToStore(signal) : internOpened(opened, this.weights)
  }

  /** The standing text of a signal that is not at hand. */
  document(signal: Signal, ahead?: OpenedAhead): CopyDocument {
    const standing = ahead?.opened.said.versions.at(-1)
    if (ahead !== undefined && standing !== undefined && this.holds(ahead)) return standing
    return this.documentOf(signal, signal.text)
  }

  /** Every version of such a signal's text. */
  documents(signal: Signal, ahead?: OpenedAhead): readonly CopyDocument[] {
    if (ahead !== undefined && this.holds(ahead)) return ahead.opened.said.versions
    return textsOf(signal).map((text) => this.documentOf(signal, text))
  }

  private documentOf({ key, channel, at }: Signal, text: string): CopyDocument {
    const { title } = this.options.channels.get(channel)
    const signed = this.signatures.strip(channel, title, this.toNormal(text))
    return { signal: key, channel, atMs: Date.parse(at), text, ...signed }
  }

  /** Signals from before this time need not be at hand any more when the batch comes. */
  forgottenBefore(batch: readonly Signal[]): string {
    const newestMs = Math.max(this.newestMs, ...batch.map(({ at }) => Date.parse(at)))
    const windowMs = newestMs - this.options.windowDays * dayMs
    return new Date(Math.max(windowMs, this.letGoBeforeMs)).toISOString()
  }

  /** Signals at hand within the hours of a story that share rare terms with one, those with most in common first. */
  candidatesOf(read: ReadSignal): readonly ReadSignal[] {
    const keys = this.candidates.find(read, this.weights, this.options.storyHours)
    if (this.near?.keys !== keys) {
      const reads = keys.flatMap((key) => this.memory.signals.get(key) ?? [])
      this.near = { read, keys, reads, meetings: new Map() }
    }
    return this.near.reads
  }

  /** What a candidate has in common with the signal; links and stories ask in turn. */
  meetingOf(candidate: ReadSignal, read: ReadSignal): Meeting {
    const meetings = this.near?.read === read ? this.near.meetings : undefined
    const known = meetings?.get(candidate)
    if (known !== undefined) return known
    const meeting = meet(candidate, read, this.weights)
    meetings?.set(candidate, meeting)
    return meeting
  }

  /** Puts a signal, or its newer version, where later ones find it. */
  add({ edges, ...fresh }: LearningSignal): void {
    this.near = undefined
    const read = keepable(fresh)
    const { key, channel, text } = read.signal
    const known = this.memory.signals.get(key)
    const texts = new Set(known?.versions.map((version) => version.text))
    for (const version of read.versions) if (!texts.has(version.text)) this.copies.add(version)
    if (known?.signal.text !== text) {
      this.weights.add(read.terms)
      this.letters.add(read.letters)
      this.candidates.add(read, this.weights)
      this.signatures.learnLines(channel, edges)
    }
    this.memory.put(read)
    if (known === undefined) this.follows.learn(key, channel, read.atMs, [])
    this.newestMs = Math.max(this.newestMs, read.atMs)
    this.oldestMs = Math.min(this.oldestMs, read.atMs)
  }

  /** Puts links in the place of all earlier ones from the signal. */
  relink(key: SignalKey, links: readonly Link[]): void {
    this.memory.relink(key, links)
    const read = this.memory.signals.get(key)
    if (read === undefined) return
    const { channel } = read.signal
    const taken = takenBy({ channel, atMs: read.atMs }, links, this.memory.signals)
    this.follows.learn(key, channel, read.atMs, taken)
  }

  /** The time from which on there are as many signals as may be kept, with the beginnings of their stories. */
  private crowdedOutMs(): number {
    const { memory, edited } = this
    const { windowSignals } = this.options
    const signals = Array.from(memory.signals.values()).sort((a, b) => b.atMs - a.atMs)
    const sizes = new Map<number, number>()
    for (const { signal } of signals) {
      const story = edited.storyOf(signal.key)
      if (story !== undefined) sizes.set(story, (sizes.get(story) ?? 0) + 1)
    }
    let kept = 0
    for (const [index, { signal, atMs }] of signals.entries()) {
      const story = edited.storyOf(signal.key)
      if (story === undefined) kept += 1
      else {
        kept += sizes.get(story) ?? 0
        sizes.delete(story)
      }
      const isEnough = kept >= windowSignals && index + 1 >= windowSignals * newestShare
      if (isEnough || index + 1 === windowSignals) return atMs
    }
    return Number.NEGATIVE_INFINITY
  }

  /** Lets go of what left the window; done a quarter of a window at a time, since it goes through all there is. */
  evictOld(): void {
    this.near = undefined
    const { memory, stories, edited } = this
    const keepMs = this.options.windowDays * dayMs
    const tooOldMs = this.newestMs - keepMs
    const isCrowded = memory.signals.size > this.crowdedAt
    if (this.oldestKeptMs === Number.NEGATIVE_INFINITY) this.oldestKeptMs = tooOldMs
    if (tooOldMs < this.oldestKeptMs + keepMs / 4 && !isCrowded) return
    const beforeMs = isCrowded ? Math.max(tooOldMs, this.crowdedOutMs()) : tooOldMs
    this.oldestKeptMs = Math.max(this.oldestKeptMs, tooOldMs)
    this.letGoBeforeMs = Math.max(this.letGoBeforeMs, beforeMs)
    // A story that goes on keeps its beginning: judged again without it, it would lose those signals.
    const current = new Set<number | undefined>()
    for (const { signal, atMs } of memory.signals.values()) {
      if (atMs >= beforeMs) current.add(edited.storyOf(signal.key))
    }
    current.delete(undefined)
    const goesOn = (key: SignalKey) => current.has(edited.storyOf(key))
    this.readings.forgetBefore(beforeMs)
    const gone = memory.evict(beforeMs, goesOn)
    this.crowdedAt = Math.max(this.options.windowSignals, memory.signals.size) * crowding
    if (gone.length === 0) return
    for (const key of gone) stories.forget(key)
    const isAtHand = (key: SignalKey) => memory.signals.has(key)
    this.copies.keep(isAtHand)
    this.candidates.keep(isAtHand)
    this.weights.forgetRare(memory.signals.values())
    this.signatures.forgetRare()
  }
}

/** The signal without what can be read again from its text. */
function keepable(read: ReadSignal): ReadSignal {
  const versions = read.versions.map((version) => ({
    ...version,
    normal: new KeptText(version.text, version.normal),
    ...(version.signed === undefined ? {} : { signed: new UnreadText(version.text) }),
  }))
  return { ...read, versions, normal: versions.at(-1)?.normal ?? read.normal }
}
