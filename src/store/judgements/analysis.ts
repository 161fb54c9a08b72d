import type Database from 'better-sqlite3'
import type { AnalysisResult, OldTexts } from '../../model/analysis.ts'
import type { AnalysisStore, StoredReadings, WireQuery } from '../../model/analysis-store.ts'
import type { Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'
import type {
  Decision,
  SourcingChange,
  StoredDecision,
  Story,
  Suggestion,
} from '../../model/story.ts'
import { answer } from '../answer.ts'
import { DecisionTable } from './decisions.ts'
import { FounderTable } from './founders.ts'
import { LinkTable } from './links.ts'
import { PrintTable } from './prints.ts'
import { ReadingTable } from './readings.ts'
import type { SignalTable } from '../signals/signal-table.ts'
import { StoryTable } from './stories.ts'
import { HistoryTable } from './story-history.ts'
import { SuggestionTable } from './suggestions.ts'
import type { UnanalysedTable } from '../signals/unanalysed.ts'
import type { UndraftedTable } from './undrafted.ts'

/** What analysis made of the signals, stored batch by batch. */
export class Analysis implements AnalysisStore {
  private readonly db: Database.Database
  private readonly signals: SignalTable
  private readonly unanalysed: UnanalysedTable
  private readonly undrafted: UndraftedTable
  private readonly linkTable: LinkTable
  private readonly printTable: PrintTable
  private readonly storyTable: StoryTable
  private readonly founderTable: FounderTable
  private readonly historyTable: HistoryTable
  private readonly suggestionTable: SuggestionTable
  private readonly readingTable: ReadingTable
  private readonly decisionTable: DecisionTable
  private readonly setLanguage

  constructor(
    db: Database.Database,
    signals: SignalTable,
    unanalysed: UnanalysedTable,
    undrafted: UndraftedTable,
  ) {
    this.db = db
    this.signals = signals
    this.unanalysed = unanalysed
    this.undrafted = undrafted
    this.linkTable = new LinkTable(db, signals)
    this.printTable = new PrintTable(db)
    this.storyTable = new StoryTable(db, signals)
    this.founderTable = new FounderTable(db, signals)
    this.historyTable = new HistoryTable(db)
    this.suggestionTable = new SuggestionTable(db)
    this.readingTable = new ReadingTable(db, signals)
    this.decisionTable = new DecisionTable(db, signals)
    this.setLanguage = db.prepare<[{ row: number; lang: string; confidence: number }]>(
      `UPDATE signals SET lang = @lang, confidence = @confidence
       WHERE row = @row AND (lang <> @lang OR confidence <> @confidence)`,
    )
  }

  save(result: AnalysisResult): Promise<void> {
    const run = this.db.transaction(() => {
      this.write(result)
    })
    return answer(() => {
      run.immediate()
    })
  }

  reset(): Promise<void> {
    const run = this.db.transaction(() => {
      this.linkTable.clear()
      this.printTable.clear()
      this.storyTable.clear()
      this.historyTable.clear()
      this.suggestionTable.clear()
      this.decisionTable.clear()
      this.unanalysed.addAll()
      this.undrafted.addAllWithStubs()
    })
    return answer(() => {
      run.immediate()
    })
  }

  sharingPrints(sought: OldTexts): Promise<readonly SignalKey[]> {
    return answer(() => this.printTable.find(sought))
  }

  linksFrom(keys: readonly SignalKey[]): Promise<readonly Link[]> {
    return answer(() => keys.flatMap((key) => this.linkTable.from(key)))
  }

  linksTo(keys: readonly string[]): Promise<readonly Link[]> {
    return answer(() => keys.flatMap((key) => this.linkTable.to(key)))
  }

  links(batch: number): AsyncIterable<readonly Link[]> {
    return inTurn(this.linkTable.walk(batch))
  }

  story(story: number): Promise<Story | undefined> {
    return answer(() => this.storyTable.get(story))
  }

  stories(stories: readonly number[]): Promise<readonly Story[]> {
    return answer(() => stories.flatMap((story) => this.storyTable.get(story) ?? []))
  }

  storyOf(keys: readonly SignalKey[]): Promise<Map<SignalKey, number>> {
    return answer(() => {
      const found = new Map<SignalKey, number>()
      for (const key of keys) {
        const story = this.storyTable.storyOf(key)
        if (story !== undefined) found.set(key, story)
      }
      return found
    })
  }

  history(story: number): Promise<readonly SourcingChange[]> {
    return answer(() => this.historyTable.of(story))
  }

  wire(query: WireQuery): Promise<readonly Story[]> {
    return answer(() => this.storyTable.wire(query))
  }

  allStories(batch: number): AsyncIterable<readonly Story[]> {
    return inTurn(this.storyTable.walk(batch))
  }

  suggestions(story: number): Promise<readonly Suggestion[]> {
    return answer(() => this.suggestionTable.of(story))
  }

  foundersAmong(keys: readonly SignalKey[]): Promise<Map<SignalKey, number>> {
    return answer(() => this.founderTable.among(keys))
  }

  nextStory(): Promise<number> {
    return answer(() => this.founderTable.nextStory())
  }

  decide(decision: Decision, result: AnalysisResult): Promise<number> {
    const run = this.db.transaction(() => {
      this.write(result, 'by-editor')
      return this.decisionTable.add(decision)
    })
    return answer(() => run.immediate())
  }

  withdraw(decision: number, at: string, result: AnalysisResult): Promise<void> {
    const run = this.db.transaction(() => {
      this.write(result, 'by-editor')
      this.decisionTable.withdraw(decision, at)
    })
    return answer(() => {
      run.immediate()
    })
  }

  decisions(): Promise<readonly StoredDecision[]> {
    return answer(() => this.decisionTable.list())
  }

  bases(): Promise<ReadonlyMap<SignalKey, number>> {
    return answer(() => this.decisionTable.bases())
  }

  keepReadings(readings: StoredReadings): Promise<void> {
    const run = this.db.transaction(() => {
      this.readingTable.keep(readings)
    })
    return answer(() => {
      run.immediate()
    })
  }

  readings(keys: readonly SignalKey[], reader: string): Promise<Map<SignalKey, Uint8Array>> {
    return answer(() => this.readingTable.get(keys, reader))
  }

  private write(result: AnalysisResult, merged: 'by-editor' | 'for-good' = 'for-good'): void {
    for (const { key, lang, confidence } of result.languages) {
      const row = this.signals.rowOf(key)
      this.setLanguage.run({ row, lang, confidence })
      this.unanalysed.settle(row)
    }
    for (const { key, prints } of result.prints)
      this.printTable.add(this.signals.rowOf(key), prints)
    this.linkTable.replace(result.relinked, result.links)
    for (const story of result.stories) {
      this.storyTable.save(story)
      this.founderTable.found(story)
      this.undrafted.add(story.story)
    }
    for (const { from, into } of result.merged) {
      this.storyTable.merge(from, into)
      if (merged === 'for-good') this.suggestionTable.forget(from)
      this.undrafted.add(from)
      this.undrafted.add(into)
    }
    for (const change of result.history) this.historyTable.append(change)
    for (const suggestion of result.suggestions) this.suggestionTable.save(suggestion)
    for (const { key, base } of result.bases ?? []) this.decisionTable.setBase(key, base)
  }
}

async function* inTurn<T>(batches: Iterable<readonly T[]>): AsyncIterable<readonly T[]> {
  for (const batch of batches) yield await Promise.resolve(batch)
}
